"""Take the pictures of the README, of a service of the five documents and in a real Chromium.

``make pictures`` runs it; no test does, for no two machines draw alike. ``PYTHONPATH=tests python
tests/docs/take_pictures.py HOME`` takes them of the current version of any home.
"""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from urllib.parse import urlencode

from playwright.sync_api import Page, sync_playwright

from given.running import serve

_FOLDER: Final = Path(__file__).parents[2] / "docs" / "pictures"
_WIDTH: Final = 1280
_MOST_BYTES: Final = 150_000
"""What nobody waits for who opens the README."""
_PATIENCE_MILLISECONDS: Final = 1_500
"""For scripts to bring up what they add to a page."""

_QUESTION: Final = """\
PREFIX cg: <https://w3id.org/clustergraph/ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?programme ?funder ?quote {
  ?p a cg:Programme ; skos:prefLabel ?programme ;
    cg:fundedBy ?f {| cg:quote ?quote |} .
  ?f skos:prefLabel ?funder FILTER(LANG(?funder) = "en")
}"""
_STATEMENT: Final = ("training-module-zdsyunii", "fundingSource", "european-union-nqlrscpb")


@dataclass(frozen=True, kw_only=True, slots=True)
class Picture:
    """What is shown: an address, from an element of it on or from its top, so many pixels high."""

    name: str
    address: str
    height: int
    first: str = ""


_PICTURES: Final = (
    Picture(name="start", address="/", height=660),
    Picture(name="thing", address=f"/page/{_STATEMENT[0]}", first="#funding", height=360),
    Picture(
        name="why",
        address=f"/why?{urlencode(dict(zip('spo', _STATEMENT, strict=True)))}",
        height=650,
    ),
    Picture(name="sparql", address=f"/sparql?{urlencode({'query': _QUESTION})}", height=850),
)


def main(home: Path) -> None:
    """Take all pictures of what is current in a home."""
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("no chromium: apt-get install chromium")
    with (
        TemporaryDirectory() as folder,
        serve(home, Path(folder) / "log") as service,
        _page(chromium, service.address) as page,
    ):
        too_large = [picture.name for picture in _PICTURES if _take(page, picture) > _MOST_BYTES]
    if too_large:
        sys.exit(f"more than {_MOST_BYTES:,} bytes: {', '.join(too_large)}")


@contextmanager
def _page(chromium: str, address: str) -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser.new_page(base_url=address, color_scheme="light")
        browser.close()


def _take(page: Page, picture: Picture) -> int:
    """Write one picture; returns its size in bytes."""
    page.set_viewport_size({"width": _WIDTH, "height": picture.height})
    answer = page.goto(picture.address, wait_until="networkidle")
    if answer is None or not answer.ok:
        sys.exit(f"{picture.address} is not there")
    page.wait_for_timeout(_PATIENCE_MILLISECONDS)
    if picture.first:
        page.locator(picture.first).evaluate(
            "element => element.scrollIntoView({behavior: 'instant'})"
        )
    return len(page.screenshot(path=_FOLDER / f"{picture.name}.png"))


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else ".clustergraph"))
