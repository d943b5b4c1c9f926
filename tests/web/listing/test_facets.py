"""The facets of a list: as many as each value says, and the way back."""

from starlette.testclient import TestClient

from given.read_pages import page, words


def test_each_value_of_a_facet_leads_to_as_many_as_it_says(listed_site: TestClient) -> None:
    facets = listed_site.get("/browse/Activity.json").json()["facets"]
    assert set(facets) == {"place", "sector", "programme", "year", "source_language"}
    for name, values in facets.items():
        assert values
        for each in values:
            asked = {name: each["value"]}
            found = listed_site.get("/browse/Activity.json", params=asked).json()
            assert found["total"] == each["count"], asked


def test_a_facet_that_narrows_still_counts_its_other_values(listed_site: TestClient) -> None:
    free = listed_site.get("/browse/Activity.json").json()["facets"]
    narrowed = listed_site.get("/browse/Activity.json?year=2018").json()["facets"]
    assert narrowed["year"] == free["year"]
    assert narrowed["programme"] != free["programme"]


def test_a_chosen_value_can_be_taken_away_and_another_added(listed_site: TestClient) -> None:
    found = page(listed_site, "/browse/Activity?year=2018&lang=en")
    assert "Year: 2018" in words(found)
    assert "/browse/Activity?lang=en" in found.links()
    assert "/browse/Activity?year=2018&year=2012&lang=en" in found.links()
