"""Lists of classes as people read them: what is on them, what narrows them, what they say."""

import pytest
from starlette.testclient import TestClient

from given.read_pages import Page, page, words

ROWS = ("/id/", "/doc/", "/voc/")


def _rows(found: Page) -> list[str]:
    """Return what is listed, in order, without what pictures link to."""
    text = [link for link in found.links() if link.startswith(ROWS)]
    return [*dict.fromkeys(link.partition("?")[0] for link in text)]


def test_all_classes_are_a_tree_with_numbers(listed_site: TestClient) -> None:
    text = words(page(listed_site, "/browse"))
    assert "Activity 7" in text
    assert text.index("Activity 7") < text.index("Training 3") < text.index("Document 2")


def test_the_number_of_a_class_is_that_of_its_list(listed_site: TestClient) -> None:
    classes = listed_site.get("/browse.json").json()["results"]
    assert {each["name"] for each in classes} > {"Activity", "Training", "Document", "Sector"}
    for each in classes:
        found = listed_site.get(f"{each['url']}.json").json()
        assert (found["total"], len(found["results"])) == (each["total"], each["total"]), each


def test_a_list_is_in_the_order_of_the_alphabet_and_numbers_by_their_size(
    listed_site: TestClient,
) -> None:
    assert _rows(page(listed_site, "/browse/Training"))[:3] == [
        "/id/week-one-aaaaaaad",
        "/id/week-two-aaaaaaaf",
        "/id/week-ten-aaaaaaae",
    ]


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        ("en", ["Bulgaria", "Łódź", "Poland", "Ruse"]),
        ("pl", ["Bułgaria", "Łódź", "Polska", "Ruse"]),
        ("bg", ["Łódź", "Poland", "България", "Русе"]),
        ("fr", ["Bulgaria", "Łódź", "Poland", "Ruse"]),
    ],
)
def test_the_order_is_that_of_the_names_that_the_reader_sees(
    listed_site: TestClient, language: str, labels: list[str]
) -> None:
    found = listed_site.get(f"/browse/Place.json?lang={language}").json()["results"]
    assert [each["label"] for each in found] == labels


def test_a_list_leads_up_to_the_class_above_and_down_to_those_below(
    listed_site: TestClient,
) -> None:
    links = page(listed_site, "/browse/Activity?year=2013&lang=pl").links()
    assert "/browse?lang=pl" in links
    assert "/browse/Training?year=2013&lang=pl" in links
    assert "/browse/Activity?lang=pl" in page(listed_site, "/browse/Training?lang=pl").links()


def test_a_list_opens_as_a_query_that_says_what_narrows_it(listed_site: TestClient) -> None:
    found = page(listed_site, "/browse/Training?place=Bulgaria")
    (query,) = [link for link in found.links() if link.startswith("/sparql?")]
    assert "bulgaria-aaaaaaag" in query
    assert "programme" not in query


def test_an_empty_list_says_what_there_would_be_without_its_facets(
    listed_site: TestClient,
) -> None:
    text = words(page(listed_site, "/browse/Training?year=2018&place=Bulgaria"))
    assert "Nothing meets all of these." in text
    assert "Without “Year” 1" in text
    assert "Without any of these 3" in text


def test_a_class_of_which_there_is_nothing_says_so(listed_site: TestClient) -> None:
    text = words(page(listed_site, "/browse/Venue"))
    assert "No document tells of anything of this class." in text


def test_markup_and_quotes_in_a_name_are_text(listed_site: TestClient) -> None:
    answer = listed_site.get("/browse/Cluster", headers={"Accept": "text/html"})
    assert "&lt;b&gt;Cluster&lt;/b&gt;" in answer.text
    assert "<b>Cluster" not in answer.text


def test_a_search_is_narrowed_as_a_list_is(listed_site: TestClient) -> None:
    found = page(listed_site, "/search?q=week&year=2018")
    assert _rows(found) == ["/id/week-ten-aaaaaaae"]
    assert "/search.json?q=week&year=2018" in found.links()
    shown = listed_site.get("/search.json?q=week&year=2018").json()["results"]
    assert [each["url"] for each in shown] == _rows(found)


def test_a_search_without_a_result_says_what_keeps_it_away(listed_site: TestClient) -> None:
    text = words(page(listed_site, "/search?q=week&year=1900"))
    assert "Something is called week, but it has not all of these." in text
    assert "Without any of these 3" in text


def test_a_kind_in_a_search_gives_way_to_one_below_it(listed_site: TestClient) -> None:
    links = page(listed_site, "/search?q=week&type=Activity").links()
    assert "/search?q=week" in links
    below = page(listed_site, "/search?q=line&type=Activity").links()
    assert not [link for link in below if link.count("type=") > 1]


def test_what_a_search_found_opens_as_a_query_of_these_things(listed_site: TestClient) -> None:
    found = page(listed_site, "/search?q=week")
    (query,) = [link for link in found.links() if link.startswith("/sparql?")]
    assert all(name in query for name in ("week-one", "week-two", "week-ten"))
