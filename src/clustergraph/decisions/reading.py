"""The tables of a curation folder to decisions; every row that can't be read is named.

``statements.tsv``, ``entities.tsv``, ``identities.tsv`` and ``forgotten.tsv``; a file that is not
there holds nothing.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Final, TypeVar

from clustergraph.decisions.decision import (
    Curation,
    EntityDecision,
    EntityVerdict,
    Forgetting,
    Identity,
    IdentityDecision,
    StatementDecision,
    Verdict,
)
from clustergraph.decisions.table import Row, read_rows
from clustergraph.errors import CurationError
from clustergraph.iris import BASE
from clustergraph.model import Iri, Modality, Review, ReviewStatus
from clustergraph.vocab import CG, INFERRED, SIGNATURES, SUPERCLASSES

__all__ = [
    "ENTITY_COLUMNS",
    "FORGOTTEN_COLUMNS",
    "FORGOTTEN_FILE",
    "IDENTITY_COLUMNS",
    "STATEMENT_COLUMNS",
    "read_curation",
]

STATEMENT_COLUMNS: Final = (
    *("decision", "document", "subject", "predicate", "object", "quote"),
    *("role", "qualifiers", "by", "on", "why"),
)
ENTITY_COLUMNS: Final = (
    *("decision", "document", "entity", "class", "names", "named", "quote"),
    *("by", "on", "why"),
)
IDENTITY_COLUMNS: Final = ("decision", "class", "one", "other", "why", "by", "on")
FORGOTTEN_FILE: Final = "forgotten.tsv"
FORGOTTEN_COLUMNS: Final = ("iri", "by", "on", "why")

_NOT_OF_THE_FIELD: Final = frozenset({CG.Document, CG.Evidence})
_PREDICATES: Final[Mapping[str, Iri]] = {
    term.local: term
    for term, signature in SIGNATURES.items()
    if term not in INFERRED and not (signature.domain | signature.range) & _NOT_OF_THE_FIELD
}
_CLASSES: Final[Mapping[str, Iri]] = {
    kind.local: kind
    for kind in {kind for signature in SIGNATURES.values() for kind in signature.domain}
    | SUPERCLASSES.keys()
    if kind not in _NOT_OF_THE_FIELD
}
_FORGETTABLE: Final = (f"{BASE}id/", f"{BASE}doc/")
_FORMER: Final = "former"
_AT_LEAST: Final = "at-least"
_QUALIFIERS: Final = frozenset({_FORMER, _AT_LEAST, *Modality})
_YES: Final = {"": True, "yes": True, "no": False}
_NAMES_PARTED_BY: Final = "|"
_NO_NAME: Final = "-"
"""Before a name that an entity is to lose."""
_STATUS: Final = {
    Verdict.CONFIRM: ReviewStatus.CONFIRMED,
    Verdict.ADD: ReviewStatus.ADDED,
    Verdict.REJECT: ReviewStatus.REJECTED,
    Verdict.DISPUTE: ReviewStatus.DISPUTED,
}
_REASONED: Final = frozenset({ReviewStatus.REJECTED, ReviewStatus.DISPUTED})
"""What can't be said without a reason."""
_AGREEING: Final = frozenset({Verdict.CONFIRM, Verdict.ADD})
"""Decisions that several people may make on one reading."""

Word = TypeVar("Word", bound=StrEnum)
Decision = TypeVar("Decision", StatementDecision, EntityDecision, IdentityDecision, Forgetting)


def read_curation(folder: Path) -> Curation:
    """Read the decisions of a folder; one that is not there holds none.

    A row that can't be read or contradicts another is told apart as bad.
    """
    errors: list[CurationError] = []

    def decisions(
        name: str, columns: tuple[str, ...], read: Callable[[Row], Decision]
    ) -> tuple[Decision, ...]:
        return tuple(_read(read_rows(folder / name, columns), read, errors))

    statements = decisions("statements.tsv", STATEMENT_COLUMNS, _statement)
    entities = decisions("entities.tsv", ENTITY_COLUMNS, _entity)
    identities = decisions("identities.tsv", IDENTITY_COLUMNS, _identity)
    forgotten = decisions(FORGOTTEN_FILE, FORGOTTEN_COLUMNS, _forgetting)
    errors.extend(_contradictions(statements))
    errors.extend(_circles(identities))
    return Curation(
        statements=statements,
        entities=entities,
        identities=identities,
        forgotten=forgotten,
        bad=tuple(errors),
    )


def _read(
    rows: Iterable[Row | CurationError],
    read: Callable[[Row], Decision],
    errors: list[CurationError],
) -> Iterator[Decision]:
    for row in rows:
        try:
            if isinstance(row, CurationError):
                raise row
            yield read(row)
        except CurationError as error:
            errors.append(error)


