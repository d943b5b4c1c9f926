"""Find what people mean who name a thing: by IRI, by prefix, by the end of its IRI, or by name."""

import re
from typing import Final

from clustergraph.errors import AmbiguousName, NotFound
from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.names import NameHit, NameIndex
from clustergraph.operations.consult import Text, consult
from clustergraph.operations.identifying.addresses import pasted_iri
from clustergraph.operations.labels import Labels
from clustergraph.rdf.prefixes import PREFIXES, expand, shorten
from clustergraph.store.graph import GraphStore

__all__ = ["refer", "refer_to_value"]

_TERM: Final = re.compile(r"[A-Za-z]\w*")
_LOCAL: Final = re.compile(r"[\w./-]+")
_WHOLE: Final = re.compile(r"<[a-z]+:[^\s<>\"{}|\\^`]+>|https?://[^\s<>\"{}|\\^`]+")
_AMOUNT: Final = re.compile(r"-?\d+(?:[.-]\d+)*")
"""A date, or a number."""
_MOST_NAMED: Final = 10
_QUOTES: Final = "\"'“”„"
"""What people may put round a name; a value may also begin and end with them itself."""
_ALIKE: Final = ("exact", "folded")
"""The steps of the ranking in which a name is the one that was asked for."""


def refer(graph: GraphStore, names: NameIndex, text: str) -> Iri:
    """Return the IRI of what is meant.

    ``text`` may be an IRI, with angle brackets or without; a prefixed name, such as
    ``cg:fundingSource``; a local id or a term of the ontology alone; ``a``; or a name.

    Raises:
        NotFound: when nothing is named so.
        AmbiguousName: when several things are.
    """
    text = text.strip()
    return _written(text) or _term(graph, text) or _named(graph, names, text.strip(_QUOTES))


def refer_to_value(
    graph: GraphStore, names: NameIndex, subject: Iri, predicate: Iri, text: str
) -> Iri | Text:
    """Return what is meant as the value of a property: one that is said of the subject, or a thing.

    A date or a number is one also where nobody says it.

    Raises:
        NotFound: when nothing is named so.
        AmbiguousName: when several things are.
    """
    trimmed = text.strip()
    for written in dict.fromkeys((text, trimmed, trimmed.strip(_QUOTES))):
        parts: dict[str, Iri | Text] = {"subject": subject, "predicate": predicate}
        for row in consult(graph, "values-said", **parts, text=Text(written)):
            return row.text("value")
    try:
        return refer(graph, names, text)
    except NotFound:
        if _AMOUNT.fullmatch(trimmed):
            return Text(trimmed)
        raise


def _written(text: str) -> Iri | None:
    """Read what is written as an IRI; None where it is none."""
    if text == "a":
        return expand("rdf:type")
    prefix, colon, local = text.partition(":")
    if colon and prefix in PREFIXES and _LOCAL.fullmatch(local):
        return expand(text)
    if pasted := pasted_iri(text):
        return pasted
    return _iri(text.strip("<>")) if _WHOLE.fullmatch(text) else None


def _iri(text: str) -> Iri:
    """Return the text as an IRI; nothing can be called by one that is none."""
    try:
        return Iri(text)
    except ValueError:
        raise NotFound(text) from None


def _term(graph: GraphStore, text: str) -> Iri | None:
    if not _TERM.fullmatch(text):
        return None
    term = Iri(f"{BASE}ns#{text}")
    return term if consult(graph, "called-and-kind", thing=term) else None


def _named(graph: GraphStore, names: NameIndex, name: str) -> Iri:
    hits = names.search(name, limit=_MOST_NAMED).hits
    for step in _ALIKE:
        found = [hit for hit in hits if hit.match == step]
        if len(found) > 1:
            raise AmbiguousName(name, [_candidate(graph, hit) for hit in found])
        if found:
            return found[0].card.iri
    raise NotFound(name)


def _candidate(graph: GraphStore, hit: NameHit) -> str:
    kind = Labels(graph).thing(hit.card.cls).label.text
    return f"{shorten(hit.card.iri)} ({kind} “{hit.card.label().text}”)"
