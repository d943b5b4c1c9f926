"""``/sparql``: the SPARQL 1.1 Protocol for programs, and an editor for people."""
