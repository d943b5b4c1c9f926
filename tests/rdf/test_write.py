import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse

from clustergraph.errors import UnsupportedQuery
from clustergraph.iris import BASE
from clustergraph.rdf.formats import RDF_FORMATS, RESULT_FORMATS, Format
from clustergraph.rdf.write import write_quads
from clustergraph.vocab import CG

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
SKOS = "http://www.w3.org/2004/02/skos/core#"

subjects = st.sampled_from([f"{BASE}id/a-aaaaaaaa", f"{BASE}voc/modality/fact", CG.partner])
predicates = st.sampled_from(
    [
        f"{RDF}type",
        CG.partner,
        CG.startDate,
        CG.quote,
        f"{SKOS}prefLabel",
        "https://example.org/#a/b",
    ]
)
literals = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_characters="\x00")).map(Literal),
    st.builds(Literal, st.sampled_from(["x", "id:x", "@id", "1"]), language=st.just("pl")),
    st.builds(
        Literal,
        st.sampled_from(["2016-11", "true", "1.50"]),
        datatype=st.sampled_from(["gYearMonth", "boolean", "decimal"]).map(
            lambda name: NamedNode(f"http://www.w3.org/2001/XMLSchema#{name}")
        ),
    ),
)
nodes = st.one_of(subjects, predicates, st.just(f"{BASE}ns")).map(NamedNode)
graphs = st.sampled_from(["asserted", "inferred"]).map(
    lambda name: NamedNode(f"{BASE}graph/{name}")
)


@st.composite
def quads(draw: st.DrawFn) -> Quad:
    predicate = NamedNode(draw(predicates))
    object_ = draw(nodes if predicate.value == f"{RDF}type" else st.one_of(nodes, literals))
    return Quad(NamedNode(draw(subjects)), predicate, object_, draw(graphs))


def _is_plain(statement: str) -> bool:
    """Tell whether a statement has no signs that are hard to see, nor any that are escaped."""
    return statement.isprintable() and "\\" not in statement


@pytest.mark.parametrize("format_", RDF_FORMATS, ids=lambda format_: format_.key)
@given(written=st.lists(quads()))
def test_what_is_written_is_read_back(format_: Format, written: list[Quad]) -> None:
    if format_.key == "rdf":
        # XML 1.0 has no control characters, and a property there needs a name to end with.
        written = [quad for quad in written if _is_plain(str(quad))]
    assert isinstance(format_.engine, RdfFormat)
    content = write_quads(written, format_)
    read = {quad.triple for quad in parse(content, format=format_.engine)}
    assert read == {quad.triple for quad in written}


def test_json_ld_can_not_hold_a_triple_term() -> None:
    term = Triple(NamedNode(CG.partner), NamedNode(CG.partner), NamedNode(CG.partner))
    quad = Quad(NamedNode(f"{BASE}ev/0"), NamedNode(f"{RDF}reifies"), term)
    jsonld = next(format_ for format_ in RDF_FORMATS if format_.key == "jsonld")
    with pytest.raises(TypeError):
        write_quads([quad], jsonld)


def test_results_are_no_rdf() -> None:
    with pytest.raises(TypeError):
        write_quads([], RESULT_FORMATS[0])


def test_what_xml_can_not_hold_is_refused_as_rdf_xml() -> None:
    (xml,) = (each for each in RDF_FORMATS if each.engine == RdfFormat.RDF_XML)
    quad = Quad(NamedNode(CG.partner), NamedNode(CG.quote), Literal("a\x01b"))
    with pytest.raises(UnsupportedQuery, match=r"U\+0001"):
        write_quads([quad], xml)
