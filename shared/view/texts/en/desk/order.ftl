# One order: its page at the desk. Every id here begins with "desk-order-".
