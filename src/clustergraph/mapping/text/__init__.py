"""The text of a document: stories, sentences, words, and what a word's form says by itself."""
