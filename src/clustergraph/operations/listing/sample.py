"""Choose what can serve as an example of what is in a version, whatever it holds."""

from collections.abc import Iterator, Mapping
from itertools import islice

from clustergraph.model import Iri
from clustergraph.names import Card
from clustergraph.operations.dataset import OpenVersion
from clustergraph.operations.describing.linked import link_rows
from clustergraph.operations.look_up import Question, facets, kinds_named, search

__all__ = ["sample"]

_SHORT = 4
"""How many letters stand for a name that is being typed."""
_LINKS_READ = 200


def sample(opened: OpenVersion) -> Mapping[str, str]:
    """Return words to ask about, by what they are; what the version has none of is missing.

    ``name``, ``beginning``, ``type``, ``local``, ``iri`` are of one agent, the most prominent one;
    ``place`` names a country in which much lies, ``document`` is the end of an IRI, ``identifier``
    one in a register of others, ``version`` the version's id.
    """
    return dict(_words(opened))


def _words(opened: OpenVersion) -> Iterator[tuple[str, str]]:
    yield "version", opened.version.id
    if agent := _foremost(opened, "Agent"):
        name = agent.label().text
        yield "name", name
        yield "beginning", name[:_SHORT]
        yield "type", agent.cls.local
        yield "local", agent.iri.local
        yield "iri", agent.iri
    if country := _busiest_country(opened):
        yield "place", country.label().text
    if document := _foremost(opened, "Document"):
        yield "document", document.iri.local
    links = islice(link_rows(opened.graph), _LINKS_READ)
    same = (link.object for link in links if link.relation.endswith("exactMatch"))
    yield from (("identifier", iri) for iri in islice(same, 1))


def _foremost(opened: OpenVersion, kind: str) -> Card | None:
    question = Question(text="", kinds=kinds_named(kind))
    hits = search(opened, question, limit=1).hits
    return opened.names.card(hits[0].thing.iri) if hits else None


def _busiest_country(opened: OpenVersion) -> Card | None:
    counts = facets(opened, Question(text=""))["country"]
    return opened.names.card(Iri(counts[0][0])) if counts else None
