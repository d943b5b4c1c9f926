"""Which IRI each group bears: its registered one, the oldest of several, or a new one.

An IRI is claimed by the groups that hold one of its registered mentions, or, by a group that holds
no registered mention at all, through its key. It goes to the claimant that knows it best; a group
that gets several IRIs bears the oldest, and the others redirect to it.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from clustergraph.iris import entity_iri
from clustergraph.model import Iri, MentionPlace
from clustergraph.resolving.describing import labels_of, mentions_of
from clustergraph.resolving.grouping import Group
from clustergraph.resolving.registry import Redirect, Registration, Registry

__all__ = ["Identities", "identify"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Identities:
    """The IRI of each group, what became of the other registered IRIs, and the new registry."""

    iris: Mapping[Group, Iri]
    redirects: tuple[tuple[Iri, Iri], ...]
    gone: tuple[Iri, ...]
    registry: Registry


@dataclass(frozen=True, slots=True, kw_only=True)
class _Claim:
    """What ties a group to a registered IRI; kin mentions are those registered for its family."""

    group: Group
    key: str
    by_key: bool
    kin_mentions: int = 0
    mentions: int = 0

    @property
    def weakness(self) -> tuple[bool, bool, int, int, str]:
        """What claims are sorted by, the best first."""
        return not self.kin_mentions, not self.by_key, -self.kin_mentions, -self.mentions, self.key

    @property
    def is_kin(self) -> bool:
        """Whether the IRI was given to something of the same family."""
        return self.by_key or self.kin_mentions > 0


class _Records:
    """The registry, seen by IRI, by mention and by key."""

    def __init__(self, registry: Registry) -> None:
        self.since: dict[Iri, date] = {}
        self.at: dict[MentionPlace, set[tuple[Iri, str]]] = defaultdict(set)
        self.under: dict[str, set[Iri]] = defaultdict(set)
        self.replaced_by: dict[Iri, list[Redirect]] = defaultdict(list)
        for row in registry.registrations:
            self.since[row.iri] = min(row.since, self.since.get(row.iri, row.since))
            self.at[row.mention].add((row.iri, _family(row.key)))
            self.under[row.key].add(row.iri)
        for redirect in registry.redirects:
            self.replaced_by[redirect.old].append(redirect)

    @property
    def known(self) -> Collection[Iri]:
        """Every IRI that was ever given."""
        return self.since.keys() | self.replaced_by.keys()

    def age(self, iri: Iri) -> tuple[date, Iri]:
        """What IRIs are sorted by, the oldest first."""
        return self.since[iri], iri


def identify(keys: Mapping[Group, str], registry: Registry, today: date) -> Identities:
    """Give each group its IRI and write down what is new, as of today."""
    records = _Records(registry)
    owned = _owned(keys, records)
    iris = _borne(keys, owned, records)
    merged = {
        claimed: iris[group]
        for group, claims in owned.items()
        for claimed in claims
        if claimed != iris[group]
    }
    lost = sorted(set(records.known) - set(iris.values()) - merged.keys())
    followed = {iri: _follow(iri, records, set(iris.values())) for iri in lost}
    moved = merged | {iri: new for iri, new in followed.items() if new is not None}
    return Identities(
        iris=iris,
        redirects=tuple(sorted(moved.items())),
        gone=tuple(iri for iri in lost if iri not in moved),
        registry=registry.with_rows(
            _registrations(keys, iris, today),
            (Redirect(old=old, new=new, since=today) for old, new in merged.items()),
        ),
    )


def _owned(keys: Mapping[Group, str], records: _Records) -> dict[Group, dict[Iri, _Claim]]:
    """Give each registered IRI to the best of the groups that claim it."""
    claims: dict[Iri, list[_Claim]] = defaultdict(list)
    for group, key in keys.items():
        for iri, claim in _claims(group, key, records):
            claims[iri].append(claim)
    owned: dict[Group, dict[Iri, _Claim]] = defaultdict(dict)
    for iri, rivals in claims.items():
        best = min(rivals, key=lambda claim: claim.weakness)
        owned[best.group][iri] = best
    return owned


def _claims(group: Group, key: str, records: _Records) -> Iterator[tuple[Iri, _Claim]]:
    mentions, kin = Counter[Iri](), Counter[Iri]()
    for place in mentions_of(group):
        entries = records.at.get(place, ())
        mentions.update({iri for iri, _ in entries})
        kin.update(iri for iri, family in entries if family == _family(key))
    same_key = records.under.get(key, set())
    for iri in mentions or same_key:
        claim = _Claim(
            group=group,
            key=key,
            by_key=iri in same_key,
            kin_mentions=kin[iri],
            mentions=mentions[iri],
        )
        yield iri, claim


def _family(key: str) -> str:
    return key.partition("/")[0]


def _borne(
    keys: Mapping[Group, str], owned: Mapping[Group, Mapping[Iri, _Claim]], records: _Records
) -> dict[Group, Iri]:
    """Choose each group's IRI: the oldest that it owns, of its kin where it can, or a new one."""
    iris: dict[Group, Iri] = {}
    for group, claims in owned.items():
        kin = [iri for iri, claim in claims.items() if claim.is_kin]
        iris[group] = min(kin or claims, key=records.age)
    taken = {*records.known, *iris.values()}
    for group in sorted(keys.keys() - iris.keys(), key=lambda group: keys[group]):
        iris[group] = _mint(group, keys[group], taken)
        taken.add(iris[group])
    return iris


def _mint(group: Group, key: str, taken: Collection[Iri]) -> Iri:
    """Make a new IRI; a key whose IRI has gone to something else is numbered."""
    labels = {label.language: label.text for label in labels_of(group)}
    name = labels.get("en") or next(iter(labels.values()))
    iri, number = entity_iri(name, key), 2
    while iri in taken:
        iri, number = entity_iri(name, f"{key}/{number}"), number + 1
    return iri


def _follow(iri: Iri, records: _Records, live: Collection[Iri]) -> Iri | None:
    """Find what an IRI was merged into, over several merges, the latest first."""
    waiting, seen = [iri], set[Iri]()
    while waiting:
        at = waiting.pop(0)
        if at in live:
            return at
        seen.add(at)
        rows: Sequence[Redirect] = sorted(
            records.replaced_by.get(at, ()), key=lambda row: (-row.since.toordinal(), row.new)
        )
        waiting.extend(row.new for row in rows if row.new not in seen)
    return None


def _registrations(
    keys: Mapping[Group, str], iris: Mapping[Group, Iri], today: date
) -> Iterator[Registration]:
    for group, key in keys.items():
        for mention in mentions_of(group):
            yield Registration(key=key, iri=iris[group], since=today, mention=mention)
