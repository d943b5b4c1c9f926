"""What a cue tells of its subject: mentions beside it, a number, or the words that follow."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import regex

from clustergraph.languages import Cue
from clustergraph.mapping.discourse.draft import Draft
from clustergraph.mapping.kinds import BODIES, PERSONS
from clustergraph.mapping.mentions.mention import Mention
from clustergraph.mapping.relations.coordination import are_coordinated
from clustergraph.mapping.relations.cue_matches import CueMatch
from clustergraph.mapping.relations.page import Page
from clustergraph.mapping.relations.place_lists import lies_within
from clustergraph.mapping.relations.topics import topics_in
from clustergraph.mapping.text.articles import without_articles
from clustergraph.mapping.text.numerals import number_in
from clustergraph.model import LangString, Literal, Span
from clustergraph.vocab import CG

__all__ = ["CueObject", "find_objects"]

_REACH = 8
"""Tokens between a cue and its first object."""
_POST_REACH = 4
"""Tokens behind a name within which a position shows that it is a person's."""
_BEFORE_A_POST = frozenset({",", "(", "–", "—", "-"})
_LONGEST_LEAD = 14
"""Tokens between a cue and the colon that opens its list."""
_LONGEST_NAME = 6
"""Words."""
_OPENINGS = ":–—- "
_LONGEST_ASIDE = 160
"""Characters."""
_BRACKETS = regex.compile(r"\([^()]*\)")
_NEW_CLAUSE = regex.compile(r"[;!?]|\s[–—]\s|\p{L}\s*,")
_COMPANY = frozenset({CG.affiliatedWith, CG.attendedBy, CG.fundedBy, CG.partner})
"""Relations whose cues tell with whom, for whom or with whose help somebody does something."""
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
        return _to_the_left(match, matches, page) or _behind_opening(match, page)
    behind = (m for m in _things(matches, page) if m.span.start >= match.span.end)
    after = [mention for mention in behind if not _is_of_a_post(mention, page)]
    first = next((i for i, m in enumerate(after) if _fits(m, match.cue, page)), None)
    if first is None or not _is_in_reach(after[first], match, matches, page):
        return _behind_colon(after, match, page)
    return _behind_colon(after, match, page) or _list_onwards(after[first:], match.cue, page)


def _is_of_a_post(mention: Mention, page: Page) -> bool:
    """Tell whether it is the body in «the director of the Agency, Ann Lee», who is meant."""
    if page.kind(mention) not in BODIES:
        return False
    before = page.scene.text_before(mention.span.start)
    offset = page.read.sentence.span.start
    ends = [role.span.end for role in page.read.roles if role.span.end <= mention.span.start]
    small = page.pack.of_words | page.pack.articles | page.pack.elisions
    has_post = bool(ends) and small.issuperset(before[ends[-1] - offset :].lower().split())
    people = (m for m in page.mentions if m.span.start >= mention.span.end)
    behind = (page.of(m) for m in people if page.kind(m) == CG.Person)
    return has_post and any(page.book.relates(who, page.of(mention)) for who in behind)


def _behind_colon(after: Sequence[Mention], match: CueMatch, page: Page) -> Sequence[Mention]:
    """Return the list that a colon announces: «partners from the EU are as follows: A; B»."""
    colon = next((t for t in page.scene.after(match.span.end) if t.text == ":"), None)
    if colon is None or not match.cue.many:
        return ()
    lead = page.scene.between(match.span.end, colon.span.start)
    behind = [m for m in after if m.span.start >= colon.span.end and _fits(m, match.cue, page)]
    if not behind or len(lead) > _LONGEST_LEAD or any(t.text == "." for t in lead):
        return ()
    gap = page.scene.gap(colon.span.end, behind[0].span.start)
    listed = _list_onwards(behind, match.cue, page) if len(gap.split()) <= 1 else ()
    return listed if len(listed) > 1 else ()


