"""The ontology explained to people: its terms, rules, shapes, uses and picture."""
