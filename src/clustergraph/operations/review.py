"""What of a version a person should look at, and what they decided about it.

A decision is written into the tables of curation; the next build carries it out.
"""

import shlex
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from clustergraph.decisions import Identity, StatementNote, Verdict, note_identity, note_statement
from clustergraph.errors import NotFound
from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.names import NameIndex
from clustergraph.operations.consult import Row, Text, consult
from clustergraph.operations.identifying.addresses import pasted_iri
from clustergraph.operations.labels import Labels, Thing
from clustergraph.operations.proving.refer import refer
from clustergraph.operations.quote import Passage, passage
from clustergraph.store.graph import GraphStore
from clustergraph.store.versions import Version
from clustergraph.vocab import XSD

__all__ = [
    "Conflict",
    "Pair",
    "ToReview",
    "decide_identity",
    "decide_statements",
    "identity_commands",
    "rejection",
    "to_review",
]

LOW_CONFIDENCE = 0.6
"""Below this, a statement is worth a look unless a person says otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two things that may be one, and what speaks for it."""

    one: Thing
    other: Thing
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two passages that can't both be so, of which ``about`` tells why: see ``disagree.Ground``.

    ``one`` and ``other`` are what they say, each followed by its words and its document's file.
    """

    thing: Thing
    property: Thing
    about: str
    one: tuple[str, str, str]
    other: tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToReview:
    """What a person should look at: the least sure passages first; decisions that find nothing."""

    doubtful: tuple[Passage, ...]
    unsure: tuple[Pair, ...]
    conflicts: tuple[Conflict, ...]
    disputed: tuple[Passage, ...]
    stale: tuple[str, ...]


def to_review(version: Version, *, below: float = LOW_CONFIDENCE) -> ToReview:
    """Collect what a person should look at, at most 1,000 of a kind."""
    graph = GraphStore.open(version.store_path)
    labels = Labels(graph)
    least = Text(str(below), datatype=XSD.decimal)
    return ToReview(
        doubtful=tuple(
            passage(graph, labels, row.iri("evidence"))
            for row in consult(graph, "doubtful", below=least)
        ),
        unsure=tuple(
            Pair(one=labels.thing(Iri(one)), other=labels.thing(Iri(other)), reason=reason)
            for one, other, reason in _unsure(version)
        ),
        conflicts=tuple(_conflict(row, labels) for row in consult(graph, "documents-disagree")),
        disputed=tuple(
            passage(graph, labels, row.iri("evidence")) for row in consult(graph, "disputed")
        ),
        stale=tuple(version.report.get("stale", ())),
    )


def decide_statements(
    version: Version,
    curation: Path,
    verdict: Verdict,
    passages: Iterable[str],
    *,
    by: str,
    on: date,
    why: str = "",
) -> None:
    """Write a decision on each of the statements that passages carry.

    A passage is named by its address, shortened (``ev:…``) or not, or by its local id.

    Raises:
        NotFound: when the version holds no such passage; nothing is written then.
        OutputNotWritable: when the table can't be written.
    """
    graph = GraphStore.open(version.store_path)
    labels = Labels(graph)
    for found in [passage(graph, labels, _passage_iri(name)) for name in passages]:
        note_statement(curation, _note(verdict, found, by=by, on=on, why=why))


def rejection(found: Passage, *, by: str, on: date, why: str) -> tuple[str, str]:
    """Return how a keeper rejects what a passage says: the command, or the row."""
    command = _command("--reject", found.iri.local, by=by, why=why)
    return command, _note(Verdict.REJECT, found, by=by, on=on, why=why).line


def identity_commands(thing: str, other: str, *, by: str, why: str) -> tuple[str, ...]:
    """Return the commands by which a keeper says that two things are one, or are two.

    >>> identity_commands("a-aaaaaaaa", "b-aaaaaaab", by="Me", why="one name")[0]
    "clustergraph review --same a-aaaaaaaa b-aaaaaaab --by Me --why 'one name'"
    """
    return tuple(_command(it, thing, other, by=by, why=why) for it in ("--same", "--different"))


def _command(*decision: str, by: str, why: str) -> str:
    return shlex.join(["clustergraph", "review", *decision, "--by", by, "--why", why])


def _note(verdict: Verdict, found: Passage, *, by: str, on: date, why: str) -> StatementNote:
    return StatementNote(
        verdict=verdict,
        document=found.document.iri.local,
        subject=found.subject.iri.local,
        predicate=found.predicate.iri.local,
        object=_reference(found.object),
        quote=found.quote.text,
        by=by,
        on=on,
        why=why,
    )


def decide_identity(
    version: Version,
    curation: Path,
    identity: Identity,
    pair: tuple[str, str],
    *,
    by: str,
    on: date,
    why: str,
) -> None:
    """Write down that two things are one or are two; each is called as ``refer`` takes it.

    Raises:
        NotFound: when the version holds no such thing; nothing is written then.
        AmbiguousName: when several things bear a name; nothing is written then.
        OutputNotWritable: when the table can't be written.
    """
    graph, names = GraphStore.open(version.store_path), NameIndex.open(version.names_path)
    one, other = (_local_id(graph, names, called) for called in pair)
    note_identity(curation, identity, one, other, by=by, on=on, why=why)


def _local_id(graph: GraphStore, names: NameIndex, called: str) -> str:
    iri = refer(graph, names, called)
    if not iri.startswith(f"{BASE}id/") or Labels(graph).thing(iri).kind is None:
        raise NotFound(called)
    return iri.local


def _passage_iri(name: str) -> Iri:
    """Read the name of a passage; one that can't be any is named as it was given."""
    try:
        return pasted_iri(name) or Iri(f"{BASE}ev/{name}")
    except ValueError:
        raise NotFound(name) from None


def _unsure(version: Version) -> list[tuple[str, str, str]]:
    """The pairs that the build found; versions of old have none in their reports."""
    return [(one, other, reason) for one, other, reason in version.report.get("unsure", ())]


def _conflict(row: Row, labels: Labels) -> Conflict:
    return Conflict(
        thing=labels.thing(row.iri("thing")),
        property=labels.thing(row.iri("property")),
        about=row.words("about"),
        one=(row.words("value"), row.words("quote"), row.words("document")),
        other=(row.words("other_value"), row.words("other_quote"), row.words("other_document")),
    )


def _reference(value: Thing | Text) -> str:
    """Spell an object as the tables of curation do: ``modality/fact``, ``barcelona-xy…``, 2018."""
    if isinstance(value, Text):
        return value.text
    concept = value.iri.removeprefix(f"{BASE}voc/")
    return concept if concept != value.iri else value.iri.local
