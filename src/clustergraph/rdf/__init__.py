"""The graph as RDF: encoding, formats, the ontology's files; no store and no language."""
