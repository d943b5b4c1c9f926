"""Requests for all but queries are lines at info, without what was asked of them."""

import logging

import pytest
from starlette.testclient import TestClient


def test_a_request_is_a_line_without_its_parameters(
    site: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, "clustergraph.web.operating"):
        site.get("/assets/style.css?name=Ada")
        site.head("/nowhere")
    first, second = map(vars, caplog.records)
    assert (first["msg"], first["method"], first["path"]) == ("request", "GET", "/assets/style.css")
    assert (first["status"], second["method"], second["status"]) == (200, "HEAD", 404)
    assert not any("Ada" in str(value) for value in first.values())


def test_by_default_nothing_is_written_for_a_request(
    site: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING, "clustergraph.web.operating"):
        site.get("/")
        site.get("/sparql", params={"query": "ASK {}"})
    assert caplog.records == []
