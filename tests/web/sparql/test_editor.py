"""The page hands its script what it goes by, where that was bundled."""

import json
from collections.abc import Mapping

import pytest
from starlette.testclient import TestClient

from clustergraph.iris import BASE
from clustergraph.rdf.formats import RDF_FORMATS, RESULT_FORMATS
from clustergraph.rdf.prefixes import PREFIXES
from clustergraph.web.sparql import editor
from clustergraph.web.sparql.editor import EditorLinks, editor_links, editor_settings

SCRIPT, STYLES = {"editor.js": "/built/a.js"}, {"editor.css": "/built/a.css"}


def test_the_script_is_told_prefixes_and_formats() -> None:
    settings = json.loads(editor_settings())
    assert settings["base"] == BASE
    assert settings["prefixes"] == PREFIXES
    told = {kind: [it["key"] for it in formats] for kind, formats in settings["formats"].items()}
    assert set(told["rows"]) == {format_.key for format_ in RESULT_FORMATS}
    assert set(told["graph"]) == {format_.key for format_ in RDF_FORMATS}
    assert (told["rows"][0], told["graph"][0]) == ("csv", "ttl")


@pytest.mark.parametrize(
    ("bundled", "links"),
    [
        ({}, EditorLinks()),
        (SCRIPT, EditorLinks()),
        (STYLES, EditorLinks()),
        (SCRIPT | STYLES, EditorLinks("/built/a.js", "/built/a.css")),
    ],
)
def test_the_script_and_its_styles_come_together_or_not_at_all(
    bundled: Mapping[str, str], links: EditorLinks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(editor, "bundle", lambda name: bundled.get(name, ""))
    assert editor_links() == links


@pytest.mark.skipif(not editor_links().script, reason="the editor is not bundled: make test")
def test_the_script_is_served_under_an_address_of_its_content(site: TestClient) -> None:
    for address in (editor_links().script, editor_links().styles):
        answer = site.get(address)
        assert answer.status_code == 200
        assert site.get(address.partition("?")[0]).content == answer.content
