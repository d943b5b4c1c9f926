"""Bodies of which the text says what they are: «Alpha, a Danish cluster», «two clusters: A and B».

The noun gives the kind of a name that shows none itself, its adjective or place the seat.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import takewhile

from clustergraph.languages import Head
from clustergraph.mapping.kinds import BODIES
from clustergraph.mapping.mentions.activity_phrases import is_plural_noun
from clustergraph.mapping.mentions.mention import Mention
from clustergraph.mapping.mentions.nouns import noun
from clustergraph.mapping.relations.coordination import are_coordinated
from clustergraph.mapping.relations.page import Page
from clustergraph.mapping.relations.several_bodies import number_before, several_bodies
from clustergraph.mapping.text.tokens import Token
from clustergraph.vocab import CG

__all__ = ["read_description", "read_listed_bodies"]

_LONGEST = 6
"""Tokens from the comma to the noun."""
_TO_THE_LIST = 8
"""Tokens between the noun of several bodies and their list."""
_OPENINGS = frozenset({":", "(", "–", "—", ","})


def read_description(mention: Mention, page: Page) -> None:
    """Note «Alpha, a Catalan cluster»: what it is, and where."""
    if not mention.named or page.kind(mention) not in {None, *BODIES}:
        return
    phrase = _behind_comma(mention, page)
    head = _head(phrase, page)
    if head is None:
        return
    draft = page.of(mention)
    draft.kind = head.kind if head.kind == CG.Cluster else draft.kind or head.kind
    for token in phrase:
        key = page.pack.demonym(token.lower, token.base)
        if key:
            place = page.scene.gazetteer.place(key)
            page.note_seat(mention, place, token.span, rule="demonym behind", confidence=0.75)


def _behind_comma(mention: Mention, page: Page) -> Sequence[Token]:
    """Return the words of the phrase behind the comma, up to the next sign or name."""
    comma, *after = page.scene.after(mention.span.end)[: _LONGEST + 1] or (None,)
    if comma is None or comma.text != "," or not after or not _introduces(after[0], page):
        return ()
    return list(takewhile(partial(_is_common, page=page), after))


def _is_common(token: Token, *, page: Page) -> bool:
    is_demonym = bool(page.pack.demonym(token.lower, token.base))
    return token.is_word and (is_demonym or not token.is_capital)


def _introduces(token: Token, page: Page) -> bool:
    """Tell whether the word opens a description rather than goes on with a list."""
    pack = page.pack
    if token.lower in pack.indefinite | pack.definite:
        return True
    is_adjective = pack.adjective.fullmatch(token.lower) is not None
    return is_adjective or bool(pack.demonym(token.lower, token.base))


def _head(phrase: Sequence[Token], page: Page) -> Head | None:
    heads = [noun(token, page.pack) for token in phrase if not is_plural_noun(token, page.pack)]
    bodies = [head for head in heads if head and head.kind in BODIES]
    if not bodies:
        return None
    return bodies[0] if page.pack.head_first else bodies[-1]


# -- Several at once -----------------------------------------------------------------------------


def read_listed_bodies(page: Page) -> None:
    """Note «two clusters based in Denmark: Alpha and Beta» for each name of the list."""
    for index, head in several_bodies(page):
        _read_list(index, head, page)


def _read_list(index: int, head: Head, page: Page) -> None:
    sign, names = _list_behind(index, page)
    if sign is None or len(names) < 2 or not _announces(index, sign, len(names), page):
        return
    seat = _seat(index, sign, page)
    for mention in names:
        draft = page.of(mention)
        draft.kind = head.kind if head.kind == CG.Cluster else draft.kind or head.kind
        if seat is not None:
            page.note(mention, CG.locatedIn, seat, rule="seat of a list", confidence=0.7)


def _list_behind(index: int, page: Page) -> tuple[Token | None, Sequence[Mention]]:
    """Return the sign that opens the list behind the noun, and its names."""
    for token in page.scene.tokens[index + 1 : index + 1 + _TO_THE_LIST]:
        names = list(_names_from(token.span.end, page)) if token.text in _OPENINGS else []
        if names:
            return token, names
    return None, ()


def _names_from(position: int, page: Page) -> Iterator[Mention]:
    end = position
    for mention in page.mentions:
        if mention.span.start < position or mention.is_place:
            continue
        is_first = end == position
        may_be = mention.named and page.kind(mention) in {None, *BODIES}
        joined = is_first or are_coordinated(end, mention.span.start, page)
        near = not is_first or not _words_between(position, mention.span.start, page)
        if not (may_be and joined and near):
            return
        yield mention
        end = mention.span.end


def _words_between(start: int, end: int, page: Page) -> bool:
    words = (t for t in page.scene.between(start, end) if t.is_word)
    return any(token.lower not in page.pack.articles for token in words)


def _announces(index: int, sign: Token, count: int, page: Page) -> bool:
    """Tell whether the list is what the noun speaks of: after a colon, or of the number said."""
    if sign.text in {":", "("}:
        return True
    return number_before(index, page) == count


def _seat(index: int, sign: Token, page: Page) -> Mention | None:
    """Return the place that the phrase names before its list opens."""
    noun_end = page.scene.tokens[index].span.end
    between = page.read.between(noun_end, sign.span.start)
    places = [mention for mention in between if mention.is_place]
    return places[0] if len(places) == len(between) == 1 else None
