"""Who is related to whom in a version, as its pages and lists tell it."""
