"""Nothing of what is forgotten stays in what was written, nor in the list of the writes."""

from datetime import UTC, datetime

from pyoxigraph import BaseDirection, Literal, NamedNode, Quad, RdfFormat, Store, parse, serialize

from clustergraph.iris import BASE
from clustergraph.model import Iri, ResolvedGraph, Withheld
from clustergraph.operations.writing.log import Entry
from clustergraph.operations.writing.order import Kind
from clustergraph.operations.writing.veiling import Veiling
from clustergraph.resolving import Registry, Resolved
from clustergraph.store.graph import GraphStore
from clustergraph.vocab import CG

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
ANNA, READDRESSED = Iri(f"{BASE}id/anna-11111111"), Iri(f"{BASE}id/anna-lab-22222222")
LAB = Iri(f"{BASE}id/lab-22222222")
WITHHELD = (
    Withheld(iri=ANNA, why="They asked."),
    Withheld(iri=READDRESSED, why="", replaced_by=LAB),
)
VEILING = Veiling(
    Resolved(
        graph=ResolvedGraph(documents=(), entities=(), statements=(), withheld=WITHHELD),
        registry=Registry(),
        cover=lambda text: text.replace("Anna", "████"),
    )
)


def _left(statement: str) -> str:
    """Return what is left of a statement, with ``:`` for our own namespace."""
    text = f"PREFIX : <https://example.org/> PREFIX id: <{BASE}id/> {statement}"
    quads = VEILING.quads(parse(text, format=RdfFormat.TRIG))
    lines = (serialize(quads, format=RdfFormat.N_QUADS) or b"").decode().strip()
    return lines.replace("<https://example.org/", "<:")


def test_what_is_not_forgotten_stays_as_it_is() -> None:
    assert _left(':a :b "1"^^:int .') == '<:a> <:b> "1"^^<:int> .'
    assert _left(":g { :a :b :c }") == "<:a> <:b> <:c> <:g> ."


def test_a_statement_of_what_is_forgotten_goes() -> None:
    for statement in (
        "id:anna-11111111 :b :c .",
        ":a id:anna-11111111 :c .",
        ":a :b id:anna-11111111 .",
        "id:anna-11111111 { :a :b :c }",
        ":a :b <<( :c :d <<( id:anna-11111111 :e :f )>> )>> .",
    ):
        assert not _left(statement), statement


def test_the_words_for_what_is_forgotten_go_with_it() -> None:
    text = f"""PREFIX : <https://example.org/> PREFIX id: <{BASE}id/> PREFIX rdf: <{RDF}>
        :1 rdf:subject id:anna-11111111 . :2 rdf:object id:anna-11111111 . :3 rdf:subject :a .
        :4 <{CG.inDocument}> id:anna-11111111 . :5 rdf:object <{READDRESSED}> ."""
    store = Store()
    store.load(text, format=RdfFormat.TRIG)
    torn = VEILING.torn(GraphStore(store))
    assert torn == {NamedNode(f"https://example.org/{number}") for number in (1, 2, 4)}


def test_an_address_that_names_what_is_forgotten_goes_with_its_statement() -> None:
    assert not _left(":a :b <https://other.example/Anna> .")
    assert not _left("<https://other.example/Anna> { :a :b :c }")


def test_what_has_another_address_now_is_told_there() -> None:
    assert _left(":a :b id:anna-lab-22222222 .") == f"<:a> <:b> <{LAB}> ."


def test_a_name_is_hidden_in_literals_of_all_kinds() -> None:
    assert _left(':a :b "Anna N."@pl .') == '<:a> <:b> "████ N."@pl .'
    assert _left(':a :b "Anna"^^:name .') == '<:a> <:b> "████"^^<:name> .'
    assert _left(':a :b <<( :c :d "Anna" )>> .') == '<:a> <:b> <<( <:c> <:d> "████" )>> .'


def test_the_direction_of_a_literal_stays() -> None:
    said = Literal("Anna", language="he", direction=BaseDirection.RTL)
    (left,) = VEILING.quads([Quad(NamedNode("x:a"), NamedNode("x:b"), said)])
    assert left.object == Literal("████", language="he", direction=BaseDirection.RTL)


def test_a_blank_node_becomes_the_same_iri_wherever_it_stands() -> None:
    lines = _left("_:x :b :c . :a :b _:x .").splitlines()
    assert {line.split()[0] for line in lines} & {line.split()[2] for line in lines}
    assert "_:" not in "".join(lines)


def test_the_list_of_writes_does_not_name_what_is_forgotten() -> None:
    entry = Entry(
        id="1",
        version="v",
        previous="u",
        when=datetime(2026, 1, 1, tzinfo=UTC),
        by="Anna",
        kind=Kind.UPDATE,
        graphs=(None, ANNA, READDRESSED, "https://example.org/g"),
        warnings=({"label": "Anna N."},),
        key="ab",
    )
    left = VEILING.entry(entry)
    assert left.by == "████"
    assert left.graphs == (None, LAB, "https://example.org/g")
    assert left.warnings == ({"label": "████ N."},)
    assert (left.id, left.version, left.key) == ("1", "v", "ab")
