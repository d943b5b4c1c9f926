"""A page leads to the next one, and all of them are read one after the other."""

from clustergraph.operations.look_up import Findings
from clustergraph.web.api.paging import next_links, with_following


def test_only_a_page_that_goes_on_has_a_link() -> None:
    assert next_links("/api/search?next=x") == [("/api/search?next=x", "next", "")]
    assert next_links(None) == []


def test_each_page_is_asked_for_by_the_token_of_the_one_before() -> None:
    asked: list[str] = []

    def go_on(token: str) -> Findings:
        asked.append(token)
        return Findings(next={"a": "b"}.get(token))

    pages = with_following(Findings(next="a"), go_on)
    assert next(pages).next == "a"
    assert asked == []
    assert [page.next for page in pages] == ["b", None]
    assert asked == ["a", "b"]
