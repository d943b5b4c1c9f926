"""Templates of URIs, as each version fills them."""

import pytest

from clustergraph.recon_check.templates import expanded, filled, problems_of_view


def test_double_braces_take_a_component() -> None:
    assert filled("http://a/{{id}}/{{id}}", "a/ü") == "http://a/a%2F%C3%BC/a%2F%C3%BC"


@pytest.mark.parametrize(
    ("template", "made"),
    [
        ("http://a/{id}", "http://a/b%2Fc%3F"),
        ("http://a/{+id}", "http://a/b/c?"),
        ("http://a{/id}", "http://a/b%2Fc%3F"),
        ("http://a/{?id}", "http://a/?id=b%2Fc%3F"),
        ("http://a/?x=1{&id}", "http://a/?x=1&id=b%2Fc%3F"),
        ("http://a/{#id}", "http://a/#b/c?"),
        ("http://a/x{.id}", "http://a/x.b%2Fc%3F"),
        ("http://a/x{;id}", "http://a/x;id=b%2Fc%3F"),
        ("http://a/{id:1}/{id*}", "http://a/b/b%2Fc%3F"),
    ],
)
def test_expressions_are_expanded(template: str, made: str) -> None:
    assert expanded(template, "b/c?") == made


def _problems(template: str, identifier: str) -> list[str]:
    return list(problems_of_view(template, "$", identifier, braces_are_double=True))


def test_an_identifier_that_is_a_uri_may_be_all_of_it() -> None:
    assert _problems("{{id}}", "http://a/b") == []
    assert _problems("{{id}}", "b") == ["$ makes 'b' of 'b', which is not a URI"]


def test_without_an_identifier_it_is_not_judged_what_comes_of_it() -> None:
    assert _problems("{{id}}", "") == []
    assert _problems("http://a/", "") == ["$ is 'http://a/', which has no {{id}}"]
