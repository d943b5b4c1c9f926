import re

import pytest
from starlette.testclient import TestClient

from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.operations.labels import Labels
from clustergraph.operations.picturing.funding_chain import funding_chain
from clustergraph.store.graph import GraphStore
from clustergraph.web.linking import Linker
from clustergraph.web.pictures.flow import FlowView, flow_view
from clustergraph.web.wording.reader import Reader
from given.clients import BROWSER

TRAINING = "4th-training-module-aaaaaaai"


@pytest.fixture
def view(small_graph: GraphStore) -> FlowView:
    labels = Labels(small_graph)
    chain = funding_chain(small_graph, labels, Iri(f"{BASE}id/{TRAINING}"))
    drawn = flow_view(chain, Linker(labels, Reader()))
    assert drawn
    return drawn


def _figure(site: TestClient, name: str) -> str:
    page = site.get(f"/page/{name}", headers={"Accept": BROWSER}).text
    found = re.search(r'<figure class="flow".*?</figure>', page, re.DOTALL)
    return found[0] if found else ""


def test_money_goes_from_the_left_to_the_right(view: FlowView) -> None:
    order = [box.link.text for box in sorted(view.boxes, key=lambda box: box.x)]
    assert order == [
        "European Union",
        "Cluster Excellence",
        "Kazakhstan SME Competitiveness Project",
        "4th training module on Cluster Excellence Management",
    ]


def test_the_thing_of_the_page_is_marked(view: FlowView) -> None:
    (chosen,) = [box for box in view.boxes if box.is_chosen]
    assert chosen.link.href == f"/id/{TRAINING}"


def test_payments_and_parts_are_told_apart(view: FlowView) -> None:
    assert [step.is_payment for step in view.steps].count(False) == 1


def test_each_step_leads_to_the_words_that_say_it(site: TestClient) -> None:
    figure = _figure(site, TRAINING)
    reasons = re.findall(r'<a class="why" href="([^"]+)"', figure)
    assert len(reasons) == 3
    pages = [site.get(it.replace("&amp;", "&"), headers={"Accept": BROWSER}) for it in reasons]
    assert all(page.status_code == 200 for page in pages)
    assert any("a European Union initiative" in page.text for page in pages)


@pytest.mark.parametrize("name", ["jordi-conejos-aaaaaaak", "green-synergy-aaaaaaaa"])
def test_what_nobody_pays_for_has_no_picture_of_money(site: TestClient, name: str) -> None:
    assert _figure(site, name) == ""
