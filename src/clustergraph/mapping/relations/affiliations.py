"""Who works for whom, as the order of words tells: «Name, Position of Body», «Name (Body)»."""

from collections.abc import Collection, Iterator, Sequence
from itertools import takewhile

from clustergraph.languages import LanguagePack
from clustergraph.mapping.kinds import BODIES
from clustergraph.mapping.mentions.mention import Mention
from clustergraph.mapping.mentions.nouns import noun
from clustergraph.mapping.mentions.roles import Role
from clustergraph.mapping.relations.holders import find_holders, is_appointed
from clustergraph.mapping.relations.page import Page
from clustergraph.mapping.relations.passage import Passage
from clustergraph.mapping.relations.posts import find_posts
from clustergraph.mapping.text.tokens import Token, without_genitive
from clustergraph.vocab import CG

__all__ = [
    "BESIDE",
    "may_be_body",
    "note_affiliation",
    "read_affiliation",
    "read_affiliation_of_a_head",
    "read_appointment",
    "read_body_before_position",
    "read_shared_body",
]

_SIGNS = frozenset({",", "(", "–", "-", "—", "."})
_LINKING_SIGNS = frozenset({",", "("})
BESIDE = 5
"""Characters between a position and the pair that it stands before."""
_WITH_POSITION, _WITHOUT_POSITION = 0.9, 0.8


def read_appointment(body: Mention, person: Mention, page: Page) -> None:
    """Note «The Wood Agency has appointed Ann Lee as its new director»."""
    if page.kind(person) != CG.Person or page.kind(body) not in BODIES:
        return
    if not is_appointed(body.span.end, person.span.start, page):
        return
    behind = [role for role in page.read.roles if role.span.start >= person.span.end]
    if not behind:
        return
    words = page.scene.between(person.span.end, behind[0].span.start)
    small = page.pack.articles | page.pack.indefinite | page.pack.possessives
    is_post = all(token.lower in small for token in words)
    if is_post or is_appointed(person.span.end, behind[0].span.start, page):
        note_affiliation(person, body, behind[0], page)


def read_affiliation(left: Mention, right: Mention, page: Page) -> None:
    """Note it for neighbours: «Name, Position of Body», «Name, Body», «Position of Body, Name»."""
    for person, body in ((left, right), (right, left)):
        if _may_be_person(person, body, page) and may_be_body(body, page):
            roles = [role for role in page.read.roles if _is_beside(role, left, right)]
            if roles and _is_in_a_row(person, body, page):
                return
            if _is_linked(left, right, roles, page):
                note_affiliation(person, body, next(iter(roles), None), page)


def read_body_before_position(person: Mention, body: Mention, page: Page) -> None:
    """Note «Ann Lee, Wood Agency director»: the body stands before the position that it gives."""
    if page.pack.head_first or page.kind(person) != CG.Person or not may_be_body(body, page):
        return
    ends = body.span.end
    role = next((r for r in page.read.roles if 0 < r.span.start - ends <= 1), None)
    if role is not None and page.scene.gap(person.span.end, body.span.start) == ",":
        note_affiliation(person, body, role, page)


def read_shared_body(person: Mention, body: Mention, page: Page) -> None:
    """Note «Ann Lee, Noa Reed and Eva Lang (Wood Agency)» of all, where none has her own."""
    is_closed = page.scene.text_after(body.span.end).startswith(")")
    if not is_closed or page.scene.gap(person.span.end, body.span.start) != "(":
        return
    if page.kind(person) != CG.Person or not may_be_body(body, page):
        return
    last, joints = person, page.pack.conjunctions
    for other in _people_before(person, page):
        is_employed = page.book.tells(page.of(other), CG.affiliatedWith)
        if is_employed or not _are_in_one_list(other, last, joints, page):
            return
        note_affiliation(other, body, None, page)
        last, joints = other, frozenset({","})


def _people_before(person: Mention, page: Page) -> Iterator[Mention]:
    """Yield the people right before the person, the nearest first."""
    before = [m for m in page.mentions if m.span.end <= person.span.start]
    return takewhile(lambda mention: page.kind(mention) == CG.Person, reversed(before))


def _are_in_one_list(left: Mention, right: Mention, joints: Collection[str], page: Page) -> bool:
    """Tell whether a joint stands between the two, and else only titles."""
    between = page.scene.between(left.span.end, right.span.start)
    words = {t.lower for t in between if t.text != "." and not page.pack.is_title(t.text)}
    return bool(words) and words.issubset(joints)


def read_affiliation_of_a_head(person: Mention, unit: Mention, body: Mention, page: Page) -> None:
    """Note that «Name, Head of a Unit at the Ministry» works for the ministry.

    The unit is part of the position.
    """
    if page.kind(person) != CG.Person or page.kind(unit) == CG.Person:
        return
    if not may_be_body(body, page) or page.book.tells(page.of(person), CG.affiliatedWith):
        return
    roles = (r for r in page.read.roles if person.span.end <= r.span.start < unit.span.start)
    role = next(roles, None)
    if role is None or not _only(page.pack.of_words, role.span.end, unit.span.start, page):
        return
    links = page.pack.place_prepositions | page.pack.of_words | {","}
    if _only(links, unit.span.end, body.span.start, page):
        post = role.span.hull(unit.span)
        note_affiliation(
            person, body, Role(span=post, text=page.scene.phrase(post), former=role.former), page
        )


