"""A text beside the facts that its quotes carry."""

import re

from starlette.testclient import TestClient

from given.read_pages import page, words

DOCUMENT = "/page/doc/71fb2550c3039bbf"


def test_the_facts_of_a_document_lead_to_their_marks_and_the_marks_to_them(
    site: TestClient,
) -> None:
    found = page(site, DOCUMENT)
    anchors = [attrs["id"] for _, attrs in found.tags if attrs.get("id")]
    assert len(anchors) == len(set(anchors))
    inside = {link for link in found.links() if re.match(r"#(at-|f\d)", link)}
    assert {link[1:] for link in inside} <= set(anchors)
    assert {f"#f{number}" for number in range(1, 10)} <= inside
    for link in ("/id/jordi-conejos-aaaaaaak", "/ns/taughtBy", "/ev/0000000000000008"):
        assert link in found.links()


def test_a_rejected_passage_is_no_fact_of_its_document(site: TestClient) -> None:
    text = words(page(site, DOCUMENT))
    said, _, rejected = text.partition("Rejected by a reader (1)")
    assert "partner European Union" not in said
    assert "Kazakhstan SME Competitiveness Project partner European Union" in rejected
    assert "Reviewed by A reader" in rejected
    assert "Review note It pays, it is no partner." in rejected
    assert "Partner European Union" not in words(
        page(site, "/page/kazakhstan-sme-project-aaaaaaaj")
    )


def test_each_statement_beside_the_text_has_its_offsets_and_asks_why(site: TestClient) -> None:
    found = page(site, DOCUMENT)
    assert "located in Kazakhstan confirmed by A reader" in words(found)
    assert "167–188 why?" in words(found)
    assert "/why?s=id:karaganda-aaaaaaah&p=cg:locatedIn&o=id:kazakhstan-aaaaaaag" in found.links()


def test_facts_of_a_document_are_written_for_readers(site: TestClient) -> None:
    assert "Language English" in words(page(site, DOCUMENT))
    assert "angielski" in words(page(site, f"{DOCUMENT}?lang=pl"))
