"""Checks of queries: what one may hold (section 4.1), and what it should find (section 4.4)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from clustergraph.recon_check.checks.checking import Check
from clustergraph.recon_check.dialects import Query, Record
from clustergraph.recon_check.findings import Unmet, Verdict, judged
from clustergraph.recon_check.samples import Sample, identifiers_of, score_of
from clustergraph.recon_check.shapes import shown
from clustergraph.recon_check.visits import Visit

__all__ = ["CHECKS"]

_OPERATORS: Final = (
    '"',
    "*",
    "((",
    "a AND (b OR",
    "name:*",
    "[1 TO",
    "\\",
    "' OR '1'='1",
    "} { ?s ?p ?o",
    "<b>&amp;%00",
)
"""What Lucene, SQL, SPARQL or a page might take for more than a text."""

_NONSENSE: Final = "xqvzkj wpfhtgq 0918273645"


def _accepted(visit: Visit, queries: Mapping[str, Query]) -> Verdict:
    """Judge whether queries of some form are answered, whatever is found.

    Where a batch is not, each is asked alone, so that the report can name the one that is to blame.
    """
    together = visit.match(queries)
    if not together.refusals:
        return judged([], *together.exchanges)
    alone = [visit.match({key: query}) for key, query in queries.items()]
    refused = [one for one in alone if one.refusals] or [together]
    return judged(
        (problem for one in refused for problem in one.refusals),
        *(exchange for one in refused for exchange in one.exchanges),
    )


def _type(visit: Visit) -> Verdict:
    return _accepted(visit, {"q0": Query(text=visit.sample.name, type=visit.type)})


def _types(visit: Visit) -> Verdict:
    name, kind = visit.sample.name, visit.type
    several = (kind, *(other for other in visit.types[1:2]))
    return _accepted(
        visit, {"q0": Query(text=name, type=(kind,)), "q1": Query(text=name, type=several)}
    )


def _strictness(visit: Visit) -> Verdict:
    name, kind = visit.sample.name, visit.type
    return _accepted(
        visit,
        {
            f"q{number}": Query(text=name, type=kind, strictness=strictness)
            for number, strictness in enumerate(("should", "all", "any"))
        },
    )


def _type_kept(visit: Visit) -> Verdict:
    sample = visit.sample
    if not sample.types:
        raise Unmet("no candidate has a type")
    return _found(visit, sample, Query(text=sample.name, type=sample.types[0]))


def _properties(visit: Visit) -> Verdict:
    entity = {"id": visit.sample.identifier, "name": visit.sample.name}
    values = ("recon-check", 7, 7.5, True, entity, ["recon-check", entity])
    property_ = visit.properties[0]
    return _accepted(
        visit,
        {
            f"q{number}": Query(text=visit.sample.name, properties=((property_, value),))
            for number, value in enumerate(values)
        },
    )


def _properties_only(visit: Visit) -> Verdict:
    condition = (visit.properties[0], "recon-check")
    return _accepted(visit, {"q0": Query(properties=(condition,))})


def _quantifiers(visit: Visit) -> Verdict:
    condition = (visit.properties[0], ["recon-check", "another"])
    return _accepted(
        visit,
        {
            f"q{number}": Query(
                text=visit.sample.name, properties=(condition,), quantifier=quantifier
            )
            for number, quantifier in enumerate(("any", "all", "none"))
        },
    )


def _limit(visit: Visit) -> Verdict:
    several = [key for key, found in visit.first.candidates.items() if len(found) > 1]
    if not several:
        raise Unmet("no query has two candidates")
    text = visit.first_queries[several[0]].text
    one = visit.match({"q0": Query(text=text, limit=1)})
    found = len(one.candidates.get("q0", ()))
    too_many = [f"there are {found} candidates for a limit of 1"] if found > 1 else []
    return judged([*one.refusals, *too_many], *one.exchanges)


def _by_name(visit: Visit) -> Verdict:
    return _found(visit, visit.sample, Query(text=visit.sample.name))


def _found(visit: Visit, sample: Sample, query: Query) -> Verdict:
    matching = visit.match({"name": query})
    candidates = matching.candidates.get("name", ())
    missing = []
    if sample.identifier not in identifiers_of(candidates) and not _namesakes(candidates, sample):
        missing = [f"{sample.name!r} ({sample.identifier!r}) is not among the candidates"]
    return judged([*matching.refusals, *missing], *matching.exchanges)


def _namesakes(candidates: Sequence[Record], sample: Sample) -> bool:
    """Tell whether there are only others of that name, behind which one may be hidden."""
    return bool(candidates) and all(one.get("name") == sample.name for one in candidates)


def _by_identifier(visit: Visit) -> Verdict:
    identifier = visit.sample.identifier
    matching = visit.match({"q0": Query(identifier=identifier)})
    candidates = matching.candidates.get("q0", ())
    problems = [*matching.refusals, *_rank_problems(identifier, candidates)]
    return judged(problems, *matching.exchanges)


def _rank_problems(identifier: str, candidates: Sequence[Record]) -> Iterator[str]:
    scores = {one.get("id"): score_of(one) for one in candidates if isinstance(one.get("id"), str)}
    if identifier not in scores:
        yield f"{shown(identifier)} is not among the candidates"
        return
    own, best = (
        scores[identifier],
        max((one for one in scores.values() if one is not None), default=None),
    )
    if own is not None and best is not None and own < best:
        yield f"{shown(identifier)} has the score {own:g}, and another has {best:g}"


def _text_as_text(visit: Visit) -> Verdict:
    return _accepted(
        visit, {f"q{number}": Query(text=text, limit=1) for number, text in enumerate(_OPERATORS)}
    )


def _nonsense(visit: Visit) -> Verdict:
    matching = visit.match({"q0": Query(text=_NONSENSE)})
    matched = [one for one in matching.candidates.get("q0", ()) if one.get("match") is True]
    problems = [f"{shown(one.get('name'))} is declared a match of it" for one in matched]
    return judged([*matching.refusals, *problems], *matching.exchanges)


CHECKS: Final[Mapping[str, Check]] = {
    "query-limit": _limit,
    "query-type": _type,
    "query-types": _types,
    "query-type-strict": _strictness,
    "query-type-kept": _type_kept,
    "query-properties": _properties,
    "query-properties-only": _properties_only,
    "query-quantifiers": _quantifiers,
    "found-by-name": _by_name,
    "found-by-identifier": _by_identifier,
    "text-as-text": _text_as_text,
    "nonsense": _nonsense,
}
