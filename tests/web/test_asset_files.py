"""Browsers keep a file for a year only where another content would have another address."""

from importlib.resources import files

import pytest
from starlette.testclient import TestClient

from clustergraph.web.framing.bundles import BUILT, bundle
from clustergraph.web.pictures.outlines import known_outlines

bundled = pytest.mark.skipif(
    not bundle("site.js"), reason="the scripts are not bundled: make test does it with npm"
)
LONG = "public, max-age=31536000, immutable"


@bundled
def test_what_is_addressed_by_its_content_is_kept_for_a_year(site: TestClient) -> None:
    parts = (each.name for each in (files("clustergraph.web") / BUILT).iterdir())
    part = next(name for name in parts if name.startswith("chunk-"))
    outline = known_outlines().world
    for address in (bundle("site.js"), bundle("editor.css"), f"/{BUILT}/{part}", outline):
        assert site.get(address).headers["Cache-Control"] == LONG, address


@bundled
@pytest.mark.parametrize("name", ["site.js", "site.js?000000000000", "licences.txt"])
def test_what_is_not_is_asked_for_each_time(site: TestClient, name: str) -> None:
    answer = site.get(f"/{BUILT}/{name}")
    assert answer.headers["Cache-Control"] == "no-cache"
    known = site.get(f"/{BUILT}/{name}", headers={"If-None-Match": answer.headers["ETag"]})
    assert (known.status_code, known.headers["Cache-Control"]) == (304, "no-cache")


def test_a_file_whose_content_may_change_is_asked_for_each_time(site: TestClient) -> None:
    assert site.get("/assets/icon.svg").headers["Cache-Control"] == "no-cache"
