"""How names are compared: words, spellings and whole names; nothing here knows an index."""
