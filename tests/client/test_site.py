import pytest

from clustergraph.client import AsyncClient, Client
from clustergraph.client.site import Site
from clustergraph.errors import InvalidParameter, StrangeAnswer


@pytest.mark.parametrize(
    "url", ["", "127.0.0.1:8000", "ftp://x", "http://", "http://x:port", "/kg"]
)
def test_what_is_no_address_is_refused_at_once(url: str) -> None:
    for make in (Client, AsyncClient):
        with pytest.raises(InvalidParameter, match="such as http://127"):
            make(url)


@pytest.mark.parametrize("address", ["http://y/api", "https://x/api", "http://x:81/", "//y/api"])
def test_another_service_is_not_asked(address: str) -> None:
    with pytest.raises(StrangeAnswer):
        Site("http://x").at(address)


@pytest.mark.parametrize("address", ["http://x:80/a", "http://X/a", "/a", "a"])
def test_the_same_service_may_be_written_in_several_ways(address: str) -> None:
    assert Site("http://x").at(address).lower().endswith("/a")
