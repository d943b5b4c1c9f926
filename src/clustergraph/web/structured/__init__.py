"""What pages tell search engines about themselves, in the words of schema.org, as JSON-LD.

Only what the graph says stands there. What the dataset's own page tells is beside that page.
"""