def _behind_opening(match: CueMatch, page: Page) -> Sequence[Mention]:
    """Return who follows the comma where the cue opens it: «As lead partner, the Agency …»."""
    words = [t for t in page.scene.before(match.span.start) if t.is_word]
    small = page.pack.function_words | page.pack.articles
    if match.cue.many or any(word.lower not in small for word in words):
        return ()
    for mention in page.mentions:
        if mention.span.start < match.span.end or not _fits(mention, match.cue, page):
            continue
        between = page.scene.between(match.span.end, mention.span.start)
        before = without_articles(between, page.pack)
        is_near = len(before) <= _REACH
        return [mention] if before and before[-1].text == "," and is_near else ()
    return ()


def _to_the_left(match: CueMatch, matches: Sequence[CueMatch], page: Page) -> Sequence[Mention]:
    before = [m for m in _things(matches, page) if m.span.end <= match.span.start]
    fitting = [m for m in reversed(before) if _fits(m, match.cue, page)]
    own = [m for m in fitting if not _is_aside(m, fitting, match, page)]
    main = _without_company(own, matches, page)
    chosen = list(main[:1])
    if not chosen or not (main is not own or _leads_to(chosen[0], match, page)):
        return ()
    for mention in main[1:] if match.cue.many else ():
        if not are_coordinated(mention.span.end, chosen[-1].span.start, page):
            break
        chosen.append(mention)
    return chosen[::-1]


def _is_aside(mention: Mention, fitting: Sequence[Mention], match: CueMatch, page: Page) -> bool:
    """Tell whether it only says more of another: «Ann Lee (the Agency) spoke».

    So it is in brackets that are closed before the cue, or somebody's who works for it, unless the
    cue stands in a relative clause of its own.
    """
    gap = page.scene.gap(mention.span.end, match.span.start)
    others = [m for m in fitting if m.span.end <= mention.span.start]
    opened = page.scene.text_before(mention.span.start)
    if others and opened.rfind("(") > opened.rfind(")") and ")" in gap:
        return True
    if _closes_a_relative(mention, gap, page):
        return True
    if page.pack.relative.search(gap) or page.kind(mention) == CG.Person:
        return False
    people = (m for m in page.mentions if m.span.end <= match.span.start and m is not mention)
    employed = (page.of(m) for m in people if page.kind(m) == CG.Person)
    return any(page.book.relates(person, page.of(mention)) for person in employed)


def _closes_a_relative(mention: Mention, gap: str, page: Page) -> bool:
    """Tell whether a clause ends with it: «Ann Lee, who heads the Agency, opened»."""
    if not gap.startswith(","):
        return False
    clause = page.scene.text_before(mention.span.start).rpartition(",")[2].strip()
    return page.pack.relative.match(clause) is not None


def _without_company(
    fitting: Sequence[Mention], matches: Sequence[CueMatch], page: Page
) -> Sequence[Mention]:
    """Leave out with whom somebody does it: «A, together with B, organised»: A is who does."""
    for other in reversed(matches):
        if other.cue.relation not in _COMPANY or other.cue.object != "right" or not fitting:
            continue
        main = [m for m in fitting if m.span.end <= other.span.start]
        company = [m for m in fitting if m.span.start >= other.span.end]
        if main and company and _is_company(main[0], company[::-1], other, page):
            fitting = main
    return fitting


def _is_company(main: Mention, company: Sequence[Mention], match: CueMatch, page: Page) -> bool:
    """Tell whether the cue ties the list to the one before it, and does not merely join them."""
    if are_coordinated(main.span.end, company[0].span.start, page):
        return False
    return _is_near(main.span.end, match.span.start, page) and _is_one_list(company, match, page)


