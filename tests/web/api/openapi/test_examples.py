"""Examples are written with gaps, which the words of a version fill."""

from clustergraph.web.api.openapi.examples import GAPPED, Example, examples, filled

_WORDS = {"name": "Ruse", "local": "ruse-aaaaaaad"}


def test_gaps_are_filled_wherever_they_are() -> None:
    gapped = examples(
        Example(
            name="a",
            summary="b",
            path={"local": "{local}"},
            query={"limit": 2},
            body={"items": ["{name}", {"text": "{name}", "n": 1}]},
        )
    )[GAPPED]
    (example,) = filled(gapped, _WORDS)
    assert (example.path, example.query) == ({"local": "ruse-aaaaaaad"}, {"limit": 2})
    assert example.body == {"items": ["Ruse", {"text": "Ruse", "n": 1}]}


def test_an_example_for_which_there_is_no_word_is_left_out() -> None:
    gapped = examples(
        Example(name="a", summary="b", query={"q": "{identifier}"}),
        Example(name="c", summary="d", query={"q": "{name}"}),
    )[GAPPED]
    assert [each.name for each in filled(gapped, _WORDS)] == ["c"]
