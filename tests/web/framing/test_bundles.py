"""The scripts of pages: found where they are bundled, small, and needed by none."""

import gzip
import json
import re
from html import unescape
from importlib.resources import files

import pytest
from starlette.testclient import TestClient

from clustergraph.web.framing import bundles
from clustergraph.web.framing.bundles import BUILT, bundle
from given.clients import BROWSER

FOLDER = files("clustergraph.web") / BUILT
IMPORTED = re.compile(rb'(?:from|import)\s*"\./([^"]+\.js)"')
ON_DEMAND = re.compile(rb'import\("\./([^"]+\.js)"\)')
MOST_BEFORE_A_PICTURE = 30_000
MOST_BEFORE_THE_EDITOR = 150_000
PAGES = ["/", "/page/trace-kei-aaaaaaab", "/queries", "/ns", "/dataset", "/search?q=x"]

bundled = pytest.mark.skipif(
    not bundle("site.js"), reason="the scripts are not bundled: make test does it with npm"
)


def _loaded(name: str, imports: re.Pattern[bytes]) -> set[str]:
    """Return what a script brings along at once, or on demand too, by the names of the files."""
    waiting, loaded = {name}, set[str]()
    while waiting:
        script = waiting.pop()
        loaded.add(script)
        content = (FOLDER / script).read_bytes()
        waiting |= {found.decode() for found in imports.findall(content)} - loaded
        waiting |= {found.decode() for found in IMPORTED.findall(content)} - loaded
    return loaded


def _weight(names: set[str]) -> int:
    """Return how many bytes go over the wire."""
    return sum(len(gzip.compress((FOLDER / name).read_bytes())) for name in names)


@bundled
def test_what_every_page_loads_is_small() -> None:
    assert _weight(_loaded("site.js", IMPORTED)) < MOST_BEFORE_A_PICTURE


@bundled
def test_all_that_pages_can_ever_load_before_the_editor_is_bounded() -> None:
    all_of_it = _loaded("site.js", ON_DEMAND)
    assert len(all_of_it) > 1
    assert "editor.js" not in all_of_it
    assert _weight(all_of_it) < MOST_BEFORE_THE_EDITOR


@bundled
def test_a_script_is_served_under_an_address_of_its_content(site: TestClient) -> None:
    address = bundle("site.js")
    assert site.get(address).content == (FOLDER / "site.js").read_bytes()


@bundled
@pytest.mark.parametrize("language", ["en", "pl", "bg"])
@pytest.mark.parametrize("address", PAGES)
def test_a_page_tells_its_script_what_to_say_in_the_readers_language(
    site: TestClient, address: str, language: str
) -> None:
    headers = {"Accept": BROWSER, "Accept-Language": language}
    page = site.get(address, headers=headers).text
    (words,) = re.findall(r"data-words='([^']*)'", page)
    told = json.loads(unescape(words))
    assert told["language"] == language
    assert all(told.values())


def test_a_page_without_bundled_scripts_has_none(
    site: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundle.cache_clear()
    monkeypatch.setattr(bundles, "BUILT", "assets/nowhere")
    try:
        assert bundle("site.js") == ""
        page = site.get("/page/trace-kei-aaaaaaab", headers={"Accept": BROWSER}).text
        assert '<script type="module"' not in page
        assert '<figure class="network"' in page
    finally:
        bundle.cache_clear()
