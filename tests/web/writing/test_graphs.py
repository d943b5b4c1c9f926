"""Which graph a request is about, by its address."""

import pytest
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import Scope

from clustergraph.errors import InvalidParameter
from clustergraph.web.writing.graphs import Target, new_graph, target_of


def request(raw_path: str, query: str = "", *, root_path: str = "") -> Request:
    scope: Scope = {
        "type": "http",
        "method": "GET",
        "scheme": "https",
        "server": ("inside", 8000),
        "root_path": root_path,
        "path": raw_path.replace("%20", " "),
        "raw_path": raw_path.encode("utf-8"),
        "query_string": query.encode(),
        "headers": [(b"host", b"kg.example")],
    }
    return Request(scope)


@pytest.mark.parametrize(
    ("path", "query", "graph"),
    [
        ("/store", "graph=https%3A%2F%2Fa.example%2Fb", "https://a.example/b"),
        ("/store", "graph=https://a.example/%2531", "https://a.example/%31"),
        ("/store", "default", None),
        ("/store", "default=&validate=false", None),
        ("/store/a%20b", "", "https://kg.example/store/a%20b"),
        ("/store/a%2Fb//c/", "", "https://kg.example/store/a%2Fb//c/"),
        ("/store/ä", "", "https://kg.example/store/%C3%A4"),
        ("/graph/doc/ab", "", "https://w3id.org/clustergraph/graph/doc/ab"),
    ],
)
def test_the_graph_is_read_from_the_address(path: str, query: str, graph: str | None) -> None:
    target = target_of(request(path, query))
    assert target is not None
    assert target.graph == graph


def test_the_address_of_the_store_names_no_graph() -> None:
    assert target_of(request("/store")) is None


@pytest.mark.parametrize("path", ["/kg/store/a", "/store/a"])
def test_a_graph_below_a_root_path_has_its_public_address(path: str) -> None:
    asked = request(path, root_path="/kg")
    asked.scope["path"] = "/kg/store/a"
    assert target_of(asked) == Target(new_graph(asked, "a"))
    assert new_graph(asked, "a") == "https://kg.example/kg/store/a"


@pytest.mark.parametrize("graph", ["", "a", "/store/a", "<a:b>", "a:b c"])
def test_what_is_no_absolute_iri_is_refused(graph: str) -> None:
    with pytest.raises(InvalidParameter):
        target_of(request("/store", f"graph={graph}"))


@pytest.mark.parametrize(
    ("query", "words"),
    [("graph=urn:%FF", "not in UTF-8"), ("&".join(["graph"] * 1_002), "more than 1000 parameters")],
)
def test_parameters_that_cannot_be_read_are_refused(query: str, words: str) -> None:
    with pytest.raises(HTTPException, match=words) as refused:
        target_of(request("/store", query))
    assert refused.value.status_code == 400
