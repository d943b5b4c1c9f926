"""Whoever may leave the rules out can write nonsense: it costs a refusal, or nothing."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clustergraph.errors import WriteError
from clustergraph.iris import BASE
from clustergraph.names import NameIndex
from clustergraph.operations.look_up import cards
from clustergraph.operations.relating.relate import adjacency_of
from clustergraph.operations.writing.write import write
from clustergraph.store.graph import GraphStore
from clustergraph.store.versions import Home
from given.orders import data_order

_ID = f"{BASE}id/"
_CG = f"{BASE}ns#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_XSD = "http://www.w3.org/2001/XMLSchema#"

THINGS = [
    f"<{_ID}green-synergy-aaaaaaaa>",
    f"<{_ID}bulgaria-aaaaaaaf>",
    f"<{_ID}new-zzzzzzzz>",
    f"<{BASE}doc/0000000000000000>",
    f"<{BASE}voc/sector/x>",
    f"<{BASE}ev/0000000000000000>",
    f"<{_CG}Cluster>",
    "<urn:x>",
    "[]",
]
PROPERTIES = [
    f"<{_RDF}type>",
    f"<{_RDF}subject>",
    f"<{_RDF}object>",
    f"<{_SKOS}prefLabel>",
    f"<{_SKOS}altLabel>",
    f"<{_SKOS}broader>",
    f"<{_CG}locatedIn>",
    f"<{_CG}partOf>",
    f"<{_CG}memberOf>",
    f"<{_CG}mentionedIn>",
    f"<{_CG}fundedBy>",
    f"<{_CG}startDate>",
    "<http://www.w3.org/2000/01/rdf-schema#subPropertyOf>",
    "<http://www.w3.org/2000/01/rdf-schema#subClassOf>",
    "<http://www.w3.org/2002/07/owl#sameAs>",
    "<http://purl.org/dc/terms/issued>",
    "<urn:p>",
]
VALUES = [
    '""',
    '"name"',
    '"name"@en',
    '"name"@i-klingon',
    '"name"@x-a',
    '"name"@ar--rtl',
    r'"a\nb\u0001"@pl',
    f'"not a day"^^<{_XSD}date>',
    f'"9999999999999999999"^^<{_XSD}integer>',
    f'"-2026"^^<{_XSD}gYear>',
    f'"x"^^<{_RDF}HTML>',
    f"<{_CG}Cluster>",
    f"<{_CG}Document>",
    f"<{_CG}Evidence>",
    "<http://www.w3.org/2002/07/owl#Class>",
    "<<( <urn:s> <urn:p> <urn:o> )>>",
    *THINGS,
]

_statements = st.lists(
    st.tuples(st.sampled_from(THINGS), st.sampled_from(PROPERTIES), st.sampled_from(VALUES)),
    min_size=1,
    max_size=8,
)


@pytest.fixture(scope="module")
def home(small_home: Home, tmp_path_factory: pytest.TempPathFactory) -> Home:
    folder = tmp_path_factory.mktemp("hostile")
    shutil.copytree(small_home.path, folder / "home", symlinks=True)
    return Home(folder / "home")


@given(statements=_statements, is_checked=st.booleans())
@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nonsense_is_written_or_refused_and_all_can_be_read_afterwards(
    home: Home, tmp_path: Path, statements: list[tuple[str, ...]], is_checked: bool
) -> None:
    text = "\n".join(f"{' '.join(statement)} ." for statement in statements)
    try:
        write(data_order(tmp_path, text, is_checked=is_checked), home)
    except WriteError:
        return
    version = home.current()
    graph = GraphStore.open(version.store_path)
    index = NameIndex.open(version.names_path)
    made = list(cards(graph))
    assert [index.card(card.iri) for card in made] == made
    adjacency_of(graph)
