"""Who works for whom as a position tells: in a row, by "its director", or at home in the news."""

from collections.abc import Sequence

from clustergraph.mapping.discourse.draft import Draft
from clustergraph.mapping.kinds import BODIES
from clustergraph.mapping.mentions.mention import Mention
from clustergraph.mapping.mentions.nouns import noun
from clustergraph.mapping.mentions.roles import Role
from clustergraph.mapping.relations.affiliations import BESIDE, may_be_body, note_affiliation
from clustergraph.mapping.relations.bodies_meant import own_body
from clustergraph.mapping.relations.holders import find_further, find_holders
from clustergraph.mapping.relations.page import Page
from clustergraph.mapping.relations.passage import Passage
from clustergraph.mapping.relations.posts import Post, find_posts
from clustergraph.mapping.text.tokens import Token
from clustergraph.vocab import CG

__all__ = ["read_affiliation_by_pronoun", "read_posts"]


def read_posts(page: Page) -> None:
    """Note who holds which position where: «the director of A, Ann Lee», «Ann Lee, head of A»."""
    posts = find_posts(page)
    holders = list(find_holders(posts, page))
    told = {post.span for _, post in holders}
    for left, right in find_further(posts, page):
        if right.span not in told:
            holders += [(person, right) for person, post in holders if post is left]
    for person, post in holders:
        if post.of is not None and _is_a_named_body(post.of, page) and not _rules(post, page):
            note_affiliation(person, post.of, post.role, page)
    for person, post in holders:
        if post.of is None:
            _note_at_home(person, post.role, page)


def _note_at_home(person: Mention, role: Role, page: Page) -> None:
    """Note a position that the text does not say where is held: with the body whose news it is."""
    is_known = (
        _is_held_elsewhere(role, page)
        or _is_no_post_of_a_body(role, page)
        or bool(_bodies_of_owner(role, page))
    )
    body = None if is_known else own_body(page)
    if body is None or page.book.tells(page.of(person), CG.affiliatedWith):
        return
    _note_position(person, role, body, page, rule="position at home", confidence=0.6)


def _is_no_post_of_a_body(role: Role, page: Page) -> bool:
    """Tell whether it is one of the state, a title, or what several may be: «an expert»."""
    tokens = page.scene.inside(role.span)
    words = {form for token in tokens for form in _forms(token)}
    before = page.scene.token_before(role.span.start)
    elsewhere = page.pack.of_places | page.pack.portfolios | page.pack.callings
    is_one_of_many = before is not None and before.lower in page.pack.indefinite
    is_title = any(page.pack.is_title(token.text) for token in tokens)
    is_compound = page.pack.capitalises_nouns  # «Wirtschaftsminister»
    is_of_state = not words.isdisjoint(elsewhere) or (
        is_compound and any(word.endswith(tuple(elsewhere)) for word in words)
    )
    return is_one_of_many or is_title or is_of_state


def _is_held_elsewhere(role: Role, page: Page) -> bool:
    """Tell whether words follow that say of what it is the position: «head of sales»."""
    after = page.scene.token_after(role.span.end)
    beside = range(role.span.end, role.span.end + BESIDE + 1)
    names = (m for m in page.mentions if page.kind(m) == CG.Person)
    is_name = any(name.span.start in beside for name in names)
    return after is not None and after.is_word and not is_name


def read_affiliation_by_pronoun(person: Mention, page: Page) -> None:
    """Note «Its director Ann Lee»: she works for the body that the sentence before named last.

    «B, among them its director Ann Lee» means the body right before.
    """
    if page.kind(person) != CG.Person:
        return
    roles = (r for r in page.read.roles if 0 <= person.span.start - r.span.end <= BESIDE)
    role = next(roles, None)
    bodies = _bodies_of_owner(role, page) if role is not None else ()
    if role is not None and bodies:
        body = page.of(bodies[-1])
        _note_position(person, role, body, page, rule="its position", confidence=0.75)


def _note_position(
    person: Mention, role: Role, body: Draft, page: Page, *, rule: str, confidence: float
) -> None:
    """Note a position whose body is told elsewhere than beside it."""
    passage = Passage(
        read=page.read,
        span=role.span.hull(person.span),
        rule=rule,
        confidence=confidence,
        subject=person.span,
        role=role.text,
        former=role.former,
    )
    page.book.add(page.of(person), CG.affiliatedWith, body, passage)


def _bodies_of_owner(role: Role, page: Page) -> Sequence[Mention]:
    """Return the bodies that the "its" before the position may mean, the likeliest last."""
    owner = page.scene.token_before(role.span.start)
    if owner is None or owner.lower not in page.pack.possessives:
        return ()
    word = page.scene.token_before(owner.span.start)
    is_one_of_them = word is not None and page.pack.announcing.fullmatch(word.lower) is not None
    here = [m for m in page.mentions if m.span.end <= owner.span.start]
    before = page.before.mentions if page.before is not None else ()
    mentions = here if is_one_of_them else before
    return [m for m in mentions if page.kind(m) in BODIES and not m.qualifier]


def _rules(post: Post, page: Page) -> bool:
    """Tell whether the position is one in a place that nothing else is known of: «mayor of X»."""
    if post.of is None or page.kind(post.of) in BODIES:
        return False
    words = {form for token in page.scene.inside(post.role.span) for form in _forms(token)}
    return not words.isdisjoint(page.pack.of_places)


def _forms(token: Token) -> tuple[str, str]:
    return token.lower, token.base.lower()


def _is_a_named_body(mention: Mention, page: Page) -> bool:
    """Tell whether it is a body that is told by more than a bare noun: «director of the Agency»."""
    if not may_be_body(mention, page):
        return False
    words = page.scene.inside(mention.span)
    is_bare = len(words) == 1 and noun(words[0], page.pack) is not None
    return not is_bare or page.of(mention).names[0].lower() not in page.pack.heads
