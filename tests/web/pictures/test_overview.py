"""The most connected things: the picture and the rows beside it say the same."""

import pytest
from starlette.testclient import TestClient

from given.read_pages import markup


@pytest.fixture(scope="module")
def start(site: TestClient) -> str:
    return markup(site, "/")


def test_a_picture_is_drawn_of_what_is_related_and_leads_to_its_data(start: str) -> None:
    figure = start.partition('<figure class="network')[2].partition("</figure>")[0]
    assert figure.count("<svg") >= 1
    assert 'data-network="/network.json"' in figure
    assert "The most connected things" in figure


def test_without_enough_things_there_is_no_picture(plain_site: TestClient) -> None:
    assert "The most connected things" not in markup(plain_site, "/")
