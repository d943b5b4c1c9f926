"""Counts and what is reckoned from them: precision, recall, F1, by type, predicate, language."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from clustergraph.operations.scoring.judgements import Judgement, Verdict

__all__ = ["Report", "Score", "Scores", "Tally", "report_of", "scores_of"]

_FAULTS = frozenset({Verdict.HALF, Verdict.MISSED, Verdict.WRONG})


@dataclass(frozen=True, slots=True)
class Score:
    """What was right (half credits count half), what the system said, what the gold wants."""

    right: float = 0
    system: int = 0
    gold: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(self.right + other.right, self.system + other.system, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """The share of what was said that is right; 0 where nothing was said."""
        return self.right / self.system if self.system else 0.0

    @property
    def recall(self) -> float:
        """The share of what is wanted that was said; 0 where nothing is wanted."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class Tally:
    """Counts while they are taken: scores by table, other counts by name, and the single cases."""

    tables: dict[str, Score] = field(default_factory=lambda: defaultdict(Score))
    others: Counter[str] = field(default_factory=Counter)
    judgements: list[Judgement] = field(default_factory=list)

    def add(self, tables: Iterable[str], score: Score) -> None:
        """Add to several tables."""
        for table in tables:
            self.tables[table] += score

    def include(self, other: "Tally") -> None:
        """Add all counts of another tally; the single cases stay with their document."""
        for table, score in other.tables.items():
            self.tables[table] += score
        self.others.update(other.others)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """The scores of a document, or of all together.

    ``role_accuracy`` is the share of matched affiliations whose role agrees, ``date_exact`` that of
    matched dates that are as precise as the gold's, ``evidence_validity`` that of all relations
    whose quote stands in the text at its offsets; None where there was nothing to judge.
    """

    entity: Score
    relation: Score
    unnamed: Score
    types: Mapping[str, Score]
    predicates: Mapping[str, Score]
    role_accuracy: float | None
    date_exact: float | None
    evidence_validity: float | None
    roles_spurious: int
    duplicates: int
    neutral_relations: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The scores of all documents together, of each and by language, and the single cases."""

    micro: Scores
    documents: Mapping[str, Scores]
    languages: Mapping[str, Scores]
    judgements: Mapping[str, tuple[Judgement, ...]]

    @property
    def errors(self) -> Mapping[str, tuple[Judgement, ...]]:
        """What was missed, half right or wrong in each document."""
        return {
            name: tuple(each for each in judged if each.verdict in _FAULTS)
            for name, judged in self.judgements.items()
        }


def report_of(tallies: Mapping[str, Tally], languages: Mapping[str, str] | None = None) -> Report:
    """Sum up the tallies of documents; ``languages`` names the language of each."""
    together, by_language = Tally(), defaultdict[str, Tally](Tally)
    for name, tally in tallies.items():
        together.include(tally)
        by_language[(languages or {}).get(name, "")].include(tally)
    return Report(
        micro=scores_of(together),
        documents={name: scores_of(tally) for name, tally in tallies.items()},
        languages={name: scores_of(by_language[name]) for name in sorted(by_language) if name},
        judgements={name: tuple(tally.judgements) for name, tally in tallies.items()},
    )


def scores_of(tally: Tally) -> Scores:
    """Reckon the scores."""
    return Scores(
        entity=tally.tables.get("entity", Score()),
        relation=tally.tables.get("relation", Score()),
        unnamed=tally.tables.get("unnamed", Score()),
        types=_group(tally, "type"),
        predicates=_group(tally, "predicate"),
        role_accuracy=_share(tally, "roles_right", "roles"),
        date_exact=_share(tally, "dates_exact", "dates"),
        evidence_validity=_share(tally, "evidence_valid", "evidence"),
        roles_spurious=tally.others["roles_spurious"],
        duplicates=tally.others["duplicates"],
        neutral_relations=tally.others["neutral_relations"],
    )


def _group(tally: Tally, kind: str) -> dict[str, Score]:
    prefix = f"{kind}:"
    return {
        name.removeprefix(prefix): tally.tables[name]
        for name in sorted(tally.tables)
        if name.startswith(prefix)
    }


def _share(tally: Tally, part: str, whole: str) -> float | None:
    return tally.others[part] / tally.others[whole] if tally.others[whole] else None
