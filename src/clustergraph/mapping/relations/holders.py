"""Who holds which position where several people and positions stand in a row.

«Ann Lee, director of A, and Tom Reed, president of B» and «the director of A, Ann Lee, the
president of B, Tom Reed» have the same signs between the same things: only the beginning of the row
tells whether positions stand before or behind the names.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from clustergraph.mapping.kinds import BODIES
from clustergraph.mapping.mentions.mention import Mention
from clustergraph.mapping.relations.cue_matches import CueMatch
from clustergraph.mapping.relations.page import Page
from clustergraph.mapping.relations.posts import Post
from clustergraph.mapping.text.tokens import Token
from clustergraph.model import Span
from clustergraph.vocab import CG

__all__ = ["find_further", "find_holders", "is_appointed"]

_BEHIND_A_NAME = frozenset({",", "(", "–", "—", "-"})
_CLOSING = frozenset({",", ".", ";", ":", ")", "(", "!", "?", "–", "—"})
"""Signs that end an apposition."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """A person or a post in a row."""

    span: Span
    person: Mention | None = None
    post: Post | None = None


def find_holders(posts: Sequence[Post], page: Page) -> Iterator[tuple[Mention, Post]]:
    """Yield who holds which position, for all that is told by how they stand in a row."""
    for row in _rows(posts, page):
        yield from _paired(_without_title(row, page), page)


def find_further(posts: Sequence[Post], page: Page) -> Iterator[tuple[Post, Post]]:
    """Yield a post and the next of the same person: «director of A and president of B».

    An article or a comma before the next shows that it is somebody else's, as does a name behind it
    (see ``find_holders``).
    """
    for left, right in pairwise(posts):
        between = page.scene.between(left.span.end, right.span.start)
        if len(between) == 1 and between[0].lower in page.pack.conjunctions:
            yield left, right


def _rows(posts: Sequence[Post], page: Page) -> Iterator[Sequence[_Place]]:
    """Yield the stretches in which people and posts follow each other directly."""
    places = sorted((*_people(posts, page), *map(_place, posts)), key=lambda place: place.span)
    row: list[_Place] = []
    for place in places:
        if row and not _follows(row[-1], place, page):
            yield row
            row = []
        row.append(place)
    yield row


def _place(post: Post) -> _Place:
    return _Place(span=post.span, post=post)


def _people(posts: Sequence[Post], page: Page) -> Iterator[_Place]:
    for mention in page.mentions:
        is_person = page.kind(mention) == CG.Person or _is_introduced(mention, posts, page)
        if is_person and not any(post.span.covers(mention.span) for post in posts):
            yield _Place(span=mention.span, person=mention)


def _is_introduced(mention: Mention, posts: Sequence[Post], page: Page) -> bool:
    """Tell whether a post at the sentence's beginning leads to a name that may be a person's."""
    if not posts or not page.looks_like_a_person(mention):
        return False
    first = posts[0]
    if first.of is None or page.kind(first.of) not in BODIES:
        return False
    before = (t for t in page.scene.before(first.span.start) if t.is_word)
    opens = all(token.lower in page.pack.articles for token in before)
    gap = page.scene.gap(first.span.end, mention.span.start)
    return opens and gap in {"", ","} and _is_closed(mention, page)


def _follows(left: _Place, right: _Place, page: Page) -> bool:
    """Tell whether nothing but one sign or a form of "to be", articles and titles stand between."""
    between = page.scene.between(left.span.end, right.span.start)
    if is_appointed(left.span.end, right.span.start, page):
        return True
    if between and between[0].lower in page.pack.copulas:
        told = any(_tells_of_a_post(match) for match in page.cues)
        return not told and all(_leads_to_a_post(token, page) for token in between[1:])
    signs = [token.text for token in between if not token.is_word and token.text != "."]
    words = [token for token in between if token.is_word]
    is_one = len(signs) <= 1 or signs == [")", ","]
    may_stand = all(sign in _BEHIND_A_NAME | {")"} for sign in signs)
    return is_one and may_stand and all(_leads_to_a_post(word, page) for word in words)


def _tells_of_a_post(match: CueMatch) -> bool:
    """Tell whether the pack has words of its own for «director of A is Ann Lee»."""
    return match.cue.relation == CG.affiliatedWith and match.cue.subject == "right"


def is_appointed(start: int, end: int, page: Page) -> bool:
    """Tell whether the words between say that somebody is given a position: "was elected"."""
    words = list(page.scene.between(start, end))
    while words and _leads_to_a_post(words[-1], page):
        words.pop()
    if not words:
        return False
    gap = page.scene.gap(start, words[-1].span.end).lower()
    return page.pack.appointing.fullmatch(gap) is not None


def _leads_to_a_post(word: Token, page: Page) -> bool:
    pack = page.pack
    is_new = word.lower in pack.indefinite | pack.possessives
    return is_new or word.lower in pack.elisions or _introduces(word, page)


def _introduces(word: Token, page: Page) -> bool:
    return word.lower in page.pack.articles or page.pack.is_title(word.text)


def _without_title(row: Sequence[_Place], page: Page) -> Sequence[_Place]:
    """Leave out the "Professor" of «Professor Ann Lee, director of A»: it is a title there."""
    if len(row) <= 2 or row[0].post is None or row[0].post.of is not None:
        return row
    is_title = not page.scene.gap(row[0].span.end, row[1].span.start)
    rest = row[1:]
    is_whole = len(rest) % 2 == 0 and all(
        (place.person is None) is bool(index % 2) for index, place in enumerate(rest)
    )
    return rest if is_title and is_whole else row


def _paired(row: Sequence[_Place], page: Page) -> Iterator[tuple[Mention, Post]]:
    """Yield the pairs of a row from its beginning on: each place belongs to one pair only."""
    rest = list(row)
    while len(rest) > 1:
        left, right, *_ = rest
        if left.person and right.post:
            yield left.person, right.post
            del rest[:2]
        elif left.post and right.person:
            if _is_named(left.post, right.person, page):
                yield right.person, left.post
            del rest[:2]
            if len(rest) == 1 and rest[0].post:  # «Director is Ann Lee, president of B»
                yield right.person, rest[0].post
        else:
            del rest[:1]


def _is_named(post: Post, person: Mention, page: Page) -> bool:
    """Tell whether the person is the one who holds the post before the name."""
    between = page.scene.between(post.span.end, person.span.start)
    if not between or between[0].text != ",":
        return True
    return _is_closed(person, page) and not _stands_for_another(person, page)


def _is_closed(person: Mention, page: Page) -> bool:
    """Tell whether the name behind the comma ends there: «…, Ann Lee spoke» goes on."""
    after = page.scene.token_after(person.span.end)
    if after is None or after.text in _CLOSING:
        return True
    rest = page.scene.text_after(person.span.end)
    return after.lower in page.pack.conjunctions or page.pack.relative.match(rest) is not None


def _stands_for_another(person: Mention, page: Page) -> bool:
    """Tell whether the name has a body of its own: «the president of A, Ann Lee from B»."""
    following = next((m for m in page.mentions if m.span.start >= person.span.end), None)
    if following is None or page.kind(following) not in {None, *BODIES}:
        return False
    between = page.scene.between(person.span.end, following.span.start)
    words = [token.lower for token in between if token.lower not in page.pack.articles]
    ties = page.pack.of_words | page.pack.origin_words | {"("}
    return bool(words) and words[-1] in ties and set(words[:-1]) <= {","}
