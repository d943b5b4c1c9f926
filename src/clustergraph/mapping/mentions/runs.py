"""Runs of words with capitals: where they begin and how they go on."""

from collections.abc import Iterator

import regex

from clustergraph.languages import LanguagePack, readings
from clustergraph.mapping.kinds import GATHERINGS
from clustergraph.mapping.mentions.cuts import cut_into_names
from clustergraph.mapping.mentions.fields import step_in_list_of_fields
from clustergraph.mapping.mentions.noun_runs import (
    goes_on_among_nouns,
    names_among_nouns,
    never_in_a_name,
)
from clustergraph.mapping.mentions.nouns import hangs_on_a_noun, is_plain_noun, noun
from clustergraph.mapping.mentions.places import place_of
from clustergraph.mapping.mentions.scene import Scene
from clustergraph.mapping.text.numerals import is_roman, is_year
from clustergraph.mapping.text.tokens import Token

__all__ = ["find_runs"]

_NUMBER_IN_NAME = regex.compile(r"(?:19|20)\d\d|\d{1,3}|\d\.\d")
_DASHES = frozenset("-–")
_JOINING_SIGNS = frozenset("&-–+")
_MOST_LINKERS = 3
_LONGEST_COUNT = 3
"""Figures."""
_FEWEST_WITH_OWNED = 3
"""Words."""
_SAINT = regex.compile(r"(?:s[tfvwś]e?|св)")
_VERBS = frozenset({"aglt", "fin", "praet", "impt", "imps", "inf", "pcon", "pant", "bedzie"})
"""How the tags of a verb's forms begin."""


def find_runs(scene: Scene) -> Iterator[tuple[Token, ...]]:
    """Yield the runs of the sentence, each of which makes one name."""
    if scene.is_shouted:
        return
    position = 0
    while position < len(scene.tokens):
        end = _run_end(scene, position)
        for first, last in _names_in(scene, position, end) if end > position else ():
            yield scene.tokens[first:last]
        position = max(end, position + 1)


def _names_in(scene: Scene, start: int, end: int) -> Iterator[tuple[int, int]]:
    for first, last in cut_into_names(scene, start, end):
        if scene.pack.capitalises_nouns:
            yield from names_among_nouns(scene, first, last)
        else:
            yield _without_nation(scene, _without_owned(scene, first, last), last), last


def _without_nation(scene: Scene, start: int, end: int) -> int:
    """Return the index behind the nation before a word of its own: «the Dutch | ZORVO»."""
    tokens, pack = scene.tokens[start:end], scene.pack
    if len(tokens) < len(("Dutch", "ZORVO")) or pack.head_first:
        return start
    own = tokens[1].is_acronym or tokens[1].is_made_up
    is_plain = tokens[1].lower not in pack.demonyms and noun(tokens[1], pack) is None
    if place_of(tokens, scene):
        return start  # «Lao PDR»
    return start + bool(tokens[0].lower in pack.demonyms and own and is_plain)


def _without_owned(scene: Scene, start: int, end: int) -> int:
    """Return the index behind a common noun that a body only owns: «Partnerem | Klastra Drewna»."""
    tokens, pack = scene.tokens[start:end], scene.pack
    if len(tokens) < _FEWEST_WITH_OWNED or not is_plain_noun(tokens[0], pack):
        return start
    heads = (at for at, token in enumerate(tokens) if noun(token, pack))
    at = next(heads, 0)
    is_direct = not any(is_plain_noun(token, pack) for token in tokens[1:at])
    return start + 1 if is_direct and hangs_on_a_noun(tokens, at, pack) else start


# -- From beginning to end -----------------------------------------------------------------------


def _run_end(scene: Scene, start: int) -> int:
    """Return the index after the run that begins at ``start``; ``start`` when none does."""
    if not _can_begin(scene, start):
        return start
    end = start + 1
    while end < len(scene.tokens) and (step := _step(scene, start, end)):
        end += step
    return end


def _step(scene: Scene, start: int, index: int) -> int:
    """Return how many tokens at ``index`` carry the run on that began at ``start``."""
    return (
        _next_step(scene, index)
        or (scene.pack.capitalises_nouns and goes_on_among_nouns(scene, start, index))
        or step_in_list_of_fields(scene, start, index)
    )


def _can_begin(scene: Scene, index: int) -> bool:
    token = scene.tokens[index]
    if not token.is_name_like or scene.pack.is_title(token.text) or scene.is_named(token):
        return False
    if scene.pack.capitalises_nouns and never_in_a_name(token, scene):
        return _if_cut_short(scene, index + 1) > 0
    if scene.is_position(token) and not _says_of_what_kind(scene, index):
        return False
    if scene.opens(token.span.start):
        is_word = token.lower in scene.pack.function_words or _is_verb(token, scene.pack)
        return not is_word and not _stands_before_person(scene, index)
    return token.is_acronym or token.lower not in scene.pack.articles


