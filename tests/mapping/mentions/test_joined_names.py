import pytest

from given.mapped import named_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "We saw the Alpine Wood Agency and the Baltic Fish Institute.",
            {"Alpine Wood Agency", "Baltic Fish Institute"},
        ),
        ("We saw the Alpine Wood Agency and AFI.", {"Alpine Wood Agency", "AFI"}),
        ("We saw the Ministry of Wood and Toys.", {"Ministry of Wood and Toys"}),
        ("We saw the University of Toys & Games.", {"University of Toys & Games"}),
        ("We saw Silver Birch and Golden Oak.", {"Silver Birch", "Golden Oak"}),
    ],
)
def test_an_and_parts_two_whole_names_only(text: str, names: set[str]) -> None:
    assert set(named_in(text)) == names
