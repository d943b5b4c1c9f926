"""The page of a document: its text with what it says beside it."""
