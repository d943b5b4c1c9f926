"""Where two names stand in one run of capitals: «the A Agency and the B Institute»."""

from collections.abc import Iterator, Sequence

import regex

from clustergraph.mapping.kinds import ACTIVITIES, BODIES, FRAMES, GATHERINGS, QUALIFICATIONS
from clustergraph.mapping.mentions.activity_phrases import is_plural_noun
from clustergraph.mapping.mentions.joined_names import joins_names, skip_linkers
from clustergraph.mapping.mentions.nouns import head_of
from clustergraph.mapping.mentions.nouns_beside import noun_after
from clustergraph.mapping.mentions.places import place_of
from clustergraph.mapping.mentions.roles import is_role
from clustergraph.mapping.mentions.scene import Scene
from clustergraph.mapping.text.nominatives import is_form_of_given_name
from clustergraph.mapping.text.numerals import is_year
from clustergraph.mapping.text.tokens import Token, in_one_line, span_of
from clustergraph.vocab import CG

__all__ = ["cut_into_names"]

_FEWEST_SPELT = 3
"""Words that an acronym stands for."""
_PERSON_ENDS = (3, 2)
_SHORTEST_PERSON = 2
_LATIN = regex.compile(r"\p{Latin}")
"""Words from a person's given name to the end."""
_LONGEST_PLACE = 2
"""Words of a place's name before the article that opens the next."""


