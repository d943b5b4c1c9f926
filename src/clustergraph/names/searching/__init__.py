"""How an index is searched: the steps of the ranking, what is near, pages and their bookmarks."""
