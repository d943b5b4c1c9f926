"""How to cite what a page tells: a sentence for people, and files for what keeps references."""
