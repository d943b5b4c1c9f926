"""Where two names stand in one run of capitals: «the A Agency and the B Institute»."""

from collections.abc import Iterator, Sequence

import regex

from clustergraph.languages import LanguagePack, is_listed_word
from clustergraph.mapping.kinds import ACTIVITIES, BODIES, FRAMES, GATHERINGS, QUALIFICATIONS
from clustergraph.mapping.mentions.activity_phrases import is_plural_noun
from clustergraph.mapping.mentions.nouns import head_of, noun, noun_after
from clustergraph.mapping.mentions.places import place_of
from clustergraph.mapping.mentions.roles import is_role
from clustergraph.mapping.mentions.scene import Scene
from clustergraph.mapping.text.nominatives import is_form_of_given_name
from clustergraph.mapping.text.tokens import Token, in_one_line, span_of
from clustergraph.vocab import CG

__all__ = ["cut_into_names"]

_INNER_CAPITAL = regex.compile(r"\p{Ll}\p{Lu}")
_YEAR = regex.compile(r"(?:19|20)\d\d")
_FEWEST_SPELT = 3
"""Words that an acronym stands for."""
_SHORTEST_OWN_WORD = 4
"""Letters."""
_PERSON_ENDS = (3, 2)
_SHORTEST_PERSON = 2
_LATIN = regex.compile(r"\p{Latin}")
"""Words from a person's given name to the end."""
_LONGEST_BEFORE_AND = 2
"""Words of a place's name before its "and"."""


