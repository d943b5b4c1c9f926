"""Keep what is forgotten out of what is told beside the graph: people's links, and addresses."""

from collections.abc import Iterable
from dataclasses import replace

from clustergraph.model import Iri
from clustergraph.rdf.sssom import Match
from clustergraph.resolving import Registry, Resolved
from clustergraph.store.versions import Version

__all__ = ["given_addresses", "told_links"]


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


def given_addresses(registry: Registry, version: Version) -> frozenset[Iri]:
    """Return all addresses that were given to something, also those without a forgotten name.

    The registry does not hold these: they follow from the ones that it holds.
    """
    withheld = map(version.withheld, registry.iris)
    return registry.iris | {each.replaced_by for each in withheld if each and each.replaced_by}
