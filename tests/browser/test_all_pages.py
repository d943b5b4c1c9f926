"""Every kind of page in a real browser that reaches no other host: sound, and open to all."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, ViewportSize

from given.axe import RULES_OF_LOOKS, violations

pytestmark = pytest.mark.browser

CITY = "karaganda-5tdwzq2c"
PROJECT = "regional-integration-and-capacity-building-to-s4nnrhcv"
TRAINING = "train-the-trainers-zte5xdhj"
DOCUMENT = "/page/doc/e8bba22232fce9d8"

KINDS = {
    "start": "/",
    "start in Bulgarian": "/?lang=bg",
    "questions": "/queries",
    "query form": "/sparql",
    "answer": "/queries/direct-payers",
    "city": f"/page/{CITY}",
    "project": f"/page/{PROJECT}",
    "project in Bulgarian": f"/page/{PROJECT}?lang=bg",
    "incoming links": f"/page/{TRAINING}/incoming/partOf?class=Cluster",
    "document": DOCUMENT,
    "why": f"/why?s={PROJECT}&p=cg:fundedBy&o=Central Asia - Invest V",
    "why it follows": f"/why?s={PROJECT}&p=cg:fundingSource&o=European Union",
    "classes": "/browse",
    "class": "/browse/Cluster",
    "activities in Polish": "/browse/Activity?lang=pl",
    "hits": "/search?q=cluster",
    "no hits": "/search?q=atlantis",
    "vocabulary": "/page/voc/review-status",
    "concept": "/page/voc/review-status/confirmed",
    "ontology": "/ns",
    "term": "/ns/Cluster",
    "property": "/ns/fundedBy",
    "shapes": "/ns/shapes",
    "rules": "/ns/rules",
    "earlier ontology": "/ns/0.2.0",
    "dataset": "/dataset",
    "graph": "/graph/asserted",
    "downloads": "/dumps/",
    "api": "/docs",
    "reconciliation": "/reconcile/about",
    "report": f"/report?about=https://w3id.org/clustergraph/id/{CITY}",
    "kind of problem": "/problem/not-found",
}
PROBLEMS = {
    "unknown": ("/page/nobody-aaaaaaaa", 404),
    "unknown in Polish": ("/page/nobody-aaaaaaaa?lang=pl", 404),
    "bad request": ("/browse/Cluster?year=soon", 400),
    "unreadable": ("/sparql?query=nonsense", 400),
}
ANSWERS = {**{kind: (address, 200) for kind, address in KINDS.items()}, **PROBLEMS}

DESK = ViewportSize(width=1280, height=900)
PHONE = ViewportSize(width=390, height=844)

all_kinds = pytest.mark.parametrize(("address", "status"), ANSWERS.values(), ids=ANSWERS)


@all_kinds
def test_axe_finds_nothing_and_a_page_fits_its_screen_by_day_on_a_desk_and_by_night_on_a_phone(
    open_page: Callable[..., Page], served: str, address: str, status: int
) -> None:
    page = open_page(served, viewport=DESK)
    _open(page, address, status)
    assert page.locator("h1").count() == 1
    assert _width(page) <= DESK["width"]
    assert violations(page) == []
    page.set_viewport_size(PHONE)
    page.emulate_media(color_scheme="dark")
    assert _width(page) <= PHONE["width"]
    assert violations(page, RULES_OF_LOOKS) == []


def _open(page: Page, address: str, status: int) -> None:
    answer = page.goto(address)
    assert answer is not None
    assert answer.status == status


def _width(page: Page) -> int:
    """Return how broad the page is, also what stands beyond the edge of the screen."""
    return int(page.evaluate("document.documentElement.scrollWidth"))


# -- With no script --------------------------------------------------------------------------------

WHAT_IS_THERE = """() => ({
    titles: document.querySelectorAll("h1").length,
    words: document.querySelector("main").innerText.trim().length,
    dead: [...document.querySelectorAll("button")]
        .filter((it) => it.checkVisibility() && !it.form).map((it) => it.outerHTML),
})"""


@all_kinds
def test_with_no_script_a_page_has_its_words_and_no_button_that_does_nothing(
    open_page: Callable[..., Page], served: str, address: str, status: int
) -> None:
    page = open_page(served, viewport=DESK, with_scripts=False)
    _open(page, address, status)
    there = page.evaluate(WHAT_IS_THERE)
    assert there["titles"] == 1
    assert there["words"] > 0
    assert there["dead"] == []
