"""Which statement an address asks about: by ``s``, ``p`` and ``o``, each in any shape."""

from typing import Final

from clustergraph.errors import InvalidParameter
from clustergraph.iris import is_entity
from clustergraph.model import Iri
from clustergraph.operations.consult import Text
from clustergraph.operations.proving.refer import refer, refer_to_value
from clustergraph.web.visit import Visit

__all__ = ["PARTS", "statement_asked"]

_MEANT: Final = {
    "s": "the statement's subject: an IRI, a local id or a name",
    "p": "its property: an IRI or a name such as cg:fundingSource",
    "o": "its value: an IRI, a local id, a name, or a date, a number or words",
}
PARTS: Final = tuple(_MEANT)
"""The parameters that name a statement."""


def statement_asked(visit: Visit) -> tuple[Iri, Iri, Iri | Text]:
    """Return the statement that the parameters name; whether it holds is another question.

    Raises:
        InvalidParameter: when one is missing.
        NotFound: when nothing is named so.
        AmbiguousName: when several things are.
        Gone: when what is named was removed, and Withdrawn when somebody asked for that.
    """
    for name, meaning in _MEANT.items():
        if not visit.word(name):
            raise InvalidParameter(name, "", meaning)
    subject = _current(visit, refer(visit.graph, visit.names, visit.word("s")))
    predicate = refer(visit.graph, visit.names, visit.word("p"))
    value = refer_to_value(visit.graph, visit.names, subject, predicate, visit.word("o"))
    return subject, predicate, _current(visit, value) if isinstance(value, Iri) else value


def _current(visit: Visit, iri: Iri) -> Iri:
    """Return what an entity became; one that was taken down or is unknown is told as on its page.

    Terms, concepts and what others have named stay as they are.
    """
    return visit.current(iri) if is_entity(iri) else iri
