from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from clustergraph.rdf.ontology import ontology_quads
from clustergraph.store.versions import Home
from given.clients import client_of
from given.homes import publish_quads
from given.located import located_quads

ASSERTED = """
    id:kz a cg:Country ; skos:prefLabel "Kazakhstan"@en, "Kazachstan"@pl .
    id:karaganda a cg:City ; skos:prefLabel "Karaganda"@en ; cg:locatedIn id:kz .
    id:bg a cg:Country ; skos:prefLabel "Bulgaria"@en, "Bułgaria"@pl .
    id:training a cg:Training ; skos:prefLabel "4th <training> week"@en ;
        cg:locatedIn id:karaganda ; cg:partOf id:project ;
        cg:startDate "2018-02-19"^^xsd:date ; cg:endDate "2018-02-23"^^xsd:date .
    id:project a cg:Project ; skos:prefLabel "SME Project"@en ;
        cg:startDate "2016-11"^^xsd:gYearMonth ; cg:coordinatedBy id:cluster .
    id:cluster a cg:Cluster ; skos:prefLabel "Wood Cluster"@en ; cg:locatedIn id:bg, id:kz .
    id:idea a cg:Project ; skos:prefLabel "An idea"@en .
"""
PLACES = (("kz", 51.18, 71.446), ("karaganda", 49.80187, 73.10211), ("bg", 42.69751, 23.32415))


@pytest.fixture(scope="session")
def located_home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A home in which three places have coordinates, and two things have dates."""
    home = Home(tmp_path_factory.mktemp("located"))
    publish_quads(home, [*ontology_quads(), *located_quads(ASSERTED, PLACES)])
    return home


@pytest.fixture(scope="session")
def located_site(located_home: Home) -> Iterator[TestClient]:
    with client_of(located_home) as client:
        yield client