def _is_one_list(company: Sequence[Mention], match: CueMatch, page: Page) -> bool:
    """Tell whether the mentions are a list that begins right behind the cue."""
    if not _is_near(match.span.end, company[0].span.start, page, loose=True):
        return False
    pairs = pairwise(company)
    return all(are_coordinated(one.span.end, other.span.start, page) for one, other in pairs)


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
    outside = _BRACKETS.sub("", gap)
    return is_aside or len(outside.split()) <= _REACH


def _list_onwards(after: Sequence[Mention], cue: Cue, page: Page) -> Sequence[Mention]:
    chosen = [after[0]]
    for mention in after[1:] if cue.many else ():
        _take_for_person(mention, chosen[-1], page)
        if not _fits(mention, cue, page) or _is_employer(mention, chosen[-1], page):
            continue
        if not are_coordinated(chosen[-1].span.end, mention.span.start, page):
            break
        if not lies_within(chosen[-1], mention, page):
            chosen.append(mention)
    return chosen


def _take_for_person(mention: Mention, last: Mention, page: Page) -> None:
    """Note that a name behind a person's, with a position behind it, is one too."""
    if page.kind(last) != CG.Person or not page.looks_like_a_person(mention):
        return
    after = page.scene.after(mention.span.end)[:_POST_REACH]
    has_post = any(page.scene.is_position(token) for token in after)
    if after and after[0].text in _BEFORE_A_POST and has_post:
        page.of(mention).kind = CG.Person


def _fits(mention: Mention, cue: Cue, page: Page) -> bool:
    """Tell whether the mention may be an object; a name of unknown kind may be most things."""
    kind = page.kind(mention)
    if mention.qualifier or kind is not None:
        return not mention.qualifier and kind in cue.kinds
    if not mention.named or cue.relation in _OF_KNOWN_KINDS:
        return False
    return cue.kinds != PERSONS or page.looks_like_a_person(mention)


def _is_in_reach(
    mention: Mention, match: CueMatch, matches: Sequence[CueMatch], page: Page
) -> bool:
    """Tell whether it stands near its cue and in its clause, and is not another's."""
    start, end = match.span.end, mention.span.start
    gap = _without_asides(page.scene.gap(start, end), page)
    if _NEW_CLAUSE.search(gap.lstrip(_OPENINGS)) or _is_owned(mention, start, page):
        return False
    rivals = (m for m in matches if m.cue.relation == match.cue.relation)
    if any(start <= rival.span.start < end for rival in rivals):
        return False
    return _is_near(start, end, page, loose=True)


def _without_asides(gap: str, page: Page) -> str:
    """Leave out what interrupts, with its commas: «attended by, among others, Ann Lee»."""
    parts = (part.strip() for part in gap.split(","))
    return ",".join(part for part in parts if part and not page.pack.aside.fullmatch(part))


def _is_owned(mention: Mention, start: int, page: Page) -> bool:
    """Tell whether it is a person's («led by Ann Lee, director of the Agency»), not the cue's."""
    between = page.read.between(start, mention.span.start)
    return mention.kind != CG.Person and any(m.kind == CG.Person for m in between)


def _is_employer(mention: Mention, last: Mention, page: Page) -> bool:
    """«Ann Lee, director of the Agency, and …»: a post between the two ties the body to her."""
    start, end = last.span.end, mention.span.start
    has_post = any(start <= role.span.start < end for role in page.read.roles)
    is_first = not page.read.between(start, end)
    if last.kind != CG.Person or page.kind(mention) == CG.Person:
        return False
    return (has_post and is_first) or page.book.relates(page.of(last), page.of(mention))


def _is_near(start: int, end: int, page: Page, *, loose: bool = False) -> bool:
    """Tell whether few tokens stand between; ``loose`` ones are those outside of mentions."""
    tokens = page.scene.between(start, end)
    if loose:
        tokens = tuple(t for t in tokens if not _is_mentioned(t.span, page))
    return len(tokens) <= _REACH


def _is_mentioned(span: Span, page: Page) -> bool:
    return any(mention.span.covers(span) for mention in page.mentions)
