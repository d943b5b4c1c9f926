"""Lines of a list of people: «Ann Lee, Head of Unit, Wood Agency», «Ann Lee – Director – A»."""

from collections.abc import Iterator, Sequence

from clustergraph.mapping.kinds import BODIES
from clustergraph.mapping.mentions.mention import Mention
from clustergraph.mapping.relations.page import Page
from clustergraph.mapping.relations.passage import Passage
from clustergraph.mapping.text.tokens import Token, span_of
from clustergraph.model import Span, ZoneKind
from clustergraph.vocab import CG

__all__ = ["read_entry"]

_PARTING = frozenset({",", "–", "—", "-", "(", ")", ";", "|", ":"})
_FEWEST_PARTS = 1
_LONGEST_POSITION = 10
"""Tokens."""


def read_entry(page: Page) -> None:
    """Note for whom the person works who opens a bullet that holds no clause.

    Behind her name come the position, if any, and the body; what stands last is the whole of which
    units before it are parts, as in «Head of Unit, DG Wood, Timber Commission».
    """
    person = next(iter(page.mentions), None)
    if person is None or page.read.sentence.kind is not ZoneKind.BULLET:
        return
    if page.kind(person) != CG.Person or not _opens(person, page):
        return
    parts = list(_parts(person.span.end, page))
    body = _body(parts, person, page)
    if body is None or page.book.tells(page.of(person), CG.affiliatedWith):
        return
    draft = page.of(body)
    if draft.kind == CG.Person:
        draft.kind = CG.Organisation  # «Ann Lee, Director, Toy Trade»: no second name
    _note(person, body, _position(parts, body, page), page)


def _opens(person: Mention, page: Page) -> bool:
    """Tell whether only titles, articles and signs stand before the name, and a sign behind it."""
    pack = page.pack
    before = (t for t in page.scene.before(person.span.start) if t.is_word)
    if not all(pack.is_title(t.text) or t.lower in pack.articles for t in before):
        return False
    after = page.scene.token_after(person.span.end)
    return after is not None and after.text in _PARTING


def _parts(position: int, page: Page) -> Iterator[Sequence[Token]]:
    """Yield what stands between the signs behind the name."""
    part: list[Token] = []
    for token in page.scene.after(position):
        if token.text in _PARTING and not _is_in_name(token, page):
            if part:
                yield part
            part = []
        else:
            part.append(token)
    if part and part[-1].text == ".":
        part.pop()
    if part:
        yield part


def _is_in_name(token: Token, page: Page) -> bool:
    return any(m.span.start < token.span.start < m.span.end - 1 for m in page.mentions)


def _body(parts: Sequence[Sequence[Token]], person: Mention, page: Page) -> Mention | None:
    """Return the name that the last part is, places behind it left out."""
    left = list(parts)
    while len(left) > _FEWEST_PARTS and _is_place(left[-1], page):
        left.pop()
    if not left:
        return None
    last = span_of(left[-1])
    named = [m for m in page.mentions if last.covers(m.span) and m is not person]
    if len(named) != 1 or not named[0].named or not _may_be_body(named[0], left, page):
        return None
    small = page.pack.articles | page.pack.of_words | page.pack.place_prepositions
    before = [t for t in left[-1] if t.span.end <= named[0].span.start]
    after = [t for t in left[-1] if t.span.start >= named[0].span.end]
    is_whole = all(t.lower in small or page.scene.is_position(t) for t in before) and not after
    return named[0] if is_whole else None


def _may_be_body(mention: Mention, parts: Sequence[Sequence[Token]], page: Page) -> bool:
    """Tell whether it is a body, or a name behind a position that could be one."""
    kind = page.kind(mention)
    if kind in BODIES or kind is None:
        return True
    is_known = any(t.text in page.pack.given_names for t in page.scene.inside(mention.span))
    has_post = any(page.scene.is_position(token) for part in parts[:-1] for token in part)
    return kind == CG.Person and has_post and not is_known


def _is_place(part: Sequence[Token], page: Page) -> bool:
    span = span_of(part)
    return any(m.is_place and m.span.covers(span) for m in page.mentions)


def _position(parts: Sequence[Sequence[Token]], body: Mention, page: Page) -> str:
    """Return the first part as it stands, where it tells of a position."""
    first = [token for token in parts[0] if token.span.end <= body.span.start]
    if not first or len(first) > _LONGEST_POSITION:
        return ""
    is_post = any(page.scene.is_position(token) for token in first)
    return page.scene.phrase(span_of(first)) if is_post else ""


def _note(person: Mention, body: Mention, position: str, page: Page) -> None:
    passage = Passage(
        read=page.read,
        span=Span(person.span.start, body.span.end),
        rule="person in a list",
        confidence=0.8,
        subject=person.span,
        object=body.span,
        role=position,
    )
    page.book.add(page.of(person), CG.affiliatedWith, page.of(body), passage)
