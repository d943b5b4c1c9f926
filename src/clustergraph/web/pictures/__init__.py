"""Pictures made on the server: SVG with links in it, each with a text that says the same."""
