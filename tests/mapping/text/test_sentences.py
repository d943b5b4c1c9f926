import pytest

from given.mapped import stories_in


def sentences(text: str, language: str = "en") -> list[str]:
    return [s.text for story in stories_in(text, language) for s in story.sentences]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Mr. Kranz of the St. James school met Dr. Brend, i.e. a friend of J. Smith."),
        ("en", "The U.S. Embassy opened at 5 p.m. Friday."),
        ("pl", "Dr hab. Jan Kowalski, prof. Uniwersytetu, mieszka przy ul. Wodnej."),
        ("pl", "Spotkanie odbyło się 5 maja 2018 r. Krakowie, m.in. z udziałem inż. Nowaka."),
        ("cs", "Kurz se konal 15. - 17. 4. 2013 v Brně."),
        ("cs", "Letos se konal II. Světový kongres."),
        ("bg", "Проф. Иван Петров и д-р Мария Иванова живеят на ул. Шипка в гр. Русе."),
    ],
)
def test_a_stop_behind_an_abbreviation_ends_no_sentence(language: str, text: str) -> None:
    assert sentences(text, language) == [text]


def test_a_stop_before_a_capital_or_a_number_ends_a_sentence() -> None:
    text = "The fair opened. “Come in!” Then came 12 teams… 30 more followed. It closed."
    assert sentences(text) == [
        "The fair opened.",
        "“Come in!”",
        "Then came 12 teams…",
        "30 more followed.",
        "It closed.",
    ]


def test_a_stop_before_a_small_letter_ends_no_sentence() -> None:
    text = "The site example.org opened, said the firm Alpha.com. yesterday."
    assert sentences(text) == [text]


def test_a_line_ends_a_sentence() -> None:
    assert sentences("The fair opened\n\nIt was full.\n") == ["The fair opened", "It was full."]


def test_bullets_know_the_line_that_introduces_them() -> None:
    (story,) = stories_in("It was fun.\n\nThe trainers were:\n\n• Ann Lee\n• Bo Orr\n\nThe end.")
    lead_ins = {s.text: s.lead_in.text if s.lead_in else None for s in story.sentences}
    assert lead_ins == {
        "It was fun.": None,
        "The trainers were:": None,
        "Ann Lee": "The trainers were:",
        "Bo Orr": "The trainers were:",
        "The end.": None,
    }
