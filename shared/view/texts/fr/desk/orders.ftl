# Every id here begins with "desk-orders-"; what each is for stands in en/desk/orders.ftl.
