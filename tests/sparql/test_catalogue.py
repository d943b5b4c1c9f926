"""A query of the catalogue says in its header what it answers and what it needs."""

import re
from pathlib import Path

import pytest
from pyoxigraph import Store

from clustergraph.errors import UnknownQuery
from clustergraph.sparql.catalogue import NamedQuery, catalogue, find_query, read_catalogue
from clustergraph.sparql.gate import Form
from given.endpoints import closed_endpoint

QUERY = """# Which clusters are in this country?
# asked by: programme officers
# number: 7
# least: 2
# ?country: a country
# ?kind: a class

SELECT ?country ?cluster { ?cluster ?in ?country }
"""


def _write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    return folder


def test_the_header_is_read(tmp_path: Path) -> None:
    query = read_catalogue(_write(tmp_path, "officers/clusters-in.rq", QUERY))["clusters-in"]
    assert (query.group, query.question) == ("officers", "Which clusters are in this country?")
    assert (query.asked_by, query.number, query.least) == ("programme officers", 7, 2)
    assert query.parameters == {"country": "a country", "kind": "a class"}
    assert query.text == QUERY


def test_only_the_question_is_needed(tmp_path: Path) -> None:
    query = read_catalogue(_write(tmp_path, "all/all.rq", "# What is there?\nASK {}"))["all"]
    assert (query.asked_by, query.number, query.least, query.parameters) == ("", None, 0, {})


@pytest.mark.parametrize("text", ["ASK {}", "#\nASK {}", "# Why?\n# becaus: typo\nASK {}"])
def test_a_header_that_cannot_be_read_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(ValueError, match=r"bad\.rq"):
        read_catalogue(_write(tmp_path, "all/bad.rq", text))


def test_two_queries_of_one_name_are_refused(tmp_path: Path) -> None:
    _write(tmp_path, "one/same.rq", QUERY)
    with pytest.raises(ValueError, match="same"):
        read_catalogue(_write(tmp_path, "two/same.rq", QUERY))


def test_an_unknown_name_is_told_the_known_ones() -> None:
    with pytest.raises(UnknownQuery) as caught:
        find_query("nonsense")
    assert caught.value.known == tuple(sorted(catalogue()))


def test_what_asks_another_endpoint_says_which_and_what_is_verified(tmp_path: Path) -> None:
    text = (
        "# Who is where?\n# number: F3\n# endpoint: https://example.org/sparql\n"
        "# verified: nothing\nSELECT * { SERVICE <https://example.org/sparql> { ?s ?p ?o } }"
    )
    query = read_catalogue(_write(tmp_path, "federated/there.rq", text))["there"]
    assert (query.number, query.endpoint) == (3, "https://example.org/sparql")
    assert query.verified == "nothing"


@pytest.mark.parametrize(
    ("text", "form", "gives_graph"),
    [
        ("SELECT * {}", Form.SELECT, False),
        ("ASK {}", Form.ASK, False),
        ("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", Form.CONSTRUCT, True),
        ("DESCRIBE <x>", Form.DESCRIBE, True),
    ],
)
def test_a_query_knows_its_form(text: str, form: Form, gives_graph: bool) -> None:
    query = NamedQuery(name="q", group="g", text=f"# SELECT?\n{text}", question="SELECT?")
    assert (query.form, query.gives_graph) == (form, gives_graph)


def test_one_prefix_means_one_thing_in_all_queries() -> None:
    found = {
        match.groups()
        for query in catalogue().values()
        for match in re.finditer(r"^PREFIX (\w+): <(.+)>$", query.text, re.MULTILINE)
    }
    assert len(found) == len({prefix for prefix, _ in found})


@pytest.mark.parametrize("name", sorted(catalogue()))
def test_every_shipped_query_is_sparql_and_declares_its_parameters(name: str) -> None:
    query = find_query(name)
    assert query.question.endswith("?")
    text = query.text.replace(f"<{query.endpoint}>", f"<{closed_endpoint()}>")
    assert Store().query(text, use_default_graph_as_union=True) is not None
    assert all(f"?{parameter}" in query.text for parameter in query.parameters)
