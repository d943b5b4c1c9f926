"""Which identifiers of others, and of our vocabularies, a version's things bear.

Where the graph links a thing to one register, and the tables that ship with the package say that
this is the same as in another one, it is found by that one too.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, NamedTuple, Self
from urllib.parse import unquote

from clustergraph.iris import BASE
from clustergraph.locations import LINKS
from clustergraph.model import Iri
from clustergraph.operations.consult import Row, consult
from clustergraph.operations.dataset import OpenVersion
from clustergraph.operations.identifying.schemes import Identifier, Scheme, Schemes, load_schemes
from clustergraph.operations.identifying.written_documents import identifiers_written
from clustergraph.rdf.prefixes import PREFIXES
from clustergraph.rdf.sssom import read_sssom
from clustergraph.store.graph import GraphStore

__all__ = ["Candidate", "Register", "register_of"]

_SKOS: Final = PREFIXES["skos"]
_EXACT: Final = Iri(f"{_SKOS}exactMatch")
_CLOSE: Final = Iri(f"{_SKOS}closeMatch")
_NEAREST_FIRST: Final = {
    Iri(f"{_SKOS}{kind}Match"): place
    for place, kind in enumerate(("exact", "close", "broad", "narrow", "related"))
}
_VOCABULARIES: Final = f"{BASE}voc/"
_FILE: Final = "file"


class Key(NamedTuple):
    """An identifier by its scheme, which is empty for the address of something in no register."""

    scheme: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Something here that an identifier may mean; ``relation`` is a mapping relation of SKOS."""

    iri: Iri
    relation: Iri = _EXACT

    @property
    def is_same(self) -> bool:
        """Whether it is what the identifier stands for, and not only near it."""
        return self.relation == _EXACT

    @property
    def is_close(self) -> bool:
        """Whether one may often be taken for the other."""
        return self.relation == _CLOSE

    @property
    def is_concept(self) -> bool:
        """Whether it is a concept of our vocabularies, and no thing that documents speak of."""
        return self.iri.startswith(_VOCABULARIES)


class Register:
    """The identifiers of one version.

    Attributes:
        schemes: those that ship with the package, and the version's own vocabularies.
    """

    def __init__(self, schemes: Schemes, *bearers: Mapping[Key, tuple[Candidate, ...]]) -> None:
        """Take who bears which; of several that tell of a key, the first one counts."""
        self.schemes = schemes
        self._bearers = bearers

    @classmethod
    def of(cls, rows: Sequence[Row]) -> Self:
        """Make it of the rows that the query gives; linear in their number."""
        schemes = Schemes([*load_schemes(), *_vocabularies(rows)], load_schemes().resolvers)
        found: defaultdict[Key, list[Candidate]] = defaultdict(list)
        for row in rows:
            found[_key(schemes, row)].append(_candidate(row))
        _follow_tables(found)
        same = {
            concept: tuple(each.iri for each in bearers if each.is_same)
            for concept, bearers in found.items()
        }
        return cls(
            schemes,
            {key: tuple(_with_things(key, bearers, same)) for key, bearers in found.items()},
        )

    def joined_by(self, rows: Iterable[Row]) -> Self:
        """Return one that knows these too, whose identifiers are in words and no addresses.

        Linear in them; what is known already is not copied.
        """
        found: dict[Key, list[Candidate]] = {}
        for row in rows:
            key = _key(self.schemes, row)
            found.setdefault(key, [*self._of(key)]).append(_candidate(row))
        joined = {key: tuple(_with_things(key, bearers, {})) for key, bearers in found.items()}
        return type(self)(self.schemes, joined, *self._bearers)

    def bearing(self, identifier: Identifier) -> Sequence[Candidate]:
        """Return what bears the identifier, the nearest first, things before concepts."""
        return self._of(Key(identifier.scheme, identifier.value))

    def at(self, address: str) -> Sequence[Candidate]:
        """Return what is linked to an address that no scheme knows."""
        return self._of(Key("", _plain(address)))

    def _of(self, key: Key) -> Sequence[Candidate]:
        return next((found[key] for found in self._bearers if key in found), ())


