import pytest

from clustergraph.vocab import CG
from given.mapped import mentions_in


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("en", "Ann M. Lee and J. Kranz opened the fair.", ["Ann M. Lee", "J. Kranz"]),
        ("en", "Director Kranzo K. Lee opened the fair.", ["Kranzo K. Lee"]),
        ("ru", "С.П. Кранцов и Кранцов И.И. открыли форум.", ["С.П. Кранцов", "Кранцов И.И."]),
        ("fr", "M. Karim Brend a ouvert le salon.", ["Karim Brend"]),
    ],
)
def test_initials_make_a_person_but_a_title_is_no_initial(
    language: str, text: str, names: list[str]
) -> None:
    people = [m.names[0] for m in mentions_in(text, language) if m.kind == CG.Person]
    assert people == names
