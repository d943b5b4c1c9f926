"""What is part of what, and whose something is, as the order of words tells."""

from collections.abc import Iterable, Sequence

from clustergraph.languages import readings
from clustergraph.mapping.discourse.draft import Draft
from clustergraph.mapping.kinds import BODIES, FRAMES, GATHERINGS, QUALIFICATIONS
from clustergraph.mapping.mentions.mention import Mention
from clustergraph.mapping.relations.page import Page
from clustergraph.mapping.relations.passage import Passage
from clustergraph.mapping.text.tokens import Token
from clustergraph.vocab import CG

__all__ = ["read_issuer", "read_owner", "read_part_of_project", "read_whole"]

_MOST_OF_ITS_OWN = 4
"""Tokens of "of the partners of the" between a meeting and its project."""
_SHORTEST = 5
"""Letters of such a noun; shorter words are no nouns."""


def read_whole(left: Mention, right: Mention, page: Page) -> None:
    """Note «the 4th training week of the Alpha programme», «the Alpha project's conference».

    A series is not part of its workshops, but may be called «the series of three workshops».
    """
    if not (left.is_activity and right.is_activity) or page.of(left) is page.of(right):
        return
    if page.is_of(left, right) and right.plural:
        series = page.scene.phrase(left.span.hull(right.span))
        page.of(left).learn(() if left.named else (series,))  # no part of its workshops
    elif page.is_of(left, right) and not _only_owns(right, page):
        page.note(left, CG.partOf, right, rule="part of a whole", confidence=0.85)
    elif _is_of_its_own(left, right, page):
        page.note(left, CG.partOf, right, rule="part of a whole", confidence=0.75)
    elif _opens(left, right, page):
        page.note(right, CG.partOf, left, rule="whole before", confidence=0.8)


def _only_owns(whole: Mention, page: Page) -> bool:
    """Tell whether the programme only says whose project it is: «of the Interreg B | project X»."""
    behind = next((m for m in page.mentions if m.span.start >= whole.span.end), None)
    is_pair = whole.kind == CG.Programme and behind is not None and behind.kind == CG.Project
    return is_pair and behind is not None and _opens(whole, behind, page, named=False)


def _is_of_its_own(left: Mention, right: Mention, page: Page) -> bool:
    """Tell whether nouns of the project's own stand between: «meeting of partners of project X».

    So do those of «konferencja otwarcia projektu „X”» and «setkání partnerů projektu X».
    """
    is_pair = page.kind(left) in GATHERINGS and page.kind(right) in FRAMES and right.named
    words = page.scene.between(left.span.end, right.span.start)
    if not is_pair or left.plural or not 0 < len(words) <= _MOST_OF_ITS_OWN:
        return False
    pack = page.pack
    joining = pack.of_words | pack.articles | pack.elisions
    nouns = [word for word in words if word.lower not in joining]
    if pack.of_words:
        is_joined = words[0].lower in joining and words[-1].lower in joining
        return is_joined and len(nouns) == 1 and _is_common(nouns[0], page)
    return all(_is_common(word, page) and _may_be_genitive(word, page) for word in nouns)


def _is_common(word: Token, page: Page) -> bool:
    is_noun = word.is_word and (not word.is_capital or page.pack.capitalises_nouns)
    return is_noun and len(word.text) >= _SHORTEST and not page.pack.verbal.fullmatch(word.lower)


def _may_be_genitive(word: Token, page: Page) -> bool:
    known = readings(word.lower, page.pack.code)
    in_dictionary = any(reading.is_noun and "gen" in reading.cases for reading in known)
    return in_dictionary or page.pack.genitive.fullmatch(word.lower) is not None


def _opens(whole: Mention, part: Mention, page: Page, *, named: bool = True) -> bool:
    """Tell whether the named programme or project stands right before the noun of its part.

    So does a programme before its project: «the Horizon 2020 ALPHA project».
    """
    is_pair = (part.named or not named) and (whole.kind, part.kind) == (CG.Programme, CG.Project)
    is_part = part.kind in GATHERINGS or is_pair
    if not (whole.named and whole.kind in FRAMES and is_part) or page.pack.head_first:
        return False
    return page.scene.gap(whole.span.end, part.span.start) in {"", "'s", "’s", "'", "’"}


def read_part_of_project(mention: Mention, page: Page) -> None:
    """Note «the kick-off meeting» of the story's project, and «the Alpha project conference»."""
    if page.kind(mention) not in GATHERINGS or mention.plural:
        return
    namesake = _namesake(mention, page)
    if namesake is not None:
        _note_part(mention, namesake, page, rule="part by its name", confidence=0.75)
        return
    if mention.ordinal is not None and not mention.named and mention.kind == CG.Training:
        series = [d for d in page.story.activities if d.kind == CG.Programme and not d.named]
        if len(series) == 1:
            _note_part(mention, series[0], page, rule="part by its number", confidence=0.65)
            return
    project = page.story.about(FRAMES)
    text = page.scene.phrase(mention.span)
    if project is not None and project.named and page.pack.of_projects.search(text):
        _note_part(mention, project, page, rule="part by its noun", confidence=0.65)


def _namesake(mention: Mention, page: Page) -> Draft | None:
    """Return the project whose name the meeting bears: «the Alpha project conference»."""
    if not mention.named:
        return None
    frames = (d for d in page.roster.drafts if d.kind in FRAMES and d.named)
    return next((draft for draft in frames if _bears(mention.names, draft.names)), None)


def _bears(names: Iterable[str], of: Sequence[str]) -> bool:
    return any(
        name.startswith(f"{other} ") or name.endswith((f" {other}", f" „{other}”"))
        for name in names
        for other in of
    )


def _note_part(part: Mention, whole: Draft, page: Page, *, rule: str, confidence: float) -> None:
    passage = Passage(
        read=page.read,
        span=part.span,
        rule=rule,
        confidence=confidence,
        subject=part.span,
    )
    page.book.add(page.of(part), CG.partOf, whole, passage)


def read_owner(left: Mention, right: Mention, page: Page) -> None:
    """Note «the European Commission initiative» and «the programme of the Agency»."""
    if left.qualifier and right.is_activity:
        relation = CG.fundedBy if _is_for_funding(right, page) else CG.organisedBy
        page.note(right, relation, left, rule="owner before", confidence=0.75)
    is_said = any(match.span.overlaps(left.span) for match in page.cues)  # «projekt hrazený Alfou»
    if left.is_activity and page.kind(right) in BODIES and page.is_of(left, right) and not is_said:
        page.note(left, CG.organisedBy, right, rule="owner after", confidence=0.75)


def read_issuer(left: Mention, right: Mention, page: Page) -> None:
    """Note «the Gold Label of the Secretariat»."""
    is_label_of_body = page.kind(left) in QUALIFICATIONS and page.kind(right) in BODIES
    if is_label_of_body and page.is_of(left, right):
        page.note(left, CG.issuedBy, right, rule="issuer behind", confidence=0.8)


def _is_for_funding(mention: Mention, page: Page) -> bool:
    is_named_so = mention.head in page.pack.funding_nouns
    return is_named_so and page.kind(mention) == CG.Programme