def cut_into_names(scene: Scene, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut "the A Agency and the B Institute" in two, but leave "Ministry of A and B" whole."""
    if _is_spelt_by_acronym(scene, start, end):
        yield start, end
        return
    of = next(filter(None, (find(scene, start, end) for find in _CUTS)), None)
    if of:
        yield start, _without_linkers(scene, start, of)
        yield from cut_into_names(scene, _skip_linkers(scene, of, end), end)
        return
    at = next((i for i in range(start + 1, end - 1) if _joins_names(scene, start, i, end)), None)
    if at is None:
        yield start, end
        return
    yield from cut_into_names(scene, start, _without_linkers(scene, start, at))
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
    ofs = (i for i in range(first, end) if scene.tokens[i].text in scene.pack.of_words)
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
    if at is None or at - start > _LONGEST_BEFORE_AND:
        return None
    return at if place_of(scene.tokens[start:at], scene) is not None else None


def _person_behind_year(scene: Scene, start: int, end: int) -> int | None:
    """Return the index of the given name in «(auf der) Holztagung 2019 | Max Huber»."""
    names = (end - i for i in _PERSON_ENDS if start < end - i)
    is_year = (i for i in names if _YEAR.fullmatch(scene.tokens[i - 1].text))
    return next((i for i in is_year if _is_given(scene.tokens[i], scene)), None)


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
    pack = scene.pack
    return token.text in pack.given_names or is_form_of_given_name(token.text, pack)


def _is_behind_board(scene: Scene, start: int, index: int) -> bool:
    """Tell whether a given name is no part of «Consejo Directivo | Ana Gil»."""
    is_given = scene.tokens[index].text in scene.pack.given_names
    return is_given and index - 1 > start and is_role(scene.tokens[index - 1 : index], scene.pack)


def _skip_linkers(scene: Scene, index: int, end: int) -> int:
    while index < end - 1 and scene.tokens[index].lower in scene.pack.linkers:
        index += 1
    return index


def _without_linkers(scene: Scene, start: int, end: int) -> int:
    """Return the index after the last word of a name that an "and" would close."""
    linkers = scene.pack.linkers | scene.pack.conjunctions
    while end > start + 1 and scene.tokens[end - 1].lower in linkers:
        end -= 1
    return end


def _joins_names(scene: Scene, start: int, at: int, end: int) -> bool:
    """Tell whether the token is an "and" between two names rather than within one."""
    if scene.tokens[at].lower not in scene.pack.conjunctions & scene.pack.linkers:
        return False
    left = scene.tokens[start:at]
    right = scene.tokens[_skip_linkers(scene, at + 1, end) : end]
    if scene.ends_announced(scene.tokens[end - 1].span):
        return True
    if _goes_on_within(scene, start, at, end):
        return False
    if _is_a_person(right, scene) or _are_whole(left, right, scene):
        return True
    if head_of(left, scene.pack) is not None:
        return _is_complete(right, scene)
    return _are_two(scene, left, at, right)


def _goes_on_within(scene: Scene, start: int, at: int, end: int) -> bool:
    """Tell whether what stands before the "and" shows that it is within one name."""
    if scene.tokens[at - 1].text == "-" or _closes_a_list(scene, start, at):
        return True  # «Industrie- und Handelskammer»
    return _is_within_place(scene, start, at, end) or _repeats_of(scene, start, at, end)


def _are_two(scene: Scene, left: Sequence[Token], at: int, right: Sequence[Token]) -> bool:
    """Tell whether an "and" joins two names of which the first bears no noun."""
    if len(left) == 1 and left[0].is_acronym and _is_definite(scene, at + 1):
        return True  # «UNIDO and the Toy Centre of the Union»
    is_sign = scene.tokens[at].text == "&"  # «Tyrol Wood & Toys» is one
    return not is_sign and (_is_second_name(right, scene) or place_of(left, scene) is not None)


def _is_definite(scene: Scene, index: int) -> bool:
    return scene.tokens[index].lower in scene.pack.definite & scene.pack.articles


def _repeats_of(scene: Scene, start: int, at: int, end: int) -> bool:
    """Tell whether a second "of" goes on with the name: «Bureau de Presse et | d’Action Locale»."""
    ofs = scene.pack.of_words if scene.pack.head_first else frozenset()
    words = [token.lower for token in scene.tokens[start : at + 2]]
    if not words or words[-1] not in ofs or ofs.isdisjoint(words[:-2]):
        return False
    index = _skip_linkers(scene, at + 1, end)
    first = scene.tokens[index]
    if index == end - 1 and first.is_acronym:
        return False  # «Junta de Castilla y León y | del CTLU»
    head = noun(first, scene.pack)
    return head is None or head.kind not in BODIES or first.lower in scene.pack.abstract


def _is_within_place(scene: Scene, start: int, at: int, end: int) -> bool:
    """Tell whether it is the "and" of «(Junta de) Castilla y León»."""
    firsts = range(max(start, at - _LONGEST_BEFORE_AND), at)
    return any(
        place_of(scene.tokens[first:last], scene) is not None
        for first in firsts
        for last in range(at + 2, end + 1)
    )


def _closes_a_list(scene: Scene, start: int, at: int) -> bool:
    """Tell whether it is the first "and" behind the commas of «Ministry of A, B | and C»."""
    before = [token.lower for token in scene.tokens[start:at]]
    return "," in before and scene.pack.conjunctions.isdisjoint(before)


def _is_a_person(right: Sequence[Token], scene: Scene) -> bool:
    """Tell whether it is the name of somebody: «Toy Agency and | Tom Reed»."""
    if len(right) not in {2, 3} or not all(token.is_name_like for token in right):
        return False
    is_given = right[0].text in scene.pack.given_names
    return is_given and not any(noun(token, scene.pack) for token in right)


def _are_whole(left: Sequence[Token], right: Sequence[Token], scene: Scene) -> bool:
    """Tell whether two names end with their noun, or are no words of the dictionary.

    «Wood Development Cluster and | Toyland», «the Dutch ZORVO and | ToyForest Cluster».
    """
    pack = scene.pack
    if pack.head_first or pack.capitalises_nouns or any(t.lower in pack.of_words for t in left):
        return False
    if len(left) > 1 and noun(left[-1], pack) and left[-1].lower not in pack.abstract:
        return not is_listed_word(right[0].lower, pack.code)
    if len(left) == 1 and left[0].is_acronym and _is_own_word(left[0], pack):
        return right[0].is_acronym or _is_own_word(right[0], pack)
    return _is_own_word(left[-1], pack) and _is_own_word(right[0], pack)


def _is_own_word(token: Token, pack: LanguagePack) -> bool:
    """Tell whether the word was made for a name: «ToyForest», ZORVO, but not ICT."""
    is_short = len(token.text) < _SHORTEST_OWN_WORD
    return not (is_short or is_listed_word(token.lower, pack.code))


def _is_second_name(right: Sequence[Token], scene: Scene) -> bool:
    """Tell whether the words bear no noun and are no subject («DG Wood and Toy Policy»).

    Where the noun stands first, words that begin with one are a name of their own.
    """
    if scene.pack.head_first and noun(right[0], scene.pack):
        return True
    return head_of(right, scene.pack) is None and right[-1].lower not in scene.pack.abstract


def _is_complete(right: Sequence[Token], scene: Scene) -> bool:
    """Tell whether the words are a name; not the last of «Ministerio de Ciencia y Clústeres».

    Nor is a noun in the genitive: «Ministerul Apelor și | Administrației».
    """
    if len(right) == 1 and scene.pack.head_first:
        is_genitive = right[0].lower in scene.pack.nominatives
        if is_genitive or is_plural_noun(right[0], scene.pack):
            return False
    if head_of(right, scene.pack) is not None or right[0].is_acronym:
        return True
    if _INNER_CAPITAL.search(right[0].text):
        return True  # «el Ministerio y | woodPulsa Perú»
    return place_of(right, scene) is not None


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
