"""Tell what the client found in the shapes of the tools: short, but so that it can be quoted."""

from collections.abc import Iterable, Iterator
from typing import Final

from clustergraph.client import Disagreement, Entity, Evidence, Group, Hit, Side, Table, Term
from clustergraph.mcp_server.shapes import Answer, Candidate, Description, Quote, Statement

__all__ = ["candidate", "description", "rows", "truth", "turtle"]

_QUOTES: Final = 3
"""How many quotes of a statement are shown; more of them rarely say more."""
_CHARACTERS: Final = 20_000
"""How much of what a query constructs is shown."""

Cell = str | int | float | bool | None


def candidate(hit: Hit) -> Candidate:
    """Tell of something found."""
    return Candidate(
        iri=hit.iri,
        label=hit.label,
        type=hit.type,
        description=hit.description,
        name=hit.name,
        match=hit.match,
        score=hit.score,
    )


def description(entity: Entity) -> Description:
    """Tell what is said of one thing, with the words that say it."""
    groups = [*(entity.relations or ()), *(entity.incoming or ()), *(entity.consequences or ())]
    return Description(
        iri=entity.iri,
        label=entity.label,
        type=entity.type,
        names=list(dict.fromkeys(name.text for name in entity.names or ())),
        statements=[*_facts(entity), *_statements(entity.relations or ())],
        incoming=list(_statements(entity.incoming or ())),
        inferred=list(_statements(entity.consequences or ())),
        disagreements=[_disagreement(each) for each in entity.disagreements],
        same_as=[f"{each.relation} {each.iri}" for each in entity.same_as or ()],
        documents=[f"{document.label} <{document.iri}>" for document in entity.documents or ()],
        left_out=[_left_out(group) for group in groups if group.total > len(group.results)],
    )


def rows(table: Table, most: int) -> Answer:
    """Tell the first rows of a table."""
    return Answer(
        columns=list(table.variables),
        rows=[
            [_cell(row.get(variable)) for variable in table.variables] for row in table.rows[:most]
        ],
        total=len(table),
        is_cut=len(table) > most,
    )


def truth(holds: bool) -> Answer:
    """Tell whether it is so."""
    return Answer(holds=holds)


def turtle(text: str) -> Answer:
    """Tell statements."""
    return Answer(turtle=text[:_CHARACTERS], is_cut=len(text) > _CHARACTERS)


def _facts(entity: Entity) -> Iterator[Statement]:
    for fact in entity.facts:
        yield Statement(
            property=fact.property,
            value=fact.value,
            quotes=_quotes(fact.evidence),
            written=bool(fact.written),
        )


def _statements(groups: Iterable[Group]) -> Iterator[Statement]:
    for group in groups:
        for other in group.results:
            yield Statement(
                property=group.property,
                value=other.label,
                iri=other.iri,
                quotes=_quotes(other.evidence),
                written=bool(other.written),
            )


def _quotes(evidence: Iterable[Evidence] | None) -> list[Quote]:
    told = [
        Quote(
            words=each.quote,
            language=each.language,
            document=each.document,
            remark=", ".join(_remarks(each)),
        )
        for each in evidence or ()
    ]
    return told[:_QUOTES]


def _remarks(evidence: Evidence) -> Iterator[str]:
    """Say what a reader of the quote must know, and nothing where it says a plain fact."""
    if evidence.modality != "fact":
        yield evidence.modality
    if evidence.former:
        yield "former"
    if evidence.at_least:
        yield "at least"
    if evidence.status == "disputed":
        yield "disputed"
    if evidence.role:
        yield f"role: {evidence.role}"


def _disagreement(found: Disagreement) -> str:
    return f"{found.property} ({found.about}): {_side(found.one)}; but {_side(found.other)}"


def _side(side: Side) -> str:
    quotes = " / ".join(f"“{each.quote}” <{each.document}>" for each in side.evidence[:_QUOTES])
    return f"{side.value}, as in {quotes}"


def _left_out(group: Group) -> str:
    return f"{group.property}: {len(group.results)} of {group.total} shown"


def _cell(term: Term | None) -> Cell:
    value = term.value if term else None
    return value if isinstance(value, Cell) else str(value)
