"""Where two names stand in one run of capitals: «the A Agency and the B Institute»."""

from collections.abc import Iterator, Sequence

from clustergraph.mapping.kinds import ACTIVITIES, BODIES, QUALIFICATIONS
from clustergraph.mapping.mentions.activity_phrases import is_plural_noun
from clustergraph.mapping.mentions.nouns import head_of, noun
from clustergraph.mapping.mentions.places import place_of
from clustergraph.mapping.mentions.scene import Scene
from clustergraph.mapping.text.tokens import Token, in_one_line, span_of

__all__ = ["cut_into_names"]

_FEWEST_SPELT = 3
"""Words that an acronym stands for."""
_PERSON_ENDS = (3, 2)
"""Words from a person's given name to the end."""


def cut_into_names(scene: Scene, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut "the A Agency and the B Institute" in two, but leave "Ministry of A and B" whole."""
    if _is_spelt_by_acronym(scene, start, end):
        yield start, end
        return
    of = next(filter(None, (find(scene, start, end) for find in _CUTS)), None)
    if of:
        yield start, of
        yield from cut_into_names(scene, _skip_linkers(scene, of, end), end)
        return
    at = next((i for i in range(start + 1, end - 1) if _joins_names(scene, start, i, end)), None)
    if at is None:
        yield start, end
        return
    yield from cut_into_names(scene, start, at)
    yield from cut_into_names(scene, _skip_linkers(scene, at + 1, end), end)


def _is_spelt_by_acronym(scene: Scene, start: int, end: int) -> bool:
    """Tell whether an acronym of all its words with capitals follows, in brackets or not."""
    following = scene.tokens[end : end + 2]
    if len(following) < 2 or following[0].text not in {"(", ","} or end - start < _FEWEST_SPELT:
        return False
    initials = "".join(token.text[0] for token in scene.tokens[start:end] if token.is_capital)
    return following[1].text == initials


def _of_after_person(scene: Scene, start: int, end: int) -> int | None:
    """Return the index of the "of" in «Ann Lee of World Bank», where a given name opens it."""
    if scene.tokens[start].text not in scene.pack.given_names:
        return None
    first = start + (1 if scene.pack.head_first else 2)
    ofs = (i for i in range(first, end) if scene.tokens[i].lower in scene.pack.of_words)
    given = scene.pack.given_names  # «María del Carmen López» is one
    return next(
        (i for i in ofs if scene.tokens[_skip_linkers(scene, i, end)].text not in given), None
    )


def _of_before_owner(scene: Scene, start: int, end: int) -> int | None:
    """Return the index of the "of" in «COSME of the European Union», «Silver Label of ESCA»."""
    ofs = (i for i in range(start + 1, end - 1) if scene.tokens[i].lower in scene.pack.of_words)
    return next((i for i in ofs if _is_owned(scene, start, i, end)), None)


def _is_owned(scene: Scene, start: int, of: int, end: int) -> bool:
    left = scene.tokens[start:of]
    right = scene.tokens[_skip_linkers(scene, of, end) : end]
    head = head_of(left, scene.pack)
    is_whole = (
        left[0].is_acronym and len(left) == 1
        if head is None
        else len(left) > 1 and head.kind in ACTIVITIES | QUALIFICATIONS
    )
    return is_whole and _is_a_body(right, scene)


def _is_a_body(tokens: Sequence[Token], scene: Scene) -> bool:
    text = in_one_line(scene.text(span_of(tokens)))
    if scene.gazetteer.bodies(text, scene.pack.code):
        return True
    head = head_of(tokens, scene.pack)
    is_one = head is not None and head.kind in BODIES and not head.plural
    return is_one and len(tokens) > 1 and not is_plural_noun(tokens[-1], scene.pack)


def _person_after_place(scene: Scene, start: int, end: int) -> int | None:
    """Return the index of the given name in «Ruse Ivan Petrov» (the mayor of Ruse)."""
    if end - start < 3 or scene.tokens[start + 1].text not in scene.pack.given_names:
        return None
    return start + 1 if place_of(scene.tokens[start : start + 1], scene) else None


def _person_behind_post(scene: Scene, start: int, end: int) -> int | None:
    """Return the index of the given name in «(rektor) Univerzity Palackého | Jan Novák»."""
    before = scene.tokens[start - 1] if start else None
    if before is None or not scene.is_position(before):
        return None
    names = (i for i in _PERSON_ENDS if start < end - i)
    given = scene.pack.given_names
    return next((end - i for i in names if scene.tokens[end - i].text in given), None)


def _skip_linkers(scene: Scene, index: int, end: int) -> int:
    while index < end - 1 and scene.tokens[index].lower in scene.pack.linkers:
        index += 1
    return index


def _joins_names(scene: Scene, start: int, at: int, end: int) -> bool:
    """Tell whether the token is an "and" between two names rather than within one."""
    if scene.tokens[at].lower not in scene.pack.conjunctions & scene.pack.linkers:
        return False
    if scene.ends_announced(scene.tokens[end - 1].span):
        return True
    if scene.tokens[at - 1].text == "-":
        return False  # «Industrie- und Handelskammer»
    left = scene.tokens[start:at]
    right = scene.tokens[_skip_linkers(scene, at + 1, end) : end]
    if head_of(left, scene.pack) is not None:
        return _is_complete(right, scene)
    is_sign = scene.tokens[at].text == "&"  # «Tyrol Wood & Toys» is one
    return not is_sign and (_is_second_name(right, scene) or place_of(left, scene) is not None)


def _is_second_name(right: Sequence[Token], scene: Scene) -> bool:
    """Tell whether the words bear no noun and are no subject («DG Wood and Toy Policy»).

    Where the noun stands first, words that begin with one are a name of their own.
    """
    if scene.pack.head_first and noun(right[0], scene.pack):
        return True
    return head_of(right, scene.pack) is None and right[-1].lower not in scene.pack.abstract


def _is_complete(right: Sequence[Token], scene: Scene) -> bool:
    if head_of(right, scene.pack) is not None or right[0].is_acronym:
        return True
    return place_of(right, scene) is not None


_CUTS = (_of_after_person, _person_after_place, _person_behind_post, _of_before_owner)
"""What finds where the first name of a run ends that no "and" joins to the second."""
