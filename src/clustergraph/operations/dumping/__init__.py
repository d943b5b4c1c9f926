"""The files of a version: all of it, in the forms that people take it away in."""