def cut_into_names(scene: Scene, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut "the A Agency and the B Institute" in two, but leave "Ministry of A and B" whole."""
    if _is_spelt_by_acronym(scene, start, end):
        yield start, end
        return
    of = next(filter(None, (find(scene, start, end) for find in _CUTS)), None)
    if of:
        yield start, _without_linkers(scene, start, of)
        yield from cut_into_names(scene, skip_linkers(scene, of, end), end)
        return
    at = next((i for i in range(start + 1, end - 1) if joins_names(scene, start, i, end)), None)
    if at is None:
        yield start, end
        return
    yield from cut_into_names(scene, start, _without_linkers(scene, start, at))
    yield from cut_into_names(scene, skip_linkers(scene, at + 1, end), end)


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
    ofs = (i for i in range(first, end) if scene.tokens[i].text in scene.pack.of_words)
    given = scene.pack.given_names  # «María del Carmen López» is one
    return next(
        (i for i in ofs if scene.tokens[skip_linkers(scene, i, end)].text not in given), None
    )


def _of_before_owner(scene: Scene, start: int, end: int) -> int | None:
    """Return the index of the "of" in «COSME of the European Union», «Silver Label of ESCA»."""
    ofs = (i for i in range(start + 1, end - 1) if scene.tokens[i].lower in scene.pack.of_words)
    return next((i for i in ofs if _is_owned(scene, start, i, end)), None)


def _is_owned(scene: Scene, start: int, of: int, end: int) -> bool:
    left = scene.tokens[start:of]
    right = scene.tokens[skip_linkers(scene, of, end) : end]
    head = head_of(left, scene.pack)
    if head is not None and head.kind == CG.Venue:  # «Hotel Parc | din Brașov»
        is_from = scene.tokens[of].lower in scene.pack.origin_words | scene.pack.place_prepositions
        return is_from and len(left) > 1 and place_of(right, scene) is not None
    is_whole = (
        left[0].is_acronym and len(left) == 1
        if head is None
        else len(left) > 1 and head.kind in ACTIVITIES | QUALIFICATIONS
    )
    return is_whole and _is_a_body(right, scene)


def _of_between_places(scene: Scene, start: int, end: int) -> int | None:
    """Return the index of the "in" in «Brașov | din România»."""
    links = scene.pack.of_words & scene.pack.place_prepositions
    ofs = (i for i in range(start + 1, end - 1) if scene.tokens[i].lower in links)
    return next((i for i in ofs if _are_places(scene, start, i, end)), None)


def _are_places(scene: Scene, start: int, of: int, end: int) -> bool:
    """Tell whether a country follows a place, or one unknown word that may be one."""
    is_place = of == start + 1 or place_of(scene.tokens[start:of], scene) is not None
    right = place_of(scene.tokens[of + 1 : end], scene) if is_place else None
    return right is not None and head_of(scene.tokens[start:of], scene.pack) is None


def _is_a_body(tokens: Sequence[Token], scene: Scene) -> bool:
    text = in_one_line(scene.text(span_of(tokens)))
    if scene.gazetteer.bodies(text, scene.pack.code):
        return True
    head = head_of(tokens, scene.pack)
    is_one = head is not None and head.kind in BODIES and not head.plural
    return is_one and len(tokens) > 1 and not is_plural_noun(tokens[-1], scene.pack)


def _person_after_place(scene: Scene, start: int, end: int) -> int | None:
    """Return the index of the given name in «Ruse Ivan Petrov» (the mayor of Ruse).

    So in «(il le dit à) AZF Anne Durand».
    """
    if end - start < 3 or not _is_given(scene.tokens[start + 1], scene):
        return None
    first = scene.tokens[start]
    is_agency = first.is_acronym and first.text.title() not in scene.pack.given_names
    return start + 1 if is_agency or place_of([first], scene) else None


def _person_behind_post(scene: Scene, start: int, end: int) -> int | None:
    """Return the index of the given name in «(rektor) Univerzity Palackého | Jan Novák».

    So in «(el rector de la) Universidad Verde | Ana Gil».
    """
    links = scene.pack.of_words | scene.pack.articles | scene.pack.elisions
    before = next((t for t in reversed(scene.tokens[:start]) if t.lower not in links), None)
    names = (end - i for i in _PERSON_ENDS if start < end - i)
    if before is None or not scene.is_position(before):
        return next((i for i in names if _is_behind_board(scene, start, i)), None)
    if _is_given(scene.tokens[start], scene):
        return None  # «(rettore) Gian Luca Neri»
    return next((i for i in names if _is_given(scene.tokens[i], scene)), None)


def _article_behind_place(scene: Scene, start: int, end: int) -> int | None:
    """Return the index of the article in «(in) Graz | the TIMBRA project»: it opens a name."""
    articles = (i for i in range(start + 1, end - 1) if scene.tokens[i].text in scene.pack.articles)
    at = next(articles, None)
    if at is None or at - start > _LONGEST_PLACE:
        return None
    return at if place_of(scene.tokens[start:at], scene) is not None else None


def _person_behind_year(scene: Scene, start: int, end: int) -> int | None:
    """Return the index of the given name in «(auf der) Holztagung 2019 | Max Huber»."""
    names = (end - i for i in _PERSON_ENDS if start < end - i)
    behind_year = (i for i in names if is_year(scene.tokens[i - 1].text))
    return next((i for i in behind_year if _is_given(scene.tokens[i], scene)), None)


def _person_behind_acronym(scene: Scene, start: int, end: int) -> int | None:
    """Return the index of the given name in «МИД Зорвии | Пётр Иванов», «Zorvo | Пётр Иванов».

    Only where a given name stands before the last word, in another script than the first or behind
    an acronym and a place.
    """
    index = end - _SHORTEST_PERSON
    if index <= start or scene.tokens[index].text not in scene.pack.given_names:
        return None
    first, given = scene.tokens[start], scene.tokens[index]
    is_other_script = _LATIN.match(first.text) is not None and not _LATIN.match(given.text)
    middle = scene.tokens[start + 1 : index]
    is_of = first.is_acronym and len(middle) == 1 and place_of(middle, scene) is not None
    return index if is_other_script or is_of else None


def _is_given(token: Token, scene: Scene) -> bool:
    """Tell whether it is a given name in any of its forms: «(tajemníka) MZO | Roberta Malého»."""
    return is_form_of_given_name(token.text, scene.pack)


def _is_behind_board(scene: Scene, start: int, index: int) -> bool:
    """Tell whether a given name is no part of «Consejo Directivo | Ana Gil»."""
    is_given = scene.tokens[index].text in scene.pack.given_names
    return is_given and index - 1 > start and is_role(scene.tokens[index - 1 : index], scene.pack)


def _without_linkers(scene: Scene, start: int, end: int) -> int:
    """Return the index after the last word of a name that an "and" would close."""
    linkers = scene.pack.linkers | scene.pack.conjunctions
    while end > start + 1 and scene.tokens[end - 1].lower in linkers:
        end -= 1
    return end


def _of_before_project(scene: Scene, start: int, end: int) -> int | None:
    """Return the index of the "for" in «Kick-off Meeting for the ALPHA | project»."""
    beside = noun_after(scene, span_of(scene.tokens[start:end]))
    if beside is None or beside.head.kind not in FRAMES:
        return None
    ofs = (i for i in range(start + 2, end - 1) if scene.tokens[i].lower in scene.pack.of_words)
    heads = ((i, head_of(scene.tokens[start:i], scene.pack)) for i in ofs)
    return next((i for i, head in heads if head is not None and head.kind in GATHERINGS), None)


_CUTS = (
    _of_after_person,
    _person_after_place,
    _person_behind_post,
    _person_behind_year,
    _article_behind_place,
    _person_behind_acronym,
    _of_before_owner,
    _of_before_project,
    _of_between_places,
)
"""What finds where the first name of a run ends that no "and" joins to the second."""