def _statement(row: Row) -> StatementDecision:
    verdict = _word(row, Verdict)
    qualifiers = _qualifiers(row)
    modality = qualifiers & {*Modality}
    if len(modality) > 1:
        row.refuse("a passage tells a fact, a plan or hearsay; keep one of them.")
    return StatementDecision(
        location=row.location,
        verdict=verdict,
        document=_given(row, "document"),
        subject=_given(row, "subject"),
        predicate=_term(row, "predicate", _PREDICATES, "relation"),
        object=_given(row, "object"),
        quote=_given(row, "quote"),
        role=row["role"],
        modality=Modality(modality.pop()) if modality else None,
        former=_FORMER in qualifiers,
        at_least=_AT_LEAST in qualifiers,
        review=_review(row, _STATUS[verdict]),
    )


def _entity(row: Row) -> EntityDecision:
    verdict = _word(row, EntityVerdict)
    if row["named"] not in _YES:
        row.refuse(f"named is yes or no, not {row['named']!r}.")
    needed = {EntityVerdict.ADD: ("class", "quote"), EntityVerdict.REJECT: ("why",)}
    for column in needed.get(verdict, ()):
        _given(row, column)
    _author(row)
    names = [name.strip() for name in row["names"].split(_NAMES_PARTED_BY) if name.strip()]
    dropped = [name for name in names if name.startswith(_NO_NAME)]
    return EntityDecision(
        location=row.location,
        verdict=verdict,
        document=_given(row, "document"),
        entity=_given(row, "entity"),
        kind=_term(row, "class", _CLASSES, "class") if row["class"] else None,
        names=tuple(name for name in names if name not in dropped),
        dropped_names=tuple(name.removeprefix(_NO_NAME).strip() for name in dropped),
        named=_YES[row["named"]],
        quote=row["quote"],
    )


def _identity(row: Row) -> IdentityDecision:
    _author(row)
    _given(row, "why")
    return IdentityDecision(
        location=row.location,
        identity=_word(row, Identity),
        kind=_term(row, "class", _CLASSES, "class") if row["class"] else None,
        one=_given(row, "one"),
        other=_given(row, "other"),
    )


def _forgetting(row: Row) -> Forgetting:
    by, on = _author(row)
    iri = _given(row, "iri")
    if not iri.startswith(_FORGETTABLE):
        row.refuse(f"{iri!r} is no IRI of an entity ({BASE}id/…) or a document ({BASE}doc/…).")
    try:
        known = Iri(iri)
    except ValueError:
        row.refuse(f"{iri!r} is no IRI.")
    return Forgetting(location=row.location, iri=known, by=by, on=on, why=_given(row, "why"))


def _word(row: Row, words: type[Word]) -> Word:
    try:
        return words(row["decision"])
    except ValueError:
        known = ", ".join(words)
        row.refuse(f"the decision {row['decision']!r} is none of: {known}.")


def _given(row: Row, column: str) -> str:
    if not row[column]:
        row.refuse(f"the column {column} is empty; fill it in.")
    return row[column]


def _term(row: Row, column: str, known: Mapping[str, Iri], what: str) -> Iri:
    name = _given(row, column)
    if name not in known:
        row.refuse(f"there is no {what} {name!r}; there are {', '.join(sorted(known))}.")
    return known[name]


def _qualifiers(row: Row) -> set[str]:
    words = {word.strip() for word in row["qualifiers"].split(",") if word.strip()}
    if unknown := sorted(words - _QUALIFIERS):
        known = ", ".join(sorted(_QUALIFIERS))
        row.refuse(f"the qualifier {unknown[0]!r} is none of: {known}.")
    return words


def _review(row: Row, status: ReviewStatus) -> Review:
    note = _given(row, "why") if status in _REASONED else row["why"]
    by, on = _author(row)
    return Review(status=status, by=by, on=on, note=note)


def _author(row: Row) -> tuple[str, date]:
    by = _given(row, "by")
    try:
        return by, date.fromisoformat(_given(row, "on"))
    except ValueError:
        row.refuse(f"{row['on']!r} is not a date (YYYY-MM-DD).")


def _contradictions(decisions: Iterable[StatementDecision]) -> Iterator[CurationError]:
    first: dict[tuple[str, ...], StatementDecision] = {}
    for decision in decisions:
        earlier = first.setdefault(decision.reading, decision)
        verdicts = {earlier.verdict, decision.verdict}
        if len(verdicts) > 1 and verdicts != _AGREEING:
            reason = f"it contradicts {earlier.location}; keep one of the two."
            yield CurationError(decision.location, reason)


def _circles(decisions: Iterable[IdentityDecision]) -> Iterator[CurationError]:
    """Tell where following one name to its main name leads back to it."""
    main: dict[str, set[str]] = {}
    for decision in decisions:
        if decision.identity is not Identity.SAME:
            continue
        if decision.one in _reached(decision.other, main):
            reason = (
                f"it closes a circle: {decision.other!r} already leads to {decision.one!r}; "
                "let each name lead to the main one."
            )
            yield CurationError(decision.location, reason)
            continue
        main.setdefault(decision.one, set()).add(decision.other)


def _reached(name: str, main: Mapping[str, set[str]]) -> set[str]:
    found, waiting = set[str](), [name]
    while waiting:
        at = waiting.pop()
        if at not in found:
            found.add(at)
            waiting.extend(main.get(at, ()))
    return found
