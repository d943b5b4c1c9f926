from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.testclient import TestClient

from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.vocab import CG
from clustergraph.web.questions.asking import query_address

PROJECT = Iri(f"{BASE}id/trace-kei-aaaaaaab")
CLUSTER = Iri(f"{BASE}id/green-synergy-aaaaaaaa")


@pytest.mark.parametrize(
    ("name", "bindings", "rows"),
    [
        ("related-by", {"entity": PROJECT, "property": CG.partner}, 3),
        ("related-by", {"entity": PROJECT, "property": CG.fundedBy}, 0),
        ("incoming-by", {"entity": CLUSTER, "property": CG.partner, "class": CG.Project}, 1),
        ("incoming-by", {"entity": CLUSTER, "property": CG.partner, "class": CG.Event}, 0),
        ("things-of-class", {"class": CG.Project}, 2),
        ("statements-with", {"property": CG.locatedIn}, 4),
    ],
)
def test_a_query_with_its_parameters_filled_in_gives_what_it_names(
    site: TestClient, name: str, bindings: dict[str, Iri], rows: int
) -> None:
    (query,) = parse_qs(urlsplit(query_address(name, **bindings)).query)["query"]
    answer = site.get("/sparql", params={"query": query}, headers={"Accept": "text/csv"})
    assert answer.status_code == 200, answer.text
    assert len(answer.text.splitlines()) - 1 == rows
