"""``/report`` says what is reported, by which id, to whom, and how it is mended."""

import shlex
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.testclient import TestClient

from clustergraph.decisions import Verdict
from clustergraph.iris import BASE
from clustergraph.operations.review import decide_statements
from clustergraph.store.versions import Home
from given.read_pages import Page, page, words

PASSAGE = "0000000000000001"
ADDRESS = "mailto:data@example.org?subject={subject}&body={body}"


@pytest.fixture
def heard(site: TestClient) -> Iterator[TestClient]:
    """The service of an operator who wants to hear of errors."""
    site.app.state.report_address = ADDRESS  # type: ignore[attr-defined]
    yield site
    site.app.state.report_address = ""  # type: ignore[attr-defined]


def letter(found: Page) -> dict[str, list[str]]:
    """Return what stands in the mail that a page writes."""
    (address,) = {link for link in found.links() if link.startswith("mailto:")}
    return parse_qs(urlsplit(address).query)


def commands(found: Page) -> list[list[str]]:
    lines = (line.strip() for line in found.text.splitlines())
    return [shlex.split(line) for line in lines if line.startswith("clustergraph review")]


def test_a_passage_is_shown_with_its_id_and_version(site: TestClient) -> None:
    found = words(page(site, f"/report?statement={PASSAGE}"))
    assert "number of participants at least 31" in found
    assert "more than 31 participants" in found
    assert f"{BASE}ev/{PASSAGE}" in found
    assert site.get("/").headers["dataset-version"] in found


@pytest.mark.parametrize(
    "name", [PASSAGE, f"{BASE}ev/{PASSAGE}", f"/ev/{PASSAGE}", f"http://localhost/ev/{PASSAGE}"]
)
def test_a_passage_is_named_in_any_shape(site: TestClient, name: str) -> None:
    found = site.get("/report", params={"statement": name}, headers={"Accept": "text/html"})
    assert "more than 31 participants" in found.text


def test_a_mail_has_everything_filled_in(heard: TestClient) -> None:
    mail = letter(page(heard, f"/report?statement={PASSAGE}"))
    assert "number of participants – “31”" in mail["subject"][0]
    (body,) = mail["body"]
    assert f"<{BASE}ev/{PASSAGE}>" in body
    assert "“more than 31 participants”" in body
    assert "characters 430–455" in body
    assert heard.get("/").headers["dataset-version"] in body
    assert f"/report?statement={PASSAGE}" in body
    assert body.startswith("What is wrong:\r\n\r\n\r\n")


def test_where_nobody_is_named_it_says_so_and_shows_the_text(site: TestClient) -> None:
    found = page(site, f"/report?statement={PASSAGE}")
    assert "has named no address for reports" in words(found)
    assert "mailto:" not in " ".join(found.links())
    assert "What is wrong:" in found.text


def test_another_address_is_another_answer(site: TestClient, heard: TestClient) -> None:
    tag = heard.get("/report").headers["etag"]
    site.app.state.report_address = ""  # type: ignore[attr-defined]
    assert site.get("/report").headers["etag"] != tag


def test_a_keeper_gets_the_command_and_the_row_that_it_would_write(
    site: TestClient, small_home: Home, tmp_path: Path
) -> None:
    found = page(site, f"/report?statement={PASSAGE}")
    ((*_, option, local, by, name, why, reason),) = commands(found)
    assert (option, local, by, why) == ("--reject", PASSAGE, "--by", "--why")
    today = datetime.now(UTC).date()
    decide_statements(
        small_home.current(), tmp_path, Verdict.REJECT, [local], by=name, on=today, why=reason
    )
    row = (tmp_path / "statements.tsv").read_text("utf-8").splitlines()[-1]
    assert row in found.text


def test_a_statement_is_reported_with_all_its_passages(site: TestClient) -> None:
    asked = "s=id:4th-training-module-aaaaaaai&p=cg:locatedIn&o=id:karaganda-aaaaaaah"
    found = page(site, f"/report?{asked}")
    assert {command[3] for command in commands(found)} == {"0000000000000004", "0000000000000005"}
    assert f"/why?{asked}" in found.links()


def test_what_only_follows_leads_to_what_it_rests_on(site: TestClient) -> None:
    asked = "s=id:4th-training-module-aaaaaaai&p=cg:fundingSource&o=id:european-union-aaaaaaad"
    found = page(site, f"/report?{asked}")
    assert "No document says this in so many words" in words(found)
    assert f"/why?{asked}" in found.links()
    assert commands(found) == []


def test_a_thing_is_reported_by_its_iri(heard: TestClient) -> None:
    found = page(heard, f"/report?about={BASE}id/dare-aaaaaaae")
    assert "/id/dare-aaaaaaae" in found.links()
    assert f"<{BASE}id/dare-aaaaaaae>" in letter(found)["body"][0]
    assert [command[2] for command in commands(found)] == ["--same", "--different"]


def test_all_there_is_can_be_reported(heard: TestClient) -> None:
    assert letter(page(heard, "/report"))["subject"] == ["An error in ClusterGraph"]


@pytest.mark.parametrize("language", ["pl", "bg"])
def test_a_report_is_written_in_the_language_of_its_reader(
    heard: TestClient, language: str
) -> None:
    found = page(heard, f"/report?statement={PASSAGE}&lang={language}")
    assert "What is wrong:" not in letter(found)["body"][0]
    assert f"lang={language}" in letter(found)["body"][0]


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ("statement=ffffffffffffffff", 404),
        ("statement=a b<c>", 404),
        ("about=https://example.org/nothing", 404),
        ("about=id:nobody-aaaaaaaz", 404),
        ("s=id:dare-aaaaaaae", 400),
        ("statement=%00", 404),
    ],
)
def test_what_is_not_there_cannot_be_reported(site: TestClient, asked: str, status: int) -> None:
    assert site.get(f"/report?{asked}", headers={"Accept": "text/html"}).status_code == status


def test_markup_in_a_name_is_text_in_the_page_and_in_the_mail(heard: TestClient) -> None:
    answer = heard.get("/report?about=id:script-aaaaaaan", headers={"Accept": "text/html"})
    assert "<script>alert" not in answer.text
    assert "%3Cscript%3E" in answer.text


def test_no_crawler_keeps_it(site: TestClient) -> None:
    found = page(site, f"/report?statement={PASSAGE}")
    assert ("meta", {"name": "robots", "content": "noindex"}) in found.tags
