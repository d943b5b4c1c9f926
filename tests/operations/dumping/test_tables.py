import csv
import io

from pyoxigraph import Literal, NamedNode, Quad, Store

from clustergraph.iris import BASE, graph_iri
from clustergraph.operations.dumping.tables import classes_in_use, write_table
from clustergraph.rdf.prefixes import expand
from clustergraph.store.graph import GraphStore
from clustergraph.vocab import CG


def _table(graph: GraphStore, kind: str) -> list[dict[str, str]]:
    output = io.BytesIO()
    write_table(graph, NamedNode(kind), output)
    text = output.getvalue().decode()
    assert text.endswith("\r\n")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_the_classes_in_use_are_sorted_and_ours(small_graph: GraphStore) -> None:
    kinds = [kind.value for kind in classes_in_use(small_graph)]
    assert kinds == sorted(kinds)
    assert CG.Cluster in kinds
    assert all(kind.startswith(f"{BASE}ns#") for kind in kinds)


def test_each_thing_of_a_class_has_a_row_with_its_names_by_language(
    small_graph: GraphStore,
) -> None:
    (row,) = _table(small_graph, CG.Cluster)
    assert row["iri"] == f"{BASE}id/green-synergy-aaaaaaaa"
    assert (row["type"], row["label_en"], row["also"]) == (
        "Cluster",
        "Green Synergy Cluster",
        "CGS",
    )
    assert row["locatedIn"] == "Bulgaria"
    assert row["locatedIn_iri"] == f"{BASE}id/bulgaria-aaaaaaaf"


def test_names_stand_before_what_is_stated(small_graph: GraphStore) -> None:
    columns = list(_table(small_graph, CG.Cluster)[0])
    assert columns[:2] == ["iri", "type"]
    assert columns[2:6] == ["label_bg", "label_en", "label_pl", "also"]
    assert columns[6:] == sorted(columns[6:])


def test_several_values_share_a_cell_and_no_cell_is_a_formula() -> None:
    one, asserted = NamedNode(f"{BASE}id/one"), NamedNode(graph_iri("asserted"))
    store = Store()
    store.add(Quad(one, NamedNode(expand("rdf:type")), NamedNode(CG.Person), asserted))
    for name in ("=cmd", "Ada"):
        store.add(Quad(one, NamedNode(expand("skos:altLabel")), Literal(name), asserted))
    (row,) = _table(GraphStore(store), CG.Person)
    assert row["also"] == "'=cmd | Ada"