def _is_in_a_row(person: Mention, body: Mention, page: Page) -> bool:
    """Tell whether one of the two is told of as one that holds, or has, a position."""
    holders = find_holders(find_posts(page), page)
    return any(post.of and (holder is person or post.of is body) for holder, post in holders)


def may_be_body(mention: Mention, page: Page) -> bool:
    """Tell whether somebody may work for it: a body, or a name of which nothing is known."""
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
    return 0 <= left.span.start - role.span.end <= BESIDE


def _is_linked(left: Mention, right: Mention, roles: Sequence[Role], page: Page) -> bool:
    """Tell whether what stands between a person and a body makes one the other's."""
    between = page.scene.between(left.span.end, right.span.start)
    if not all(_may_stand_between(token, roles, page) for token in between):
        return False
    inside = [role for role in roles if role.span.start >= left.span.end]
    if page.kind(right) == CG.Person:
        return (
            _leads_to_a_person(left, inside, page)
            if inside
            else (not between and (bool(roles) or _is_genitive(left, page)))
        )
    if inside:
        return True
    if not any(_links(token, page) for token in between):
        return False
    words = [token.text for token in between if token.lower not in page.pack.articles]
    return words != [","] or _is_all_there_is(left, page)


def _leads_to_a_person(body: Mention, roles: Sequence[Role], page: Page) -> bool:
    """Tell whether the position behind the body is one in it: «the Wood Agency's director Ann Lee».

    In «the Wood Agency, Mayor Ann Lee and others» it is not, unless the body opens the line («At
    the Agency, director Ann Lee»), nor where it begins with the noun of the body's name («Wood |
    Cluster director»).
    """
    gap = page.scene.gap(body.span.end, roles[0].span.start)
    first = page.scene.inside(roles[0].span)[0]
    head = noun(first, page.pack)
    is_cut = not gap and first.is_capital and head is not None and head.kind in BODIES
    leading = {token.lower for token in page.scene.before(body.span.start)}
    opens = leading <= page.pack.articles | page.pack.place_prepositions | page.pack.elisions
    return not is_cut and (not gap.startswith(",") or opens)


def _may_be_person(mention: Mention, body: Mention, page: Page) -> bool:
    """Tell whether it is a person, or as the last in «Ann Lee (A), Noa Reed (B)»."""
    if page.kind(mention) == CG.Person:
        return True
    if page.kind(body) not in BODIES or not page.looks_like_a_person(mention):
        return False
    before = [m for m in page.mentions if m.span.end <= mention.span.start][-2:]
    if [page.kind(m) == CG.Person for m in before] != [True, False]:
        return False
    gaps = [page.scene.gap(a.span.end, b.span.start) for a, b in (before, (mention, body))]
    joint = page.scene.between(before[1].span.end, mention.span.start)
    words = {token.lower for token in joint}
    return gaps == ["(", "("] and words <= page.pack.conjunctions | {")", ",", ";"}


def _is_genitive(body: Mention, page: Page) -> bool:
    """Tell whether the body ends in the apostrophe of the genitive: «the Wood Agency's Ann Lee»."""
    after = page.scene.text_after(body.span.end)
    text = page.scene.text(body.span)
    is_marked = without_genitive(text) != text or after.startswith(("'s ", "’s "))
    return is_marked and not page.pack.head_first


def _may_stand_between(token: Token, roles: Sequence[Role], page: Page) -> bool:
    pack = page.pack
    if token.text in _SIGNS or pack.is_title(token.text):
        return True
    if token.lower in pack.articles | pack.of_words | pack.origin_words | pack.place_prepositions:
        return True
    head = noun(token, pack) if not token.is_capital else None
    if head is not None and head.kind in BODIES:
        return True  # «Ana Gil, de la firma Zorvo»
    return any(role.span.covers(token.span) for role in roles)


def _links(token: Token, page: Page) -> bool:
    is_link = token.lower in page.pack.of_words | page.pack.origin_words
    return is_link or token.text in _LINKING_SIGNS


def _is_all_there_is(mention: Mention, page: Page) -> bool:
    """Tell whether «Name, Body» opens its sentence or bullet."""
    return mention.span.start == page.read.sentence.span.start


def note_affiliation(person: Mention, body: Mention, role: Role | None, page: Page) -> None:
    """Note for whom the person works, as what the text says beside the two."""
    span = person.span.hull(body.span)
    passage = Passage(
        read=page.read,
        span=span.hull(role.span) if role else span,
        rule="apposition",
        confidence=_WITH_POSITION if role else _WITHOUT_POSITION,
        subject=person.span,
        object=body.span,
        role=role.text if role else "",
        former=role is not None and _is_former(role, page.pack),
    )
    page.book.add(page.of(person), CG.affiliatedWith, page.of(body), passage)


def _is_former(role: Role, pack: LanguagePack) -> bool:
    """Tell whether the position is no longer held: «ancien président», «exdirectora»."""
    first = role.text.lower().split()[0]
    return (
        role.former
        or first in pack.former
        or any(
            first.startswith(word) and (first.removeprefix(word).lstrip("-"),) in pack.roles
            for word in pack.former
        )
    )
