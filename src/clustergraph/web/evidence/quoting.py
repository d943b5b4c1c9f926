"""Show passages: each quote once, with all that it says, who stands for it, and where it stands."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from clustergraph.iris import is_passage
from clustergraph.model import Iri, Modality
from clustergraph.operations.consult import Text
from clustergraph.operations.labels import Thing
from clustergraph.operations.quote import MOST_PASSAGES, Passage
from clustergraph.vocab import XSD
from clustergraph.web.addresses import path_of
from clustergraph.web.evidence.quote_views import QuoteView, ReviewView, StatementView, SubjectView
from clustergraph.web.linking import Linker, words
from clustergraph.web.pieces import Link
from clustergraph.web.wording import Wording

__all__ = [
    "LONGEST_IN_ADDRESS",
    "Spot",
    "amount",
    "by_spot",
    "disputes",
    "notes",
    "quote_view",
    "spot_of",
    "support",
    "written",
]

LONGEST_IN_ADDRESS = 200
"""How many characters of words an address may hold."""
_DATES = frozenset({XSD.date, XSD.gYearMonth, XSD.gYear, XSD.gMonthDay})

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


def written(said: Text, wording: Wording) -> str:
    """Write a date as readers of the language do; all else stays as it is."""
    return wording.date(said.text) if said.datatype in _DATES else said.text


def amount(said: Text, passages: Sequence[Passage], wording: Wording) -> Link:
    """Write a value; where all passages give it as a lower bound, as such: "at least 90"."""
    link = replace(words(said), text=written(said, wording))
    is_least = bool(passages) and all(passage.at_least for passage in passages)
    least = wording.gettext("at least %(number)s", number=link.text)
    return replace(link, text=least) if is_least else link


def support(passages: Sequence[Passage], wording: Wording) -> str:
    """Count the passages and their documents; empty where there is no more than one."""
    if len(passages) < 2:
        return ""
    documents = len({passage.document.iri for passage in passages})
    counted = [wording.ngettext("%(num)s document", "%(num)s documents", documents)]
    if len(passages) == MOST_PASSAGES:
        counted.append(wording.gettext("%(number)s passages or more", number=MOST_PASSAGES))
    else:
        counted.append(wording.ngettext("%(num)s passage", "%(num)s passages", len(passages)))
    return ", ".join(counted)


def disputes(passages: Iterable[Passage], wording: Wording) -> tuple[str, ...]:
    """Say why people dispute what the passages say, each reason once."""
    reasons = (passage.review_note for passage in passages if passage.is_disputed)
    return tuple(
        wording.gettext("disputed: %(reason)s", reason=reason) for reason in dict.fromkeys(reasons)
    )


def notes(passages: Sequence[Passage], wording: Wording) -> tuple[str, ...]:
    """Say what the passages say beside the bare statement, and only what all of them agree on."""
    if not passages:
        return ()
    found = []
    modalities = {each.modality.iri.local: each.modality for each in passages if each.modality}
    if modalities and Modality.FACT not in modalities:
        found.append(_either([modalities[name].label.text for name in sorted(modalities)], wording))
    if all(passage.former for passage in passages):
        found.append(wording.gettext("formerly"))
    roles = dict.fromkeys(passage.role.text for passage in passages if passage.role)
    return (*found, *(f"“{role}”" for role in roles))


def _either(names: Sequence[str], wording: Wording) -> str:
    """Say that it is the one or the other; there are no more than two that aren't facts."""
    if len(names) == 1:
        return names[0]
    return wording.gettext("%(one)s or %(other)s", one=names[0], other=names[1])


def _statement(number: int, passage: Passage, linker: Linker) -> StatementView:
    said = passage.object
    return StatementView(
        predicate=linker.link(passage.predicate),
        object=amount(said, [passage], linker.wording)
        if isinstance(said, Text)
        else linker.link(said),
        notes=notes([passage], linker.wording),
        review=_review(passage, linker),
        number=number,
        why=_why(passage, linker),
    )


def _why(passage: Passage, linker: Linker) -> str:
    """Return the address of why the statement holds; empty where the words don't carry it."""
    if passage.is_rejected:
        return ""
    said = passage.object.iri if isinstance(passage.object, Thing) else passage.object
    if isinstance(said, Text) and len(said.text) > LONGEST_IN_ADDRESS:
        return ""
    return linker.why(passage.subject.iri, passage.predicate.iri, said)


def _page_of(passage: Passage, linker: Linker) -> str:
    """Return where all of a passage is shown; one of a foreign IRI has no page of its own."""
    is_ours = is_passage(passage.iri)
    return linker.address(path_of(passage.iri)) if is_ours else _why(passage, linker)


def _review(passage: Passage, linker: Linker) -> ReviewView | None:
    if passage.status is None:
        return None
    label = passage.status.label
    return ReviewView(
        status=Link(
            text=label.text,
            href=_page_of(passage, linker),
            language=label.language,
        ),
        name=passage.status.iri.local,
        by=passage.reviewed_by,
        on=passage.reviewed_on,
        note=passage.review_note,
    )
