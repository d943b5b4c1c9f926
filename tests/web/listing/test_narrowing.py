"""What the address of a list may say."""

import re

import pytest
from starlette.testclient import TestClient

from given.read_pages import Page, page

_NUMBERS = re.compile(r"-[a-z0-9]{8}$")


def _narrowings(found: Page, name: str) -> list[str]:
    return [link for link in found.links() if f"{name}=" in link and link.startswith("/browse/")]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/browse/Training?place=bulgaria-aaaaaaag", ["week-one"]),
        ("/browse/Training?place=Bułgaria&place=poland-aaaaaaai", ["week-one", "week-ten"]),
        ("/browse/Activity?programme=money-line-aaaaaaaa", ["bridge", "week-one", "week-ten"]),
        ("/browse/Activity?programme=Other+Line", ["week-two"]),
        ("/browse/Activity?year=2012", ["bridge", "money-line"]),
        ("/browse/Activity?year=2012&year=2018", ["bridge", "money-line", "week-ten"]),
        ("/browse/Activity?year=2012&source_language=en", ["bridge"]),
        ("/browse/Cluster?sector=agrifood", ["dairy", "harvest"]),
        ("/browse/Cluster?sector=agriculture", ["harvest"]),
        ("/browse/Cluster?sector=farming-aaaaaaak", ["harvest"]),
        ("/browse/Cluster?sector=cheese", ["dairy"]),
        ("/browse/Document?source_language=pl", ["aaaaaaaaaaaaaaaa"]),
    ],
)
def test_a_list_is_narrowed_by_what_its_address_says(
    listed_site: TestClient, address: str, expected: list[str]
) -> None:
    found = listed_site.get(address.replace("?", ".json?")).json()["results"]
    assert sorted(_NUMBERS.sub("", each["url"].rpartition("/")[2]) for each in found) == expected


def test_two_addresses_of_one_value_are_one(listed_site: TestClient) -> None:
    by_name = listed_site.get("/browse/Training.json?place=Bulgaria").json()
    by_local = listed_site.get("/browse/Training.json?place=bulgaria-aaaaaaag").json()
    assert by_name == by_local
    links = _narrowings(page(listed_site, "/browse/Training?place=Bulgaria"), "year")
    assert all("place=bulgaria-aaaaaaag" in link for link in links)


def test_a_page_of_another_list_is_refused(listed_site: TestClient) -> None:
    token = listed_site.get("/browse/Activity.json?limit=2").json()["next"].partition("next=")[2]
    assert listed_site.get(f"/browse/Activity.json?limit=2&next={token}").status_code == 200
    assert listed_site.get(f"/browse/Activity.json?year=2018&next={token}").status_code == 400
    assert listed_site.get(f"/browse/Place.json?next={token}").status_code == 400
