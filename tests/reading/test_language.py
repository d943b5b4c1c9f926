from clustergraph.reading.language import detect_language, foreign_lines

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


SECOND = "Der Verband lädt alle Mitglieder und Gäste herzlich zur jährlichen Tagung in Graz ein. "
FIRST = (
    "The association invites all its members and guests to the yearly meeting that is held there."
)


def test_a_stretch_in_another_language_is_told_with_its_heading() -> None:
    lines = ["Meeting", FIRST, "Tagung", SECOND * 2, SECOND, "Graz"]
    assert foreign_lines(lines, "en") == ["", "", "de", "de", "de", "de"]


def test_a_quotation_in_another_language_is_none() -> None:
    assert foreign_lines([FIRST, SECOND, FIRST], "en") == ["", "", ""]


def test_no_line_is_foreign_to_a_language_that_cannot_be_told() -> None:
    assert foreign_lines([FIRST * 5, SECOND * 5], "mk") == ["", ""]


def test_a_text_none_of_which_is_in_its_language_is_left_to_its_label() -> None:
    assert foreign_lines([SECOND * 5], "sl") == [""]
