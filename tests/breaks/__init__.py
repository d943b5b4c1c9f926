"""What can be broken of the sound graph, one thing at a time, and what the shapes say then.

One module for each file of shapes; what can be broken of an ontology stands in ``of_ontologies``.
"""

from breaks.breaking import Break
from breaks.dates_and_numbers import DATES, NUMBERS
from breaks.documents import DOCUMENTS
from breaks.entities import ENTITIES
from breaks.evidence import EVIDENCE
from breaks.links import LINKS
from breaks.places import PLACES
from breaks.relations import RELATIONS
from breaks.statements import STATEMENTS
from breaks.vocabularies import VOCABULARIES

__all__ = ["BREAKS", "Break"]

_ALL = (
    *EVIDENCE,
    *STATEMENTS,
    *DOCUMENTS,
    *ENTITIES,
    *RELATIONS,
    *DATES,
    *NUMBERS,
    *VOCABULARIES,
    *LINKS,
    *PLACES,
)

BREAKS = {each.name: each for each in _ALL}
