# The list of orders at the desk, and bulk status. Every id here begins with "desk-orders-".
