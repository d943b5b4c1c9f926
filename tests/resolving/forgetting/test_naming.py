"""Where a text calls something by its name, in whatever form, order or script."""

import pytest

from clustergraph.model import LangString
from clustergraph.resolving.forgetting.naming import Naming

ZOFIA = Naming.of([LangString("Zofia Nowacka", "pl")], is_person=True)
FOREST = Naming.of(
    [LangString("Fundacja Las", "pl")],
    [LangString("Fundacja", "pl"), LangString("FL", "pl"), LangString("Forest Foundation", "en")],
    is_person=False,
)


def _whole(naming: Naming, text: str) -> list[str]:
    return [text[span.start : span.end] for span in naming.whole(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mówiła Zofia Nowacka.", ["Zofia Nowacka"]),
        ("Rozmowa z Zofią Nowacką i o Zofii Nowackiej", ["Zofią Nowacką", "Zofii Nowackiej"]),
        ("ZOFIA NOWACKA", ["ZOFIA NOWACKA"]),
        ("Nowacka, Zofia", ["Nowacka, Zofia"]),
        ("Zofia\nNowacka", ["Zofia\nNowacka"]),
        ("**Zofia** Nowacka", ["Zofia** Nowacka"]),
        ("Z. Nowacka", ["Z. Nowacka"]),
        ("Зофия Новацка", ["Зофия Новацка"]),
        ("z.nowacka@example.org", ["z.nowacka"]),
        ("zofia-nowacka-vgqxsf27", ["zofia-nowacka"]),
        ("@ZofiaNowacka", ["ZofiaNowacka"]),
        ("Zof\u00adia Nowacka", ["Zof\u00adia Nowacka"]),
        ("Zofia spoke. Then came Anna Nowacka.", []),
        ("Zofia Nowak", []),
        ("Maria Nowacka", []),
        ("", []),
    ],
)
def test_a_person_is_called_by_the_whole_name(text: str, found: list[str]) -> None:
    assert _whole(ZOFIA, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Wystąpienie Nowackiej trwało godzinę.", 1),
        ("Новацка каза", 1),
        ("www.nowacka.pl", 1),
        ("nowacka@example.org", 1),
        ("nowacka/talk", 1),
        ("nowacka. A", 0),
        ("a nowacka of sorts", 0),
        ("Nowak", 0),
        ("Zofia", 0),
    ],
)
def test_a_person_may_be_called_by_the_surname_written_as_a_name(text: str, found: int) -> None:
    assert len(ZOFIA.by_surname(text)) == found


def test_a_word_that_may_be_somebody_else_is_spared() -> None:
    assert not ZOFIA.by_surname("Nowackiej", spared={"nowacka"})
    assert ZOFIA.shared_with("Jan Nowacki") == {"nowacka"}
    assert not ZOFIA.shared_with("Zofia Nowak")


def test_a_name_in_the_other_order_has_the_same_surname() -> None:
    turned = Naming.of([LangString("Nowacka Zofia", "pl")], is_person=True)
    assert turned.by_surname("Nowackiej")
    assert _whole(turned, "Zofii Nowackiej") == ["Zofii Nowackiej"]


def test_a_second_given_name_may_be_left_out() -> None:
    naming = Naming.of([LangString("Zofia Maria Nowacka", "pl")], is_person=True)
    assert _whole(naming, "Zofia Nowacka and Zofia M. Nowacka") == [
        "Zofia Nowacka",
        "Zofia M. Nowacka",
    ]


def test_a_thing_is_called_by_its_label_and_by_names_but_not_by_what_it_is() -> None:
    assert _whole(FOREST, "Fundacji Las pomogła Forest Foundation (FL).") == [
        "Fundacji Las",
        "Forest Foundation",
        "FL",
    ]
    assert not FOREST.whole("Fundacja pomogła.")
    assert not FOREST.by_surname("Las")


def test_one_word_is_found_where_it_is_written_as_a_name() -> None:
    naming = Naming.of([LangString("Alpha", "en")], is_person=False)
    assert _whole(naming, "Alpha and Alphas, an alpha, Alphabetical") == ["Alpha", "Alphas"]


def test_a_word_of_three_letters_is_only_itself() -> None:
    naming = Naming.of([LangString("Las", "pl")], is_person=False)
    assert _whole(naming, "Las, Lasek, LAS") == ["Las", "LAS"]


@pytest.mark.parametrize(
    ("text", "is_all", "is_short"),
    [
        ("Zofii Nowackiej", True, False),
        ("Z. Nowacka", True, True),
        ("Nowackiej", False, True),
        ("Zofia Nowacka Foundation", False, False),
        ("", False, False),
    ],
)
def test_it_is_told_whether_a_text_is_the_name_and_nothing_else(
    text: str, *, is_all: bool, is_short: bool
) -> None:
    assert ZOFIA.is_all_of(text) is is_all
    assert ZOFIA.is_short_form(text) is is_short


def test_without_names_nothing_is_found() -> None:
    naming = Naming.of([], is_person=False)
    assert not naming.whole("Zofia Nowacka")
    assert not naming.is_of_person
