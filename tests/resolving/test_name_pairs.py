"""What is merged across documents and what is not, pair by pair: ``name_pairs.tsv``.

``different`` and ``unsure`` are never merged, and the unsure are shown to a person. ``same`` is
merged, but for those of which the last column says why it is missed.
"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

import pytest

from clustergraph.model import EntityId, Iri, PartialDate, ResolvedEntity, ResolvedGraph
from clustergraph.resolving import Registry, resolve
from given.sketches import CG, Sketch

TODAY = date(2026, 11, 21)
LEAST_RECALL = 0.945
"""The share of the same that is merged: 181 of 191."""


@dataclass(frozen=True)
class Side:
    """What one document calls something, and what it says of it."""

    kind: Iri
    names: tuple[str, ...]
    language: str
    said: dict[str, str]

    def sketch(self, opening: str) -> Sketch:
        """Draw the document; the opening tells it from another that says the same."""
        lands = {self.said[role] for role in ("country", "of", "setting") if role in self.said}
        words = [opening, *self.names, self.said.get("at", ""), *sorted(lands)]
        sketch = Sketch("; ".join(words), language=self.language)
        subject = sketch.entity(self.kind, *self.names, gazetteer=self.said.get("gazetteer", ""))
        places = {
            code: sketch.entity(CG.Country, code, gazetteer=f"country:{code}") for code in lands
        }
        self._say(sketch, subject, places)
        return sketch

    def _say(self, sketch: Sketch, subject: EntityId, places: dict[str, EntityId]) -> None:
        if "country" in self.said:
            sketch.fact(subject, CG.locatedIn, places[self.said["country"]])
        if "year" in self.said:
            sketch.fact(subject, CG.startDate, PartialDate(int(self.said["year"])))
        if "number" in self.said:
            sketch.fact(subject, CG.sequenceNumber, int(self.said["number"]))
        if "at" in self.said:
            employer = sketch.entity(CG.Organisation, self.said["at"])
            sketch.fact(subject, CG.affiliatedWith, employer)
            if "of" in self.said:
                sketch.fact(employer, CG.locatedIn, places[self.said["of"]])


@dataclass(frozen=True)
class Pair:
    one: Side
    other: Side
    verdict: str
    why: str
    missed_because: str

    def __str__(self) -> str:
        return f"{self.one.names[0]} / {self.other.names[0]}: {self.why}"

    @cached_property
    def graph(self) -> ResolvedGraph:
        graphs = [self.one.sketch("One").graph, self.other.sketch("Other").graph]
        return resolve(graphs, Registry(), today=TODAY).graph

    @property
    def bearers(self) -> list[ResolvedEntity]:
        """The entities that the pair became: one, or two."""
        names = {*self.one.names, *self.other.names}
        kinds = {self.one.kind, self.other.kind}
        return [
            entity
            for entity in self.graph.entities
            if entity.kind in kinds and names & {label.text for label in entity.labels}
        ]

    @property
    def is_merged(self) -> bool:
        return len(self.bearers) == 1

    @property
    def is_shown(self) -> bool:
        bearers = {entity.iri for entity in self.bearers}
        return any({pair.one, pair.other} == bearers for pair in self.graph.unsure)


def _pair(line: str) -> Pair:
    kinds, one, language, other, other_language, verdict, why, said, said_of_other, missed = (
        line.split("\t")
    )
    kind, _, other_kind = kinds.partition("|")
    return Pair(
        one=_side(kind, one, language, said),
        other=_side(other_kind or kind, other, other_language, said_of_other),
        verdict=verdict,
        why=why,
        missed_because=missed,
    )


def _side(kind: str, names: str, language: str, said: str) -> Side:
    traits = [trait.partition("=") for trait in said.split(";") if trait]
    return Side(
        kind=getattr(CG, kind),
        names=tuple(names.split(" | ")),
        language=language,
        said={role: what for role, _, what in traits},
    )


LINES = Path(__file__).with_name("name_pairs.tsv").read_text("utf-8").splitlines()[1:]
PAIRS = [_pair(line) for line in LINES]
SAME = [pair for pair in PAIRS if pair.verdict == "same"]
UNSURE = [pair for pair in PAIRS if pair.verdict == "unsure"]
DIFFERENT = [pair for pair in PAIRS if pair.verdict == "different"]


@pytest.mark.parametrize("pair", DIFFERENT + UNSURE, ids=str)
def test_what_differs_is_never_merged(pair: Pair) -> None:
    assert len(pair.bearers) == 2


@pytest.mark.parametrize("pair", UNSURE, ids=str)
def test_what_is_likely_but_not_sure_is_shown_to_a_person(pair: Pair) -> None:
    assert pair.is_shown


@pytest.mark.parametrize("pair", [pair for pair in SAME if not pair.missed_because], ids=str)
def test_two_names_of_one_thing_are_merged(pair: Pair) -> None:
    assert pair.is_merged


@pytest.mark.parametrize("pair", [pair for pair in SAME if pair.missed_because], ids=str)
def test_what_is_said_to_be_missed_is_still_missed(pair: Pair) -> None:
    assert not pair.is_merged


def test_the_share_of_names_that_are_merged_does_not_fall() -> None:
    merged = sum(pair.is_merged for pair in SAME)
    assert merged / len(SAME) >= LEAST_RECALL


def test_the_table_is_large_and_holds_no_pair_twice() -> None:
    assert len({line.rsplit("\t", 1)[0] for line in LINES}) == len(LINES) >= 200