def _stands_before_person(scene: Scene, index: int) -> bool:
    """Tell whether it is no part of the name behind it: «Habló | Ana Gil», «Modera | Ugo Neri»."""
    following, given = scene.tokens[index + 1 : index + 3], scene.pack.given_names
    if not scene.pack.head_first or len(following) < 2 or following[0].text not in given:
        return False
    token = scene.tokens[index]
    is_name = token.text in given or token.is_acronym or noun(token, scene.pack) is not None
    return following[1].is_name_like and following[1].text not in given and not is_name


def _is_verb(token: Token, pack: LanguagePack) -> bool:
    """Tell whether a word that opens the sentence is a verb: «Spotkaliśmy Klaster Leśny»."""
    known = readings(token.lower, pack.code)
    return bool(known) and all(reading.tags[0] in _VERBS for reading in known)


def _says_of_what_kind(scene: Scene, index: int) -> bool:
    """Tell whether a title of office belongs to the thing behind it: «Trainer Diploma»."""
    following = scene.tokens[index + 1 : index + 2]
    is_before_noun = any(t.is_capital and noun(t, scene.pack) for t in following)
    return is_before_noun and not scene.pack.head_first


def _next_step(scene: Scene, index: int) -> int:
    """Return how many tokens at ``index`` carry the run on: 0 ends it."""
    token, before = scene.tokens[index], scene.tokens[index - 1]
    is_surname = _may_be_surname(scene, index) or _follows_particle(scene, index)
    if token.span.start > before.span.end + 1 or (_bears_no_name(scene, token) and not is_surname):
        return 0
    is_stop = token.text == "." and _has_a_stop(scene, before, index == len(scene.tokens) - 1)
    if is_stop or (token.is_name_like and not _ends_in_genitive(before)):
        return 1
    if token.text == "." and _is_cut_off(before, scene.pack):
        return _if_followed(scene, index + 1, 2)
    if token.text in _JOINING_SIGNS:
        return _sign_step(scene, index)
    if _is_number(scene, index):
        return 1
    return 0 if scene.pack.capitalises_nouns else _linker_step(scene, index)


def _has_a_stop(scene: Scene, form: Token, at_end: bool) -> bool:
    """Tell whether the stop behind it is a company form's: that of «Inc.», but no «GmbH.»."""
    if at_end and form.text in scene.pack.organisation_forms:
        return f"{form.text}." in scene.pack.organisation_forms
    return scene.pack.is_company_form(form.text)


def _may_be_surname(scene: Scene, index: int) -> bool:
    """Tell whether a noun with a capital behind a given name is a surname: «Ida Buch»."""
    before, token = scene.tokens[index - 1], scene.tokens[index]
    is_noun = scene.pack.capitalises_nouns and token.is_name_like
    is_free = not scene.is_position(token) and not scene.is_named(token)
    return is_noun and is_free and before.text in scene.pack.given_names


def _follows_particle(scene: Scene, index: int) -> bool:
    """Tell whether a particle behind a given name stands before it: «Bruno Le | Maire»."""
    given, particle = scene.tokens[max(index - 2, 0) : index] if index > 1 else (None, None)
    if given is None or particle is None or not particle.is_capital:
        return False
    is_particle = particle.lower in scene.pack.name_particles
    return is_particle and given.text in scene.pack.given_names


def _is_cut_off(token: Token, pack: LanguagePack) -> bool:
    """Tell whether it is the saint in a name: «Universität St. Gallen», «Sf. Gheorghe»."""
    is_saint = token.is_capital and _SAINT.fullmatch(token.lower) is not None
    return is_saint and token.lower in pack.abbreviations


def _is_number(scene: Scene, index: int) -> bool:
    text = scene.tokens[index].text
    if is_roman(text):
        return True
    if _opens_a_period(scene, index):
        return False
    if _NUMBER_IN_NAME.fullmatch(text) is None or _is_day(scene, index):
        return False
    return not _counts(scene, index)


def _counts(scene: Scene, index: int) -> bool:
    """Tell whether it says how many follow: «… Agency | 8 clusters», but no year."""
    following = scene.tokens[index + 1 : index + 2]
    is_common = any(t.is_word and not t.is_capital and noun(t, scene.pack) for t in following)
    return is_common and len(scene.tokens[index].text) <= _LONGEST_COUNT


def _opens_a_period(scene: Scene, index: int) -> bool:
    """Tell whether it is the first year of «Alpine Wood | 2014-2020», which is no part of it."""
    years = [token.text for token in scene.tokens[index : index + 3]]
    return len(years) == 3 and years[1] in _DASHES and all(map(is_year, years[::2]))


