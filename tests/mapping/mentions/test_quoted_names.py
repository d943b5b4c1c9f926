import pytest

from given.mapped import mentions_in, named_in

QUOTED = {
    'The project "Blue Harbour" began.': ("Blue Harbour", "Project"),
    "Experts of the consulting firm “Silver Birch” met.": ("Silver Birch", "Organisation"),
    'The programme called "Open Gates" ended.': ("Open Gates", "Programme"),
    'The "Wood Days" conference began.': ("Wood Days", "Event"),
    "The cluster ‘Oak Valley’ met.": ("Oak Valley", "Cluster"),
    '"Institute of Toys" opened.': ("Institute of Toys", "Organisation"),
    'We saw "Silver Birch" today.': ("Silver Birch", None),
}


@pytest.mark.parametrize("text", QUOTED)
def test_a_quoted_name_is_what_the_noun_beside_or_in_it_says(text: str) -> None:
    assert named_in(text) == dict([QUOTED[text]])


IN_QUOTES = [
    (
        *("it", "Ecco il Cluster Tecnologico Nazionale 'Legno Blu 2030'."),
        ("Legno Blu 2030", "Cluster"),
    ),
    ("es", "Vimos la Jornada Técnica “Madera Viva”.", ("Madera Viva", "Event")),
    ("ro", "A venit Clusterul Textil „Din Suflet”.", ("Din Suflet", "Cluster")),
    ("bg", "Видяхме Оперативна програма „Растеж и гора“.", ("Растеж и гора", "Programme")),
]


@pytest.mark.parametrize(("language", "text", "name"), IN_QUOTES)
def test_noun_adjectives_and_quotes_are_one_name(
    language: str, text: str, name: tuple[str, str]
) -> None:
    assert named_in(text, language) == dict([name])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "È “un bel regalo” per noi."),
        ("es", 'Vimos los llamados "cluster" allí.'),
        ("es", "Vimos la asociación «con un nuevo plan»."),
        ("de", "Er rief: „Wir gehen gemeinsam neue Wege“"),
        ("ru", "«С этой целью написана большая книга о том, как растут леса»."),
    ],
)
def test_common_words_in_quotes_are_no_name(language: str, text: str) -> None:
    assert [m.names for m in mentions_in(text, language) if m.named] == []


def test_a_word_that_begins_what_somebody_says_is_no_name() -> None:
    said = 'In the words of one of the participants: "It is the first course."'
    assert "It" not in {name for mention in mentions_in(said) for name in mention.names}


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("it", 'Il seminario dal titolo "Legno e boschi" è finito.', "Legno e boschi"),
        ("de", "Der Workshop unter dem Titel „Holz und Stahl“ begann.", "Holz und Stahl"),
        ("en", "The workshop with the title “Wood and steel” began.", "Wood and steel"),
        ("fr", "Le séminaire ayant pour titre « Bois et acier » débute.", "Bois et acier"),
    ],
)
def test_a_gathering_bears_the_title_that_it_is_said_to_have(
    language: str, text: str, name: str
) -> None:
    assert name in {n for m in mentions_in(text, language) if m.is_activity for n in m.names}
