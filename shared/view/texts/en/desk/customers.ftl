# Customers: their list and their page at the desk. Every id here begins with "desk-customers-".
