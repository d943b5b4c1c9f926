"""The two clients differ in nothing but that one is awaited."""

import inspect
import threading
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest

from clustergraph.client import AsyncClient, Client, ClientOptions
from given.scripted import Line, Script


def methods(kind: type[Any]) -> dict[str, Any]:
    return {name: each for name, each in vars(kind).items() if not name.startswith("_")}


def told(function: Any) -> tuple[list[inspect.Parameter], object]:
    signature = inspect.signature(function)
    return list(signature.parameters.values()), signature.return_annotation


def test_they_have_the_same_methods() -> None:
    assert list(methods(Client)) == list(methods(AsyncClient))


@pytest.mark.parametrize("name", methods(Client))
def test_a_method_takes_and_gives_the_same(name: str) -> None:
    blocking, awaited = methods(Client)[name], methods(AsyncClient)[name]
    (parameters, found), (same, awaited_found) = told(blocking), told(awaited)
    assert parameters == same
    assert str(found).replace("Iterator", "AsyncIterator") == str(awaited_found)
    assert inspect.iscoroutinefunction(awaited) or "AsyncIterator" in str(awaited_found)


@pytest.mark.parametrize("name", methods(Client))
def test_a_method_says_what_it_does_and_both_say_the_same(name: str) -> None:
    said = inspect.getdoc(methods(Client)[name])
    assert said
    assert said.replace("``with``", "``async with``") == inspect.getdoc(methods(AsyncClient)[name])


def test_what_comes_one_by_one_is_not_fetched_before_it_is_wanted(script: Script) -> None:
    script.says(Line(body=b'{"query": "", "total": 0, "results": []}'))
    with Client(script.url) as client:
        found = client.search_all("a")
        assert isinstance(found, Iterator)
        assert script.asked == []
        assert list(found) == []
    assert isinstance(AsyncClient(script.url).search_all("a"), AsyncIterator)
    assert len(script.asked) == 1


def test_several_threads_may_share_a_client(script: Script) -> None:
    script.says(Line(body=b'{"query": "", "total": 3, "results": []}', headers={"ETag": '"v"'}))
    totals = []
    with Client(script.url) as client:
        threads = [
            threading.Thread(target=lambda: totals.append(client.search("a").total))
            for _ in range(8)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert totals == [3] * 8


def test_requests_say_who_asks_and_carry_what_they_are_told_to(script: Script) -> None:
    script.says(Line(body=b'{"query": "", "total": 0, "results": []}'))
    with Client(script.url, ClientOptions(headers={"Authorization": "Bearer x"})) as client:
        client.search("a b&c", kind=["City", "Region"], place="KZ", limit=5, facets=["type"])
    (asked,) = script.asked
    assert asked.headers["user-agent"].startswith("clustergraph/")
    assert asked.headers["authorization"] == "Bearer x"
    assert asked.target == (
        "/api/search?q=a+b%26c&type=City&type=Region&place=KZ&limit=5&facets=type"
    )


def test_a_service_below_a_path_is_asked_there(script: Script) -> None:
    page = b'{"query": "", "total": 2, "results": [], "next": "/kg/api/search?next=t"}'
    script.says(Line(body=page), Line(body=page.replace(b'"/kg/api/search?next=t"', b"null")))
    with Client(f"{script.url}/kg/") as client:
        assert list(client.search_all("a")) == []
    assert [asked.target for asked in script.asked] == [
        "/kg/api/search?q=a&limit=100",
        "/kg/api/search?next=t",
    ]
