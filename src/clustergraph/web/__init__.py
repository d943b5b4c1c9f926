"""HTTP: negotiation, pages, linked data, the lookup API and the SPARQL protocol."""
