"""Score lookups by name against a gold of what people type.

What counts is said in ``scoring.lookups``; how a text is looked up in ``look_up``.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from clustergraph.errors import GoldError
from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.operations.dataset import OpenVersion
from clustergraph.operations.look_up import Question, kinds_named, search
from clustergraph.operations.look_up.certain import certain
from clustergraph.operations.scoring.lookups import (
    Answered,
    Lookup,
    LookupScore,
    read_lookups,
    score_lookup,
)

__all__ = ["LookupReport", "answer_from", "evaluate_lookups", "local_id", "lookup_table"]

_UNFINISHED = "unfinished"
"""The difficulty of what is asked for while it is being typed."""
_LOOKED_AT = 10

Ask = Callable[[Lookup], Answered]


@dataclass(frozen=True, slots=True, kw_only=True)
class LookupReport:
    """The scores of all lookups, of each table, and by difficulty, and those that went wrong."""

    overall: LookupScore
    tables: Mapping[str, LookupScore]
    difficulties: Mapping[str, LookupScore]
    failures: tuple[tuple[Lookup, Answered], ...]


def evaluate_lookups(gold: Path, ask: Ask) -> LookupReport:
    """Ask each lookup of a table, or of all tables of a folder, and score the answers.

    Raises:
        GoldError: when there is no table, or one can't be read.
    """
    paths = sorted(gold.glob("*.tsv")) if gold.is_dir() else [gold]
    if not paths:
        raise GoldError(str(gold), "the folder holds no lookups (*.tsv); give one that does.")
    tables: dict[str, LookupScore] = defaultdict(LookupScore)
    difficulties: dict[str, LookupScore] = defaultdict(LookupScore)
    failures: list[tuple[Lookup, Answered]] = []
    for path in paths:
        for lookup in read_lookups(path):
            answered = ask(lookup)
            score = score_lookup(lookup, answered)
            tables[path.stem] += score
            difficulties[lookup.difficulty] += score
            if _has_failed(score):
                failures.append((lookup, answered))
    return LookupReport(
        overall=sum(tables.values(), LookupScore()),
        tables=tables,
        difficulties=difficulties,
        failures=tuple(failures),
    )


def answer_from(opened: OpenVersion) -> Ask:
    """Return what looks names up in a version."""
    return partial(_answer, opened)


def lookup_table(report: LookupReport, *, verbose: bool = False) -> str:
    """Return the report as text; ``verbose`` adds what went wrong."""
    return "\n".join([*_lines(report), *(_wrong(report) if verbose else ())])


def _answer(opened: OpenVersion, lookup: Lookup) -> Answered:
    question = Question(
        text=lookup.query,
        kinds=kinds_named(lookup.type) if lookup.type else (),
        unfinished=lookup.difficulty == _UNFINISHED,
    )
    hits = search(opened, question, limit=_LOOKED_AT).hits
    match = certain(hits)
    return Answered(
        ranked=tuple(local_id(hit.thing.iri) for hit in hits),
        matched=local_id(match.thing.iri) if match else None,
    )


def local_id(iri: Iri) -> str:
    """Return the local id of an entity, or else the path below our base."""
    return iri.removeprefix(BASE).removeprefix("id/")


def _has_failed(score: LookupScore) -> bool:
    is_first = score.first == score.sought
    return not is_first or score.right < score.matched or score.kept < score.wanted


def _lines(report: LookupReport) -> Iterator[str]:
    heads = f"{'MRR':>6} {'first':>6} {'found':>6} {'auto P':>7} {'auto R':>7}"
    yield f"{'lookups':24} {heads}   {'sought':>6} {'matched':>7}"
    for name, score in {**report.tables, "ALL": report.overall, **report.difficulties}.items():
        shares = f"{_share(score.mean_reciprocal_rank)} {_share(score.first_share)}"
        found = _share(score.found / score.sought if score.sought else None)
        automatic = f"{_share(score.precision, 7)} {_share(score.recall, 7)}"
        yield f"  {name:22} {shares} {found} {automatic}   {score.sought:6} {score.matched:7}"


def _share(share: float | None, width: int = 6) -> str:
    return f"{'-':>{width}}" if share is None else f"{share:{width}.3f}"


def _wrong(report: LookupReport) -> Iterator[str]:
    for lookup, answered in report.failures:
        wanted = " or ".join(lookup.expected) or "nothing"
        got = ", ".join(answered.ranked[:3]) or "nothing"
        match = f"; matched {answered.matched}" if answered.matched else ""
        yield f"\n{lookup.difficulty}: “{lookup.query}”"
        yield f"  wanted {wanted} (automatic: {lookup.automatic})"
        yield f"  got {got}{match}"