def _sign_step(scene: Scene, index: int) -> int:
    """Step over «&» or a dash, but not where the dash explains: "Lyon – A conference"."""
    if _follows_its_noun(scene, index) or _opens_a_clause(scene, index):
        return 0
    if _parts_two(scene, index):
        return 0
    return _if_followed(scene, index + 1, 1) or _if_cut_short(scene, index)


def _parts_two(scene: Scene, index: int) -> bool:
    """Tell whether a dash between blanks has a whole name before it: «Tom Reed – Policy Officer».

    One word behind it may be an alias: «Northern Toy Institute - NTI».
    """
    dash, *following = scene.tokens[index : index + 3]
    before = scene.tokens[max(index - 2, 0) : index]
    is_apart = dash.text in _DASHES and dash.span.start > before[-1].span.end
    is_long = len(before) > 1 and all(token.is_name_like for token in before)
    if scene.is_heading and not any(t.text in scene.pack.given_names for t in before):
        return False  # «Growing Toys – Regional Training» is one there
    return is_apart and is_long and len(following) > 1 and following[1].is_name_like


def _follows_its_noun(scene: Scene, index: int) -> bool:
    """Tell whether it is a dash between blanks, and an acronym or a noun by itself is before it.

    Then what is behind it explains it: «NTI – Northern Toy Institute», «Workshop – Linz».
    """
    before, token = scene.tokens[index - 1], scene.tokens[index]
    opens = index < 2 or not scene.tokens[index - 2].is_name_like
    is_dash = token.text in {"-", "–"} and token.span.start > before.span.end
    return is_dash and opens and (before.is_acronym or _is_meeting(before, scene.pack))


def _is_meeting(token: Token, pack: LanguagePack) -> bool:
    head = noun(token, pack)
    return head is not None and head.kind in GATHERINGS


def _opens_a_clause(scene: Scene, index: int) -> bool:
    before, token, *following = scene.tokens[index - 1 : index + 2]
    is_apart = token.span.start > before.span.end
    pack = scene.pack
    is_new = any(
        (t.lower in pack.function_words and not t.is_acronym) or (pack.head_first and noun(t, pack))
        for t in following
    )
    return is_apart and is_new


def _if_cut_short(scene: Scene, index: int) -> int:
    """Step over «- und» in «Industrie- und Handelskammer»."""
    hyphen, before = scene.tokens[min(index, len(scene.tokens) - 1)], scene.tokens[index - 1]
    following = scene.tokens[index + 1 : index + 2]
    is_short = hyphen.span.start == before.span.end and hyphen.text == "-"
    goes_on = any(t.lower in scene.pack.conjunctions for t in following)
    if not is_short or not (goes_on or _is_cut_short_again(scene, index + 1)):
        return 0
    return _if_followed(scene, index + 2, 2)


def _is_cut_short_again(scene: Scene, index: int) -> bool:
    """Tell whether it is the comma of «Bau-, Holz- und Raumforschung»."""
    signs = scene.tokens[index : index + 3]
    return len(signs) == 3 and signs[0].text == "," and bool(_if_cut_short(scene, index + 2))


def _bears_no_name(scene: Scene, token: Token) -> bool:
    if scene.pack.capitalises_nouns and never_in_a_name(token, scene):
        return True
    is_other = scene.pack.is_title(token.text) or scene.is_position(token)
    return is_other or scene.is_named(token)


def _ends_in_genitive(token: Token) -> bool:
    return token.bare != token.text and len(token.text) > 2


def _linker_step(scene: Scene, index: int) -> int:
    """Step over the words that join the parts of a name: «of the», «and»."""
    length = 0
    is_article = scene.tokens[index].lower in scene.pack.articles
    if is_article and (scene.pack.head_first or scene.tokens[index - 1].lower in scene.pack.months):
        return 0  # «en Vigo la III Jornada», "last November the Wood Agency"
    for token in scene.tokens[index : index + _MOST_LINKERS]:
        if token.lower not in scene.pack.linkers:
            break
        length += 1
    return _if_followed(scene, index + length, length + 1) if length else 0


def _if_followed(scene: Scene, index: int, step: int) -> int:
    """Return the step if a word with a capital stands at the index."""
    following = scene.tokens[index : index + 1]
    goes_on = any(t.is_name_like and not _bears_no_name(scene, t) for t in following)
    is_date = any(token.lower in scene.pack.months for token in following)
    return step if goes_on and not is_date else 0


def _is_day(scene: Scene, index: int) -> bool:
    months = scene.pack.months
    neighbours = (scene.tokens[index - 1], *scene.tokens[index + 1 : index + 2])
    return any(token.lower in months for token in neighbours)
