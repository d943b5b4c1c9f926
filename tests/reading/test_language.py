from clustergraph.reading.language import detect_language

POLISH = "Klaster to grupa przedsiębiorstw z jednej branży i jednego regionu. "


def test_a_label_counts_for_a_short_text() -> None:
    assert detect_language("Klaster", "pl") == "pl"


def test_a_long_text_is_believed_more_than_its_label() -> None:
    assert detect_language(POLISH * 10, "en") == "pl"


def test_a_language_that_cannot_be_told_is_what_its_label_says() -> None:
    macedonian = "Кластерот е група на претпријатија од иста гранка и од ист регион. "
    assert detect_language(macedonian * 10, "mk") == "mk"


def test_a_text_without_words_has_no_language() -> None:
    assert detect_language("1234 5678") == "und"
