"""SPARQL from text to bytes, and what helps people to ask."""
