# The search box of the desk, and what it found. Every id here begins with "desk-search-".
