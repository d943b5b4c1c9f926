import re

import pytest
from starlette.testclient import TestClient

from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.names import NameIndex
from clustergraph.operations.describing.describe import describe
from clustergraph.operations.labels import Labels
from clustergraph.operations.picturing.neighbourhood import neighbourhood
from clustergraph.store.graph import GraphStore
from clustergraph.vocab import CG, SUPERCLASSES
from clustergraph.web.linking import Linker
from clustergraph.web.pictures.network import NetworkView, network_view
from clustergraph.web.pictures.signs import sign_of
from clustergraph.web.wording.reader import Reader
from given.clients import BROWSER

PROJECT = "/page/trace-kei-aaaaaaab"


def _drawn(graph: GraphStore, names: NameIndex, name: str) -> NetworkView:
    labels = Labels(graph)
    description = describe(graph, Iri(f"{BASE}id/{name}"), labels)
    view = network_view(neighbourhood(description, names), Linker(labels, Reader()))
    assert view
    return view


def _figure(site: TestClient, address: str) -> str:
    page = site.get(address, headers={"Accept": BROWSER}).text
    found = re.search(r'<figure class="network".*?</figure>', page, re.DOTALL)
    assert found
    return found[0]


def test_what_points_to_a_thing_stands_left_of_it_and_what_it_points_to_on_the_right(
    small_graph: GraphStore, small_names: NameIndex
) -> None:
    view = _drawn(small_graph, small_names, "kazakhstan-sme-project-aaaaaaaj")
    left, _, width, _ = view.box
    for arm in view.arms:
        for node in arm.nodes:
            assert node.x < left if arm.is_incoming else node.x > left + width
    assert {arm.is_incoming for arm in view.arms} == {True, False}


def test_no_two_things_stand_in_one_place_and_none_outside(
    small_graph: GraphStore, small_names: NameIndex
) -> None:
    view = _drawn(small_graph, small_names, "trace-kei-aaaaaaab")
    places = [(node.x, node.y) for arm in view.arms for node in arm.nodes]
    assert len(set(places)) == len(places) > 4
    assert all(0 < x < view.width and 0 < y < view.height for x, y in places)


def test_every_thing_of_the_picture_is_a_link_to_its_page(site: TestClient) -> None:
    figure = _figure(site, PROJECT)
    links = set(re.findall(r'<a href="(/id/[^"]+)"', figure))
    assert {"/id/cluster-excellence-aaaaaaac", "/id/dare-aaaaaaae"} <= links
    for link in links:
        answer = site.get(link, headers={"Accept": BROWSER}, follow_redirects=True)
        assert answer.status_code == 200


def test_every_shape_that_is_used_is_drawn_once(site: TestClient) -> None:
    figure = _figure(site, PROJECT)
    used = set(re.findall(r'<use href="#([^"]+)"', figure))
    drawn = re.findall(r'<path id="([^"]+)"', figure)
    assert used == set(drawn)
    assert len(drawn) == len(set(drawn))


def test_links_of_the_picture_keep_the_language_that_the_address_asked_for(
    site: TestClient,
) -> None:
    figure = _figure(site, f"{PROJECT}?lang=pl")
    assert 'data-network="/network/trace-kei-aaaaaaab.json?lang=pl"' in figure
    assert 'href="/id/cluster-excellence-aaaaaaac?lang=pl"' in figure
    assert "koordynator" in figure


def test_a_name_with_markup_is_words_in_the_picture(site: TestClient) -> None:
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in _figure(site, PROJECT)


def test_a_thing_that_nothing_is_related_to_has_no_picture(site: TestClient) -> None:
    page = site.get("/page/voc/modality", headers={"Accept": BROWSER}).text
    assert '<figure class="network"' not in page


@pytest.mark.parametrize("family", [CG.Agent, CG.Activity, CG.Place])
def test_classes_of_a_family_have_one_colour_and_shapes_of_their_own(family: Iri) -> None:
    below = [kind for kind, above in SUPERCLASSES.items() if family in above]
    signs = [sign_of(kind) for kind in below]
    assert {sign.family for sign in signs} == {sign_of(family).family}
    assert len({sign.shape for sign in signs}) == len(signs)


def test_a_class_of_others_has_the_sign_of_all_others() -> None:
    assert sign_of(Iri("urn:x:class")) == sign_of(None)
