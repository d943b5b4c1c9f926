"""Who works for whom, as the order of words tells: «Name, Position of Body», «Name (Body)»."""

from collections.abc import Collection, Sequence

from clustergraph.mapping.kinds import BODIES
from clustergraph.mapping.mentions.mention import Mention
from clustergraph.mapping.mentions.roles import Role
from clustergraph.mapping.relations.page import Page
from clustergraph.mapping.relations.passage import Passage
from clustergraph.mapping.text.tokens import Token
from clustergraph.vocab import CG

__all__ = ["read_affiliation", "read_affiliation_of_a_head"]

_SIGNS = frozenset({",", "(", "–", "-", "—", "."})
_LINKING_SIGNS = frozenset({",", "("})
_BESIDE = 5
"""Characters between a position and the pair that it stands before."""
_WITH_POSITION, _WITHOUT_POSITION = 0.9, 0.8


def read_affiliation(left: Mention, right: Mention, page: Page) -> None:
    """Note it for neighbours: «Name, Position of Body», «Name, Body», «Position of Body, Name»."""
    for person, body in ((left, right), (right, left)):
        if person.kind == CG.Person and _may_be_body(body, page):
            roles = [role for role in page.read.roles if _is_beside(role, left, right)]
            if _is_linked(left, right, roles, page):
                _note(person, body, next(iter(roles), None), page)


def read_affiliation_of_a_head(person: Mention, unit: Mention, body: Mention, page: Page) -> None:
    """Note that «Name, Head of a Unit at the Ministry» works for the ministry.

    The unit is part of the position.
    """
    if person.kind != CG.Person or unit.kind == CG.Person or not _may_be_body(body, page):
        return
    roles = (r for r in page.read.roles if person.span.end <= r.span.start < unit.span.start)
    role = next(roles, None)
    if role is None or not _only(page.pack.of_words, role.span.end, unit.span.start, page):
        return
    links = page.pack.place_prepositions | page.pack.of_words | {","}
    if _only(links, unit.span.end, body.span.start, page):
        post = role.span.hull(unit.span)
        _note(person, body, Role(span=post, text=page.scene.phrase(post), former=role.former), page)


def _may_be_body(mention: Mention, page: Page) -> bool:
    kind = page.kind(mention)
    return kind in BODIES or (kind is None and mention.named)


def _only(links: Collection[str], start: int, end: int, page: Page) -> bool:
    """Tell whether only such words, and articles, stand between; the genitive needs none."""
    words = (token.lower for token in page.scene.between(start, end))
    return all(word in links or word in page.pack.articles for word in words)


def _is_beside(role: Role, left: Mention, right: Mention) -> bool:
    """Tell whether the position stands between the two or shortly before them."""
    if left.span.end <= role.span.start and role.span.end <= right.span.start:
        return True
    return 0 <= left.span.start - role.span.end <= _BESIDE


def _is_linked(left: Mention, right: Mention, roles: Sequence[Role], page: Page) -> bool:
    """Tell whether what stands between a person and a body makes one the other's."""
    between = page.scene.between(left.span.end, right.span.start)
    if not all(_may_stand_between(token, roles, page) for token in between):
        return False
    if any(role.span.start >= left.span.end for role in roles):
        return True
    if left.kind != CG.Person:
        return bool(roles) and not between
    if not any(_links(token, page) for token in between):
        return False
    words = [token.text for token in between if token.lower not in page.pack.articles]
    return words != [","] or _is_all_there_is(left, page)


def _may_stand_between(token: Token, roles: Sequence[Role], page: Page) -> bool:
    pack = page.pack
    if token.text in _SIGNS or pack.is_title(token.text):
        return True
    if token.lower in pack.articles | pack.of_words | pack.origin_words | pack.place_prepositions:
        return True
    return any(role.span.covers(token.span) for role in roles)


def _links(token: Token, page: Page) -> bool:
    is_link = token.lower in page.pack.of_words | page.pack.origin_words
    return is_link or token.text in _LINKING_SIGNS


def _is_all_there_is(person: Mention, page: Page) -> bool:
    """Tell whether «Name, Body», which has no position, opens its sentence or bullet."""
    return person.span.start == page.read.sentence.span.start


def _note(person: Mention, body: Mention, role: Role | None, page: Page) -> None:
    span = person.span.hull(body.span)
    passage = Passage(
        read=page.read,
        span=span.hull(role.span) if role else span,
        rule="apposition",
        confidence=_WITH_POSITION if role else _WITHOUT_POSITION,
        subject=person.span,
        object=body.span,
        role=role.text if role else "",
        former=role is not None and role.former,
    )
    page.book.add(page.of(person), CG.affiliatedWith, page.of(body), passage)
