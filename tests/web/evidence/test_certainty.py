import pytest

from clustergraph.web.evidence.certainty import certainty
from clustergraph.web.wording import wording_in


@pytest.mark.parametrize(
    ("confidence", "beginning"),
    [
        ("1.0", "certain"),
        ("0.95", "very likely"),
        ("0.8", "likely"),
        ("0.61", "more likely"),
        ("0.59", "doubtful"),
        ("0", "doubtful"),
    ],
)
def test_a_probability_is_said_in_words(confidence: str, beginning: str) -> None:
    assert certainty(confidence, wording_in("en")).startswith(beginning)


@pytest.mark.parametrize("language", ["pl", "bg"])
def test_words_in_another_language_keep_the_number(language: str) -> None:
    assert "97" in certainty("0.97", wording_in(language))
