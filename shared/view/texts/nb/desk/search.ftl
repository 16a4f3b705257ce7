# Every id here begins with "desk-search-"; what each is for stands in en/desk/search.ftl.
