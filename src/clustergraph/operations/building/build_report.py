"""What a build reports of a version: what it holds, what is worth a look, what was left out.

It is printed, and kept with the version for operators; the graph itself does not hold it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from clustergraph.languages import pack_languages
from clustergraph.model import Document, Iri, ReviewStatus
from clustergraph.operations.building.storing import Stored

__all__ = ["build_report"]


def build_report(
    stored: Stored, stale_links: Iterable[str], skipped: Iterable[object]
) -> dict[str, object]:
    """Say what the version holds, as plain values for JSON.

    ``stale_links`` are the rows of people's links that link nothing any more, ``skipped`` is what
    could not be read, carried out or published.
    """
    resolved, graph = stored.resolved, stored.graph
    asserted = [statement for statement in graph.statements if statement.is_asserted]
    passages = [each.evidence for statement in graph.statements for each in statement.evidence]
    stale = (*map(str, resolved.stale), *stale_links)
    return {
        "documents": len(graph.documents),
        "entities": len(graph.entities),
        "statements": len(asserted),
        "passages": len(passages),
        "inferred": stored.inferred,
        "reviews": {status: sum(p.status is status for p in passages) for status in ReviewStatus},
        "classes": _counted(entity.kind for entity in graph.entities),
        "relations": _counted(statement.predicate for statement in asserted),
        "languages": dict(sorted(Counter(d.language for d in graph.documents).items())),
        "by_name_only": [d.name for d in graph.documents if _lacks_a_pack(d)],
        "gone": sorted(graph.gone),
        "validation": stored.validation.as_rows(),
        "stale": [resolved.cover(each) for each in stale],
        "unsure": [[pair.one, pair.other, pair.reason] for pair in graph.unsure],
        "skipped": [resolved.cover(str(each)) for each in skipped],
    }


def _lacks_a_pack(document: Document) -> bool:
    """Tell whether some of the document is in a language of which only names are known."""
    return not set(document.languages) <= set(pack_languages())


def _counted(terms: Iterator[Iri]) -> dict[str, int]:
    return dict(sorted(Counter(term.local for term in terms).items()))
