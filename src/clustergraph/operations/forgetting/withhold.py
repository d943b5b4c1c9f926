"""Keep what is forgotten out of what is told beside the graph: people's links, the report."""

from collections.abc import Iterable
from dataclasses import replace

from clustergraph.rdf.sssom import Match
from clustergraph.resolving import Resolved

__all__ = ["told_links"]


def told_links(resolved: Resolved, decided: Iterable[Match]) -> tuple[Match, ...]:
    """Return the links that people wrote of what is not forgotten, with its names hidden."""
    withheld = {each.iri: each.replaced_by for each in resolved.graph.withheld}
    return tuple(
        replace(
            match,
            subject=withheld.get(match.subject) or match.subject,
            subject_label=resolved.cover(match.subject_label),
            comment=resolved.cover(match.comment),
            author=resolved.cover(match.author),
        )
        for match in decided
        if match.subject not in withheld or withheld[match.subject]
    )
