"""How a group is described: its class, one label a language, its other names, its mentions."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from clustergraph.model import Iri, LangString, MentionPlace, ResolvedEntity
from clustergraph.resolving.grouping import Group
from clustergraph.resolving.members import Member
from clustergraph.vocab import SUPERCLASSES

__all__ = ["describe", "kind_of", "labels_of"]


def describe(group: Group, iri: Iri) -> ResolvedEntity:
    """Return the group as an entity of the graph."""
    labels = labels_of(group)
    names = {name for member in group.members for name in member.entity.names}
    return ResolvedEntity(
        iri=iri,
        kind=kind_of(group),
        labels=labels,
        alternatives=tuple(sorted(names - set(labels))),
        named=group.named,
        mentions=mentions_of(group),
        gazetteer=group.gazetteer,
    )


def kind_of(group: Group) -> Iri:
    """Choose the class: the more specific, then the one mentioned more, then the alphabet's."""
    mentions: Counter[Iri] = Counter()
    for member in group.members:
        mentions[member.entity.kind] += len(member.entity.mentions)
    general = {ancestor for kind in mentions for ancestor in _ancestors(kind)}
    leaves = [kind for kind in mentions if kind not in general]
    return min(leaves, key=lambda kind: (-mentions[kind], kind))


def _ancestors(kind: Iri) -> Iterable[Iri]:
    for parent in SUPERCLASSES.get(kind, ()):
        yield parent
        yield from _ancestors(parent)


def labels_of(group: Group) -> tuple[LangString, ...]:
    """Choose one label a language, sorted by language.

    Each member proposes its first name in the language. A full name beats an acronym, then the name
    of the member that is mentioned more wins, then the alphabet.
    """
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for member in group.members:
        for language, text in _proposals(member).items():
            votes[language][text] += len(member.entity.mentions)
    return tuple(LangString(_best(votes[language]), language) for language in sorted(votes))


def _proposals(member: Member) -> dict[str, str]:
    return {name.language: name.text for name in reversed(member.entity.names)}


def _best(votes: Counter[str]) -> str:
    return min(votes, key=lambda text: (" " not in text and text.isupper(), -votes[text], text))


def mentions_of(group: Group) -> tuple[MentionPlace, ...]:
    """Return where the group is mentioned, sorted."""
    return tuple(
        sorted(
            {
                MentionPlace(member.document, span)
                for member in group.members
                for span in member.entity.mentions
            }
        )
    )
