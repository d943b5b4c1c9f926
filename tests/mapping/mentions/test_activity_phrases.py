import pytest

from clustergraph.mapping.mentions.mention import Mention
from given.mapped import mentions_in


def phrase(text: str, language: str = "en") -> Mention:
    (mention,) = (mention for mention in mentions_in(text, language) if not mention.named)
    return mention


def phrases(text: str, language: str = "en") -> list[str]:
    return [mention.names[0] for mention in mentions_in(text, language) if not mention.named]


@pytest.mark.parametrize(
    ("language", "text", "words", "kind"),
    [
        ("en", "They met at the 4th training week.", "4th training week", "Training"),
        ("en", "They liked an international wood conference.", "international wood conference",
         "Event"),
        ("en", "They began a training programme.", "training programme", "Programme"),
        ("pl", "Była to międzynarodowa konferencja.", "międzynarodowa konferencja", "Event"),
        ("bg", "На международната конференция валеше.", "международната конференция", "Event"),
        ("ru", "На международной конференции шёл дождь.", "международная конференция", "Event"),
        ("ru", "По итогам рабочего визита шёл дождь.", "рабочий визит", "Event"),
    ],
)  # fmt: skip
def test_an_activity_is_its_noun_with_the_words_that_qualify_it(
    language: str, text: str, words: str, kind: str
) -> None:
    mention = phrase(text, language)
    assert (mention.names[0], mention.kind and mention.kind.local) == (words, kind)


@pytest.mark.parametrize(
    ("text", "ordinal", "count", "plural"),
    [
        ("They met at the second module.", 2, None, False),
        ("They met at the 3rd workshop.", 3, None, False),
        ("They met at six workshops.", None, 6, True),
        ("They met at workshops.", None, None, True),
        ("They met at a workshop.", None, None, False),
    ],
)
def test_ordinals_counts_and_plurals_are_seen(
    text: str, ordinal: int | None, count: int | None, plural: bool
) -> None:
    mention = phrase(text)
    assert (mention.ordinal, mention.count, mention.plural) == (ordinal, count, plural)


@pytest.mark.parametrize(
    ("language", "text", "definite", "indefinite"),
    [
        ("en", "They met at the workshop.", True, False),
        ("en", "They met at another workshop.", False, True),
        ("pl", "Odbyło się to szkolenie.", True, False),
        ("pl", "Odbyło się kolejne szkolenie.", False, True),
        ("bg", "На конференцията валеше.", True, False),
        ("bg", "На нова конференция валеше.", False, True),
    ],
)
def test_what_points_back_is_told_from_what_is_new(
    language: str, text: str, definite: bool, indefinite: bool
) -> None:
    mention = phrase(text, language)
    assert (mention.definite, mention.indefinite) == (definite, indefinite)


@pytest.mark.parametrize(
    "text",
    [
        "It has conference facilities (project partner).",
        "They met the project director.",
        "They met training participants.",
        "It lasted a week.",
    ],
)
def test_a_noun_that_only_qualifies_or_measures_is_no_activity(text: str) -> None:
    assert phrases(text) == []


def test_a_polish_verb_before_a_noun_is_no_part_of_the_phrase() -> None:
    assert phrases("On otworzył konferencję.", "pl") == ["konferencję"]


def test_two_nouns_side_by_side_are_two_activities_where_the_noun_stands_first() -> None:
    assert phrases("Zaczął się cykl trzech warsztatów.", "pl") == ["cykl", "trzech warsztatów"]


def test_what_an_activity_is_on_is_part_of_another_name_of_it() -> None:
    mention = phrase("They met at a workshop on the pricing of timber, which ended.")
    assert mention.names == ("workshop", "workshop on the pricing of timber")


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Una jornada técnica empezó.", "jornada técnica"),
        ("El curso de formación empezó.", "curso de formación"),
        ("Lo hizo el centro de formación.", ""),
    ],
)
def test_what_stands_behind_the_noun_belongs_to_the_phrase(text: str, phrase: str) -> None:
    assert phrases(text, "es") == ([phrase] if phrase else [])
