"""Tell in words in what two versions differ, for a curator to read."""

from collections.abc import Iterator, Sequence

from clustergraph.operations.comparing.changes import (
    Difference,
    DocumentChange,
    EntityChange,
    Passing,
    Quote,
    ReviewChange,
    StatementChange,
)
from clustergraph.operations.quote import on_one_line

__all__ = ["tell_difference"]

_ALIKE = {
    False: "say the same.",
    True: (
        "hold the same documents, things, statements and reviews; they differ in their ontology, "
        "their links to other registers, in what follows, or in what can't be told in words."
    ),
}
_SHOWN_QUOTES = 2


def tell_difference(
    difference: Difference, *, most: int | None = None, all_at: str = "--all lists them"
) -> Iterator[str]:
    """Yield lines; of each kind of change ``most`` at most, all where it is None.

    ``all_at`` says in words where the others are.
    """
    if difference.is_empty:
        yield f"{difference.old} and {difference.new} {_ALIKE[difference.rest_differs]}"
        return
    yield f"From {difference.old} to {difference.new}:"
    lists = {
        "Documents": [_document(change) for change in difference.documents],
        "Things": [_entity(change) for change in difference.entities],
        "Statements": [_statement(change) for change in difference.statements],
        "Reviews": [_review(change) for change in difference.reviews],
    }
    for title, lines in lists.items():
        if lines:
            yield from _section(title, lines, most, all_at)


def _section(title: str, lines: Sequence[str], most: int | None, all_at: str) -> Iterator[str]:
    yield ""
    yield f"{title} ({len(lines)})"
    yield from (f"  {line}" for line in lines[:most])
    if most is not None and len(lines) > most:
        yield f"  … and {len(lines) - most} more; {all_at}."


def _document(change: DocumentChange) -> str:
    known = ", ".join(filter(None, (change.file, change.language, change.issued)))
    title = f"{change.title} ({known})" if change.title else known
    if change.what is Passing.CHANGED:
        return f"changed: {title}: {', '.join(change.details)}"
    return f"{change.what}: {title}"


def _entity(change: EntityChange) -> str:
    thing = _thing(change.kind, change.label)
    match change.what:
        case Passing.MERGED:
            return f"merged: {thing} is one with {change.now} now"
        case Passing.RENAMED:
            return f"renamed: {thing} is called {change.now} now"
        case Passing.RETYPED:
            return f"of another class: {thing} is a {change.now} now"
        case _:
            return f"{change.what}: {thing}"


def _statement(change: StatementChange) -> str:
    subject = _thing(change.kind, change.subject)
    said = f"{change.predicate} {change.object}"
    match change.what:
        case Passing.NEW:
            return f"{subject}: {_now(change)}{said}{_source(change, change.passages_new)}"
        case Passing.GONE:
            return f"{subject}: no longer {said}{_source(change, change.passages_gone)}"
        case _:
            return f"{subject}: {said}{_more_and_fewer(change)}"


def _now(change: StatementChange) -> str:
    """Tell what is new of a thing from what is said of a new thing."""
    if not change.is_of_known:
        return ""
    return "now also " if change.has_others else "now "


def _source(change: StatementChange, passages: Sequence[Quote]) -> str:
    return " (written, in no document)" if change.is_written else _bracketed(passages)


def _more_and_fewer(change: StatementChange) -> str:
    parts = []
    if change.passages_new:
        parts.append(f", said also{_bracketed(change.passages_new)}")
    if change.passages_gone:
        parts.append(f", said no longer{_bracketed(change.passages_gone)}")
    return "".join(parts)


def _review(change: ReviewChange) -> str:
    statement = f"{change.subject} {change.predicate} {change.object}"
    by = f" by {change.by}" if change.by else ""
    note = f": {change.note}" if change.note else ""
    return f"{statement}{_bracketed([change.quote])}: {change.before} → {change.now}{by}{note}"


def _bracketed(quotes: Sequence[Quote]) -> str:
    if not quotes:
        return ""
    told = "; ".join(f"«{on_one_line(it.text)}», {it.document}" for it in quotes[:_SHOWN_QUOTES])
    more = len(quotes) - _SHOWN_QUOTES
    return f" ({told}; and {more} more)" if more > 0 else f" ({told})"


def _thing(kind: str, name: str) -> str:
    """Begin a line with what something is; a name alone is left as it is written."""
    return f"{kind[:1].upper()}{kind[1:]} {name}" if kind else name
