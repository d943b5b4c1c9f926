from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse
from starlette.testclient import TestClient

from clustergraph.store.versions import Home
from given.clients import client_of
from given.homes import publish_quads

ODD = Path(__file__).with_name("odd_things.trig")


@pytest.fixture(scope="session")
def odd_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The service over things with odd names, and over one to which very much points."""
    home = Home(tmp_path_factory.mktemp("odd"))
    text = ODD.read_text("utf-8").replace("{LONG}", "long name " * 500) + "".join(_busy())
    publish_quads(home, parse(text, format=RdfFormat.TRIG))
    with client_of(home) as client:
        yield client


def _busy() -> Iterator[str]:
    """Yield statements with their passages: twelve things of each class by each of some ways."""
    ways = ("organisedBy", "fundedBy", "implementedBy", "partner", "hostedBy", "accountableBody")
    number = 0
    for kind in ("Programme", "Project", "Training", "Event"):
        for way in ways:
            for _ in range(12):
                number += 1
                yield _pointing(kind, way, number)


def _pointing(kind: str, way: str, number: int) -> str:
    thing = f"id:konkurentosposobnost-na-klasterite-{number:04}-aaaaaaaa"
    quote = f"{number}. Европейската фондация за клъстерно съвършенство участва, " * 4
    return f"""
GRAPH graph:asserted {{
    {thing} a cg:{kind} ; skos:prefLabel "Конкурентоспособност на клъстерите {number}"@bg ;
        cg:{way} id:busy-aaaaaaaa .
}}
GRAPH graphdoc:aaaaaaaaaaaaaaaa {{
    ev:{number:016x} a cg:Evidence ;
        rdf:reifies <<( {thing} cg:{way} id:busy-aaaaaaaa )>> ;
        rdf:subject {thing} ; rdf:predicate cg:{way} ; rdf:object id:busy-aaaaaaaa ;
        cg:inDocument doc:aaaaaaaaaaaaaaaa ; cg:quote "{quote}"@bg ;
        cg:quoteStart {number * 1000} ; cg:quoteEnd {number * 1000 + len(quote)} ;
        cg:modality modality:fact ; cg:confidence 0.9 ; cg:reviewStatus review:machine ;
        cg:rule "some-rule" .
}}
"""
