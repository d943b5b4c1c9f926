"""How good extraction and lookups are, against gold annotations."""
