"""Amounts of money are no counts, no dates and no names."""

import pytest

from clustergraph.languages import load_pack
from clustergraph.mapping.mentions.read_sentence import read_sentence
from given.mapped import facts_of, gazetteer, map_text, mentions_in, stories_in

AMOUNTS = [
    ("en", "It got EUR 250,000 and € 3.5 million.", ["EUR 250,000", "€ 3.5"]),
    ("de", "Es erhält 1,2 Mio. Euro und 2018 Euro.", ["1,2 Mio. Euro", "2018 Euro"]),
    ("fr", "Il reçoit 680.000 € et 1,5 milliard d’euros.", ["680.000 €", "1,5 milliard d’euros"]),
    ("es", "Recibe 2,8 millones de euros.", ["2,8 millones de euros"]),
    ("it", "Riceve 1 milione e mezzo di euro.", ["1 milione e mezzo di euro"]),
    ("ro", "Primește 2018 lei.", ["2018 lei"]),
    ("pl", "Otrzymał 2,5 mln zł i 300 000 zł.", ["2,5 mln zł", "300 000 zł"]),
    ("cs", "Získal 2,5 mil. Kč.", ["2,5 mil. Kč"]),
    ("bg", "Получи 2 млн. лв. днес.", ["2 млн. лв"]),
    ("ru", "Получил 200 тыс. руб. вчера.", ["200 тыс. руб"]),
    ("en", "It got 40 people for 3 days.", []),
]


@pytest.mark.parametrize(("language", "text", "amounts"), AMOUNTS)
def test_figures_with_a_currency_are_an_amount(
    language: str, text: str, amounts: list[str]
) -> None:
    sentences = (s for story in stories_in(text, language) for s in story.sentences)
    read = [read_sentence(s, load_pack(language), gazetteer(), {}) for s in sentences]
    assert [text[a.start : a.end] for sentence in read for a in sentence.amounts] == amounts


def test_an_amount_counts_nobody_and_dates_nothing() -> None:
    text = "The Toy Club held a fair with 40 visitors. The fair cost 2,018 euro for visitors."
    values = {value for _, _, value in facts_of(map_text(text))}
    assert "40" in values
    assert not any("2018" in value for value in values)


@pytest.mark.parametrize("text", ["It got EUR 250,000.", "It got 3 Mio. EUR."])
def test_a_currency_names_nobody(text: str) -> None:
    assert list(mentions_in(text)) == []
