"""Bodies that a common noun stands for: «Ann Lee, president of the cluster»."""

from collections.abc import Set as AbstractSet
from dataclasses import replace

from clustergraph.languages import Head
from clustergraph.mapping.discourse.draft import Draft
from clustergraph.mapping.kinds import BODIES
from clustergraph.mapping.mentions.activity_phrases import is_plural_noun
from clustergraph.mapping.mentions.mention import Mention, Sign
from clustergraph.mapping.mentions.nouns import noun
from clustergraph.mapping.mentions.roles import Role
from clustergraph.mapping.relations.page import Page
from clustergraph.mapping.text.tokens import Token, span_of
from clustergraph.model import Span
from clustergraph.vocab import CG

__all__ = ["body_in_compound", "body_meant", "own_body", "without_body"]

_MOST_SMALL_WORDS = 3
"""Words of «of», «the» and the like before the noun."""
_FEWEST_WORDS = 2
"""Words of a position that ends with the noun of a body."""
_LONGEST_ENDING = 2
"""Letters in which two forms of one noun differ at most («klastru», «klastr»)."""


def body_meant(role: Role, page: Page) -> Mention | None:
    """Return the noun behind or at the end of a position that stands for a body, as a mention.

    Only small words may stand before it and no name right behind it, which the noun would be part
    of: «president of the cluster Alpha».
    """
    token = _last_word(role, page) or _noun_behind(role.span.end, page)
    head = noun(token, page.pack) if token is not None else None
    if token is None or head is None or not _is_common(token, head, page):
        return None
    draft = _told_before(head, token.span.start, page)
    if draft is None:
        return None
    mention = Mention(
        span=token.span,
        names=(draft.names[0],),
        kind=draft.kind,
        sign=Sign.DEFINITE_NOUN,
        head=head.word,
        definite=True,
    )
    page.book.discourse.speaks_of(mention, draft)
    return mention


def body_in_compound(role: Role, page: Page) -> Mention | None:
    """Return the body in «Waldverband-Präsident»: a known name, or one that its noun shows."""
    first = next(iter(page.scene.inside(role.span)), None)
    name, hyphen, _ = first.text.rpartition("-") if first is not None else ("", "", "")
    if first is None or not hyphen or not page.pack.capitalises_nouns:
        return None
    span = Span(first.span.start, first.span.start + len(name))
    draft = page.roster.named(name) or _new_body(name, span, page)
    if draft is None or draft.kind not in BODIES:
        return None
    mention = Mention(span=span, names=(name,), kind=draft.kind, sign=Sign.HEAD)
    page.book.discourse.speaks_of(mention, draft)
    return mention


def _new_body(name: str, span: Span, page: Page) -> Draft | None:
    """Return the body that the name shows to be one by its noun («Waldverband»)."""
    head = page.pack.head(name.lower())
    if head is None or head.kind not in BODIES or head.word == name.lower():
        return None
    return page.roster.new(head.kind, (name,), span, named=True)


def own_body(page: Page) -> Draft | None:
    """Return the only body that the headline names, or the first sentence: whose news it is."""
    for top in (page.story.title, page.story.lead):
        bodies = [d for d in page.roster.drafts if not d.mentions.isdisjoint(top) and _is_own(d)]
        if bodies:
            return bodies[0] if len(bodies) == 1 else None
    return None


def _is_own(draft: Draft) -> bool:
    """Tell whether it is a body with a name of its own that not everybody knows."""
    return draft.named and draft.kind in BODIES and not draft.gazetteer


def without_body(role: Role, body: Mention, page: Page) -> Role:
    """Return the position without the noun of the body and the small words before it."""
    small = _small_words(page)
    kept = [t for t in page.scene.inside(role.span) if t.span.end <= body.span.start]
    while kept and kept[-1].lower in small:
        kept.pop()
    span = span_of(kept)
    return replace(role, span=span, text=page.scene.phrase(span))


def _small_words(page: Page) -> AbstractSet[str]:
    return page.pack.of_words | page.pack.articles | page.pack.elisions


def _last_word(role: Role, page: Page) -> Token | None:
    """Return the noun of a body that ends the position: «director of the cluster»."""
    words = page.scene.inside(role.span)
    if len(words) < _FEWEST_WORDS or _may_go_on(words[0], page):
        return None
    is_bound = words[-2].lower in _small_words(page) or _is_genitive(words[-1], page)
    return words[-1] if is_bound else None


def _may_go_on(first: Token, page: Page) -> bool:
    """Tell whether the position begins with the noun of a body: «cluster manager»."""
    head = noun(first, page.pack)
    return head is not None and head.kind in BODIES


def _is_genitive(token: Token, page: Page) -> bool:
    return page.pack.genitive.fullmatch(token.lower) is not None


def _noun_behind(position: int, page: Page) -> Token | None:
    """Return the first word behind small ones; a genitive needs none."""
    tokens = page.scene.after(position)[: _MOST_SMALL_WORDS + 1]
    for index, token in enumerate(tokens):
        if token.lower not in _small_words(page):
            may_follow = index or not page.pack.of_words or _is_genitive(token, page)
            return token if may_follow else None
        if token.lower in page.pack.indefinite:
            return None
    return None


def _is_common(token: Token, head: Head, page: Page) -> bool:
    """Tell whether it is the noun of one body and no part of a name."""
    if head.kind not in BODIES or is_plural_noun(token, page.pack):
        return False
    if token.is_capital and not page.pack.capitalises_nouns:
        return False
    names = [m for m in page.mentions if page.kind(m) != CG.Person]
    return not any(m.span.start <= token.span.end + 1 <= m.span.end for m in names)


def _told_before(head: Head, position: int, page: Page) -> Draft | None:
    """Return the body with that noun that was told of last, or the only cluster of the document."""
    bodies = [d for d in page.roster.drafts if d.named and d.kind in BODIES and not d.plural]
    alike = [d for d in bodies if d.kind == head.kind and _is_form(d.head, head.word)]
    if not alike and head.kind == CG.Cluster:
        clusters = [draft for draft in bodies if draft.kind == CG.Cluster]
        return clusters[0] if len(clusters) == 1 else None
    return max(alike, key=lambda draft: _last_told(draft, position), default=None)


def _is_form(one: str, other: str) -> bool:
    """Tell whether two forms may be of one noun: they differ in their endings only."""
    shortest = min(len(one), len(other))
    stem = max(shortest - _LONGEST_ENDING, 1)
    return shortest > _LONGEST_ENDING and one[:stem] == other[:stem]


def _last_told(draft: Draft, position: int) -> int:
    """Return where the body was last told of before the position, -1 where it was not."""
    return max((span.start for span in draft.mentions if span.start < position), default=-1)
