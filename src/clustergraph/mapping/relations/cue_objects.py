"""What a cue tells of its subject: mentions beside it, a number, or the words that follow."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from clustergraph.languages import Cue
from clustergraph.mapping.discourse.draft import Draft
from clustergraph.mapping.mentions.mention import Mention
from clustergraph.mapping.relations.coordination import are_coordinated
from clustergraph.mapping.relations.cue_matches import CueMatch
from clustergraph.mapping.relations.page import Page
from clustergraph.mapping.relations.place_lists import lies_within
from clustergraph.mapping.relations.topics import topics_in
from clustergraph.mapping.text.numerals import number_in
from clustergraph.model import LangString, Literal, Span
from clustergraph.vocab import CG

__all__ = ["CueObject", "find_objects"]

_REACH = 8
"""Tokens between a cue and its first object."""
_LONGEST_NAME = 6
"""Words."""
_OPENINGS = ":–—- "
_LONGEST_ASIDE = 160
"""Characters."""
_NEW_CLAUSE = regex.compile(r"[;!?]|\s[–—]\s|\p{L}\s*,")
_PERSONS = frozenset({CG.Person})
_OF_KNOWN_KINDS = frozenset({CG.locatedIn, CG.covers, CG.partOf, CG.basedOn})
"""Relations whose object is never a name of which nothing is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CueObject:
    """The object of a cue, and where it stands if not in the cue itself."""

    value: Draft | Literal
    span: Span | None = None


def find_objects(match: CueMatch, matches: Sequence[CueMatch], page: Page) -> Iterator[CueObject]:
    """Yield the objects of a cue; ``matches`` are all cues of the sentence."""
    match match.cue.object:
        case "number":
            yield from _number(match, page)
        case "text":
            for text, span in topics_in(page.read, match.span.end):
                yield CueObject(value=LangString(text, page.pack.code), span=span)
        case "name":
            yield from _names(match, page)
        case _:
            for mention in _mentions(match, matches, page):
                yield CueObject(value=page.of(mention), span=mention.span)


def _number(match: CueMatch, page: Page) -> Iterator[CueObject]:
    number = number_in(match.number, page.pack)
    if number is not None:
        yield CueObject(value=number)


def _names(match: CueMatch, page: Page) -> Iterator[CueObject]:
    """Yield the words that follow as names of things that the document may know already."""
    for text, span in topics_in(page.read, match.span.end):
        if len(text.split()) <= _LONGEST_NAME:
            known = page.roster.named(text)
            yield CueObject(
                value=known or page.roster.new(None, (text,), span, named=True), span=span
            )


# -- Mentions ------------------------------------------------------------------------------------


def _mentions(match: CueMatch, matches: Sequence[CueMatch], page: Page) -> Sequence[Mention]:
    if match.cue.object == "left":
        return _to_the_left(match, matches, page)
    after = [m for m in _things(matches, page) if m.span.start >= match.span.end]
    first = next((i for i, m in enumerate(after) if _fits(m, match.cue, page)), None)
    if first is None or not _is_in_reach(after[first], match, matches, page):
        return ()
    return _list_onwards(after[first:], match.cue, page)


def _to_the_left(match: CueMatch, matches: Sequence[CueMatch], page: Page) -> Sequence[Mention]:
    before = [m for m in _things(matches, page) if m.span.end <= match.span.start]
    fitting = [m for m in reversed(before) if _fits(m, match.cue, page)]
    if not fitting or not _leads_to(fitting[0], match, page):
        return ()
    chosen = fitting[:1]
    for mention in fitting[1:] if match.cue.many else ():
        if not are_coordinated(mention.span.end, chosen[-1].span.start, page):
            break
        chosen.append(mention)
    return chosen[::-1]


def _things(matches: Sequence[CueMatch], page: Page) -> Iterator[Mention]:
    """Yield the mentions but those that only are a cue's words: «Lead Partner»."""
    for mention in page.mentions:
        is_word = page.kind(mention) is None and any(m.span.covers(mention.span) for m in matches)
        if not is_word:
            yield mention


def _leads_to(mention: Mention, match: CueMatch, page: Page) -> bool:
    """Tell whether the cue stands near, or behind what commas set off: «Ann Lee, …, said»."""
    gap = page.scene.gap(mention.span.end, match.span.start)
    is_aside = gap[:1] == "," and gap[-1:] == "," and len(gap) <= _LONGEST_ASIDE
    return is_aside or _is_near(mention.span.end, match.span.start, page)


def _list_onwards(after: Sequence[Mention], cue: Cue, page: Page) -> Sequence[Mention]:
    chosen = [after[0]]
    for mention in after[1:] if cue.many else ():
        if not _fits(mention, cue, page) or _is_employer(mention, chosen[-1], page):
            continue
        if not are_coordinated(chosen[-1].span.end, mention.span.start, page):
            break
        if not lies_within(chosen[-1], mention, page):
            chosen.append(mention)
    return chosen


def _fits(mention: Mention, cue: Cue, page: Page) -> bool:
    """Tell whether the mention may be an object; a name of unknown kind may be most things."""
    kind = page.kind(mention)
    if mention.qualifier or kind is not None:
        return not mention.qualifier and kind in cue.kinds
    if not mention.named or cue.relation in _OF_KNOWN_KINDS:
        return False
    return cue.kinds != _PERSONS or page.looks_like_a_person(mention)


def _is_in_reach(
    mention: Mention, match: CueMatch, matches: Sequence[CueMatch], page: Page
) -> bool:
    """Tell whether it stands near its cue and in its clause, and is not another's."""
    start, end = match.span.end, mention.span.start
    if _NEW_CLAUSE.search(page.scene.gap(start, end).lstrip(_OPENINGS)) or _is_owned(
        mention, start, page
    ):
        return False
    rivals = (m for m in matches if m.cue.relation == match.cue.relation)
    if any(start <= rival.span.start < end for rival in rivals):
        return False
    return _is_near(start, end, page, loose=True)


def _is_owned(mention: Mention, start: int, page: Page) -> bool:
    """Tell whether it is a person's («led by Ann Lee, director of the Agency»), not the cue's."""
    between = page.read.between(start, mention.span.start)
    return mention.kind != CG.Person and any(m.kind == CG.Person for m in between)


def _is_employer(mention: Mention, last: Mention, page: Page) -> bool:
    """«Ann Lee, director of the Agency, and …»: a post between the two ties the body to her."""
    start, end = last.span.end, mention.span.start
    has_post = any(start <= role.span.start < end for role in page.read.roles)
    is_first = not page.read.between(start, end)
    return last.kind == CG.Person and mention.kind != CG.Person and has_post and is_first


def _is_near(start: int, end: int, page: Page, *, loose: bool = False) -> bool:
    """Tell whether few tokens stand between; ``loose`` ones are those outside of mentions."""
    tokens = page.scene.between(start, end)
    if loose:
        tokens = tuple(t for t in tokens if not _is_mentioned(t.span, page))
    return len(tokens) <= _REACH


def _is_mentioned(span: Span, page: Page) -> bool:
    return any(mention.span.covers(span) for mention in page.mentions)
