from clustergraph.mapping.mentions.mention import Sign, listed_mention, preferred
from clustergraph.model import LangString, Span
from given.mapped import gazetteer

NAMES = (
    LangString("Kraków", "pl"),
    LangString("Krakow", "en"),
    LangString("Cracow", "en"),
    LangString("KRK", "und"),
)


def test_the_first_name_of_each_language_is_preferred_and_none_of_no_language() -> None:
    assert preferred(NAMES) == NAMES[:2]


def test_a_listed_thing_is_called_as_the_language_calls_it() -> None:
    (place, *_) = gazetteer().places("Poland", "en")
    mention = listed_mention(place, Span(0, 6), text="Polsce", form="Polska", language="pl")
    assert mention.names == ("Polska", "Polsce")
    assert (mention.sign, mention.kind, mention.gazetteer) == (
        Sign.GAZETTEER,
        place.kind,
        place.key,
    )


def test_without_a_name_in_the_language_its_base_form_is_the_label() -> None:
    (place, *_) = gazetteer().places("Poland", "en")
    mention = listed_mention(place, Span(0, 4), text="Xyz’s", form="Xyz", language="xx")
    assert mention.names == ("Xyz", "Xyz’s")
