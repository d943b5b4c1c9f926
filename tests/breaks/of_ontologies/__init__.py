"""What can be broken of the sound ontology, one thing at a time, and what the shapes say then."""

from breaks.of_ontologies.headers import HEADERS
from breaks.of_ontologies.structure import STRUCTURE
from breaks.of_ontologies.terms import TERMS

__all__ = ["ONTOLOGY_BREAKS"]

ONTOLOGY_BREAKS = {each.name: each for each in (*HEADERS, *TERMS, *STRUCTURE)}
