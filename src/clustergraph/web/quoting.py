"""Show passages: each quote once, with all that it says, who stands for it, and where it stands."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from clustergraph.model import Iri
from clustergraph.operations.consult import Text
from clustergraph.operations.quote import MOST_PASSAGES, Passage
from clustergraph.web.addresses import path_of
from clustergraph.web.linking import Linker, words
from clustergraph.web.pieces import Link, QuoteView, ReviewView, StatementView, SubjectView

__all__ = ["Spot", "amount", "by_spot", "disputes", "notes", "quote_view", "spot_of", "support"]

Spot = tuple[Iri, int, int]
"""A document, and where a quote begins and ends in it."""


def spot_of(passage: Passage) -> Spot:
    """Return where a passage stands; several passages may share a quote."""
    return passage.document.iri, passage.start, passage.end


def by_spot(passages: Iterable[Passage]) -> dict[Spot, list[Passage]]:
    """Gather the passages that share a quote, in the order of the text, longer quotes first."""
    spots: dict[Spot, list[Passage]] = {}
    for passage in passages:
        spots.setdefault(spot_of(passage), []).append(passage)
    return dict(sorted(spots.items(), key=lambda each: (each[0][0], each[0][1], -each[0][2])))


def quote_view(number: int, passages: Sequence[Passage], linker: Linker) -> QuoteView:
    """Show a quote with what the passages that share it say, by subject."""
    first = passages[0]
    subjects: dict[Iri, list[Passage]] = {}
    for passage in passages:
        subjects.setdefault(passage.subject.iri, []).append(passage)
    return QuoteView(
        number=number,
        quote=words(first.quote),
        source=linker.place(*spot_of(first)),
        start=first.start,
        end=first.end,
        subjects=tuple(
            SubjectView(
                subject=linker.link(said[0].subject),
                statements=tuple(_statement(number, passage, linker) for passage in said),
            )
            for said in subjects.values()
        ),
    )


def amount(said: Text, passages: Sequence[Passage]) -> Link:
    """Write a value; where all passages give it as a lower bound, as such: "at least 90"."""
    link = words(said)
    is_least = bool(passages) and all(passage.at_least for passage in passages)
    return replace(link, text=f"at least {link.text}") if is_least else link


def support(passages: Sequence[Passage]) -> str:
    """Count the passages and their documents; empty where there is no more than one."""
    if len(passages) < 2:
        return ""
    documents = len({passage.document.iri for passage in passages})
    more = " or more" if len(passages) == MOST_PASSAGES else ""
    return f"{documents} document{'s' * (documents > 1)}, {len(passages)} passages{more}"


def disputes(passages: Iterable[Passage]) -> tuple[str, ...]:
    """Say why people dispute what the passages say, each reason once."""
    reasons = (passage.review_note for passage in passages if passage.is_disputed)
    return tuple(f"disputed: {reason}" for reason in dict.fromkeys(reasons))


def notes(passages: Sequence[Passage]) -> tuple[str, ...]:
    """Say what the passages say beside the bare statement, and only what all of them agree on."""
    if not passages:
        return ()
    found = []
    modalities = {passage.modality.iri.local for passage in passages if passage.modality}
    if modalities and "fact" not in modalities:
        found.append(" or ".join(sorted(modalities)))
    if all(passage.former for passage in passages):
        found.append("formerly")
    roles = dict.fromkeys(passage.role.text for passage in passages if passage.role)
    return (*found, *(f"“{role}”" for role in roles))


def _statement(number: int, passage: Passage, linker: Linker) -> StatementView:
    said = passage.object
    return StatementView(
        predicate=linker.link(passage.predicate),
        object=amount(said, [passage]) if isinstance(said, Text) else linker.link(said),
        notes=notes([passage]),
        review=_review(passage, linker),
        number=number,
    )


def _review(passage: Passage, linker: Linker) -> ReviewView | None:
    if passage.status is None:
        return None
    label = passage.status.label
    return ReviewView(
        status=Link(
            text=label.text,
            href=linker.address(path_of(passage.iri)),
            language=label.language,
        ),
        name=passage.status.iri.local,
        by=passage.reviewed_by,
        on=passage.reviewed_on,
        note=passage.review_note,
    )
