# Every id here begins with "desk-order-"; what each is for stands in en/desk/order.ftl.
