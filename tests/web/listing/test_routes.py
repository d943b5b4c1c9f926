"""The addresses of lists: what there is, what there is not, and how long it holds."""

import pytest
from starlette.testclient import TestClient


@pytest.mark.parametrize(
    ("address", "status", "told"),
    [
        ("/browse/Banana", 404, "Banana"),
        ("/browse/Evidence", 404, "Evidence"),
        ("/browse/Cluster.exe", 404, "Cluster.exe"),
        ("/browse.exe", 404, "browse.exe"),
        ("/browse/Cluster?colour=red", 400, "colour"),
        ("/browse/Cluster?type=Person", 400, "type"),
        ("/browse/Cluster?place=Atlantis", 400, "the name, IRI or identifier of a place"),
        ("/browse/Cluster?place=money-line-aaaaaaaa", 400, "of a place"),
        ("/browse/Cluster?sector=bananas", 400, "of a sector"),
        ("/browse/Cluster?programme=nothing", 400, "of a programme"),
        ("/browse/Cluster?year=soon", 400, "a year, such as 2018"),
        ("/browse/Cluster?source_language=%3Cb%3E", 400, "a language tag"),
        ("/browse/Cluster?lang=12", 400, "a language tag"),
        ("/browse/Cluster?next=nonsense", 400, "next"),
        ("/browse/Cluster?next=%00", 400, "next"),
        ("/browse/Cluster?next=a&next=b", 400, "given once"),
        (f"/browse/Cluster?{'&'.join(f'year={year}' for year in range(1900, 1960))}", 400, "50"),
        ("/browse?year=2018", 400, "year"),
        ("/search?typ=Cluster", 400, "typ"),
    ],
)
def test_what_can_not_be_listed_is_told(
    listed_site: TestClient, address: str, status: int, told: str
) -> None:
    answer = listed_site.get(address)
    assert answer.status_code == status
    assert told in answer.json()["detail"]


def test_a_list_holds_until_the_version_changes(listed_site: TestClient) -> None:
    for address in ("/browse", "/browse/Cluster", "/browse/Cluster.csv", "/browse.jsonl"):
        answer = listed_site.get(address)
        again = listed_site.get(address, headers={"If-None-Match": answer.headers["etag"]})
        assert (answer.status_code, again.status_code, again.content) == (200, 304, b"")
