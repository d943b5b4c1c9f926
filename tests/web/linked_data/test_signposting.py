"""What the headers of a form say of the others."""

from starlette.testclient import TestClient

from clustergraph.iris import BASE
from clustergraph.web.framing.frame import link_header

LOCAL = "trace-kei-aaaaaaab"


def test_links_lead_to_the_iri_and_to_the_other_forms(site: TestClient) -> None:
    links = site.get(f"/page/{LOCAL}").headers["link"]
    assert f'<{BASE}id/{LOCAL}>; rel="canonical"' in links
    assert f'</data/{LOCAL}.jsonld>; rel="alternate"; type="application/ld+json"' in links
    assert f'</data/{LOCAL}.ttl>; rel="describedby"; type="text/turtle"' in links
    links = site.get(f"/data/{LOCAL}.ttl").headers["link"]
    assert f'</page/{LOCAL}>; rel="alternate"; type="text/html"' in links
    assert '</ns>; rel="describedby"' in links


def test_a_header_takes_an_iri_in_any_script() -> None:
    links = link_header([(f"{BASE}id/клъстер", "canonical", "")])
    assert links["Link"].isascii()
    assert links["Link"].startswith(f"<{BASE}id/%D0%BA")
