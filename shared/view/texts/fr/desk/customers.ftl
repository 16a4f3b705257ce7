# Every id here begins with "desk-customers-"; what each is for stands in en/desk/customers.ftl.