def register_of(opened: OpenVersion) -> Register:
    """Return the register of an open version; it is made when it is first asked for.

    What the build knows of is collected once for all that is written to it.
    """
    return opened.findings.get("identifiers", lambda: _register(opened))


def _register(opened: OpenVersion) -> Register:
    written = identifiers_written(opened.graph)
    if opened.version.is_plain or any(isinstance(row["identifier"], Iri) for row in written):
        return Register.of([*consult(opened.graph, "identifiers"), *written])
    built = opened.built.get("identifiers", lambda: _built(opened.graph))
    return built.joined_by(written) if written else built


def _built(graph: GraphStore) -> Register:
    return Register.of(consult(graph, "identifiers"))


def _vocabularies(rows: Iterable[Row]) -> Iterator[Scheme]:
    """Make a scheme of each of our vocabularies: its notations are identifiers too."""
    known = {scheme.key for scheme in load_schemes()}
    first = {row.iri("scheme").local: row.words("identifier") for row in rows if "scheme" in row}
    for name, notation in first.items():
        if name not in known:
            yield Scheme(
                key=name,
                name=f"the vocabulary {name}",
                prefixes=frozenset({name}),
                value=re.compile(r"\S+"),
                case="lower",
                example=f"{name}:{notation}",
            )


def _key(schemes: Schemes, row: Row) -> Key:
    if "scheme" in row:
        return Key(row.iri("scheme").local, row.words("identifier").lower())
    value = row["identifier"]
    return _key_of(schemes, value) if isinstance(value, Iri) else Key(_FILE, value.text)


def _key_of(schemes: Schemes, address: Iri) -> Key:
    identifier = schemes.read_address(address)
    return Key(identifier.scheme, identifier.value) if identifier else Key("", _plain(address))


def _candidate(row: Row) -> Candidate:
    relation = row.iri("relation")
    return Candidate(
        iri=row.iri("thing"), relation=relation if relation in _NEAREST_FIRST else _EXACT
    )


def _plain(address: str) -> str:
    """Leave out what differs between addresses of one thing."""
    return unquote(re.sub(r"^https?://(?:www\.)?", "", address.strip()).rstrip("/"))


def _follow_tables(found: dict[Key, list[Candidate]]) -> None:
    """Let what bears one identifier be found by those that the tables say are the same."""
    for alike in _said_alike():
        bearers = [each for key in alike for each in found.get(key, ()) if each.is_same]
        for key in alike if bearers else ():
            known = found.setdefault(key, [])
            known.extend(each for each in dict.fromkeys(bearers) if each not in known)


@cache
def _said_alike() -> tuple[tuple[Key, ...], ...]:
    """Return the identifiers that the shipped tables say are of one thing; read once."""
    alike: defaultdict[Iri, list[Iri]] = defaultdict(list)
    for path in sorted(LINKS.glob("*.sssom.tsv")):
        for match in read_sssom(path):
            if match.relation == _EXACT:
                alike[match.subject].append(match.object)
    keyed = (_keys((subject, *objects)) for subject, objects in alike.items())
    return tuple(keys for keys in keyed if len(keys) > 1)


def _keys(addresses: Iterable[Iri]) -> tuple[Key, ...]:
    keys = (_key_of(load_schemes(), address) for address in addresses)
    return tuple(key for key in keys if key.scheme)


def _with_things(
    key: Key, bearers: Iterable[Candidate], same: dict[Key, tuple[Iri, ...]]
) -> list[Candidate]:
    """Add the things that are the same as a concept that bears the identifier; sort all."""
    found = dict.fromkeys(bearers)
    if not key.scheme or key.scheme in load_schemes():
        for concept in [each for each in found if each.is_concept]:
            for thing in same.get(Key("", _plain(concept.iri)), ()):
                found[Candidate(iri=thing, relation=concept.relation)] = None
    return sorted(found, key=lambda it: (_NEAREST_FIRST[it.relation], it.is_concept, it.iri))
