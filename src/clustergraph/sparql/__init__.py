"""SPARQL as text: the catalogue of our queries and rules, the gate, updates taken apart."""
