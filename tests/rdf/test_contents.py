"""RDF in any syntax becomes quads in the right graph, or an error that says what is wrong where."""

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, RdfFormat, parse, serialize

from clustergraph.errors import BadContent, UnsupportedContent
from clustergraph.rdf.contents import read_content
from clustergraph.rdf.formats import RDF_FORMATS, Format

TRIG = """
PREFIX e: <http://example.org/>
e:s e:p e:o , "x"@en--ltr , 1 , [ e:q "y" ] .
<< e:s e:p e:o ~ e:r >> e:q true .
"""
TRIPLES = [*parse(TRIG.encode(), RdfFormat.TRIG)]
NAMED = b"<urn:s> <urn:p> 1 . GRAPH <urn:g> { <urn:s> <urn:p> 2 }"

Keep = Callable[[bytes], Path]


@pytest.fixture
def keep(tmp_path: Path) -> Keep:
    def keep(content: bytes) -> Path:
        path = tmp_path / "content"
        path.write_bytes(content)
        return path

    return keep


@pytest.mark.parametrize("format_", RDF_FORMATS, ids=lambda format_: format_.key)
def test_every_syntax_is_read_packed_or_not(format_: Format, keep: Keep) -> None:
    engine = format_.engine
    assert isinstance(engine, RdfFormat)
    triples = [quad.triple for quad in TRIPLES]
    if format_.key == "jsonld":  # which has no triple terms
        triples = [triple for triple in triples if "<<(" not in str(triple)]
    content = serialize(triples, format=engine) or b""

    for is_packed in (False, True):
        path = keep(gzip.compress(content) if is_packed else content)
        found = list(read_content(path, format_.key, name="It", is_packed=is_packed))
        assert len(found) == len(triples)
        assert {quad.graph_name for quad in found} == {DefaultGraph()}


@pytest.mark.parametrize("key", ["ttl", "trig", "text/turtle", "application/trig"])
def test_everything_goes_to_the_graph_that_is_given(key: str, keep: Keep) -> None:
    found = read_content(keep(TRIG.encode()), key, name="It", graph="urn:g")

    assert {quad.graph_name for quad in found} == {NamedNode("urn:g")}


@pytest.mark.parametrize(("key", "syntax"), [("trig", RdfFormat.TRIG), ("nq", RdfFormat.N_QUADS)])
def test_quads_stay_in_their_graphs_where_none_is_given(
    key: str, syntax: RdfFormat, keep: Keep
) -> None:
    quads = [*parse(NAMED, RdfFormat.TRIG)]
    path = keep(serialize(quads, format=syntax) or b"")

    assert set(read_content(path, key, name="It")) == set(quads)


@pytest.mark.parametrize(
    ("key", "content"),
    [
        ("trig", NAMED),
        ("nq", b"<urn:s> <urn:p> <urn:o> <urn:g> ."),
        ("jsonld", b'{"@id": "urn:g", "@graph": [{"@id": "urn:s", "urn:p": 1}]}'),
    ],
)
def test_a_graph_stands_in_the_content_or_in_the_request_and_not_in_both(
    key: str, content: bytes, keep: Keep
) -> None:
    path = keep(content)
    for found in (
        read_content(path, key, name="It", graph="urn:g"),
        read_content(path, key, name="It", may_name_graphs=False),
    ):
        with pytest.raises(BadContent, match="names graphs itself"):
            list(found)


def test_what_has_no_graphs_in_it_may_come_in_a_syntax_for_graphs(keep: Keep) -> None:
    path = keep(b'{"@id": "urn:s", "urn:p": [1, 2]}')

    assert len(list(read_content(path, "jsonld", name="It", graph="urn:g"))) == 2


def test_blank_nodes_of_two_files_are_never_the_same(keep: Keep) -> None:
    path = keep(b"_:n <urn:p> _:n .")
    (first,), (second,) = (list(read_content(path, "nt", name="It")) for _ in range(2))

    assert isinstance(first.subject, BlankNode)
    assert first.subject == first.object
    assert first.subject != second.subject


def test_relative_iris_stand_below_the_base(keep: Keep) -> None:
    (quad,) = read_content(keep(b"<a> <b> <#c> ."), "ttl", name="It", base="http://example.org/x")

    assert str(quad.triple) == (
        "<http://example.org/a> <http://example.org/b> <http://example.org/x#c>"
    )


def test_the_mark_of_some_editors_is_passed_over(keep: Keep) -> None:
    content = b"\xef\xbb\xbf<urn:s> <urn:p> 1 ."

    assert len(list(read_content(keep(content), "ttl", name="It"))) == 1
    packed = keep(gzip.compress(content))
    assert len(list(read_content(packed, "ttl", name="It", is_packed=True))) == 1


@pytest.mark.parametrize(
    ("key", "content", "line", "reason"),
    [
        ("ttl", b"<urn:s> <urn:p> 1 .\n<urn:s> <urn:p .", 2, "Unexpected end"),
        ("ttl", b"<urn:s>\n<urn:p> <relative> .", 2, "No scheme"),
        ("ttl", b"<urn:s> <urn:p> 'x' .\ne:s e:p 1 .", 2, "prefix e: has not been declared"),
        ("nt", b"<urn:s> <urn:p> 1 .", 1, "object"),
        ("nq", b"<urn:s> <urn:p> <urn:o> <urn:g> <urn:x> .", 1, "dot|\\."),
        ("trig", b"<urn:g> { <urn:s> <urn:p> 1", 1, "end"),
        ("rdf", b"<rdf>\n<a></rdf>", 2, "it is no XML"),
        ("jsonld", b'{\n"@id": }', 2, "Unexpected"),
        ("ttl", b"<urn:s> <urn:p> '\xff' .", 1, "UTF-8"),
        ("ttl", "<urn:s> <urn:p> 1 .".encode("utf-16"), 1, "UTF-8"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(
    key: str, content: bytes, line: int, reason: str, keep: Keep
) -> None:
    with pytest.raises(BadContent, match=reason) as caught:
        list(read_content(keep(content), key, name="Part 2, data.ttl"))

    assert caught.value.line == line
    assert caught.value.name == "Part 2, data.ttl"
    assert "Parser error" not in caught.value.reason


def test_no_context_is_fetched(keep: Keep) -> None:
    path = keep(b'{"@context": "http://127.0.0.1:9/context.jsonld", "name": "x"}')
    with pytest.raises(BadContent, match="put the context into the document"):
        list(read_content(path, "jsonld", name="It"))


@pytest.mark.parametrize(
    "content", [b"<urn:s> <urn:p> 1 .", gzip.compress(b"x" * 10_000, mtime=0)[:-9]]
)
def test_what_is_not_packed_as_it_says_is_told(content: bytes, keep: Keep) -> None:
    with pytest.raises(BadContent, match="not packed by gzip, or not whole"):
        list(read_content(keep(content), "ttl", name="It", is_packed=True))


@pytest.mark.parametrize("key", ["", "csv", "text/html", "json"])
def test_formats_that_are_not_read_are_told_with_those_that_are(key: str, keep: Keep) -> None:
    with pytest.raises(UnsupportedContent, match="text/turtle") as caught:
        list(read_content(keep(b""), key, name="It"))

    assert "application/trig" in caught.value.offers


def test_quads_come_while_the_file_is_read(keep: Keep) -> None:
    path = keep(b"<urn:s> <urn:p> 1 .\n" * 100_000 + b"nonsense")
    found = read_content(path, "ttl", name="It")

    assert isinstance(next(found), Quad)


@pytest.mark.parametrize("content", [b"#" * 17_000_000, b"<urn:s> <urn:p> '" + b"x" * 17_000_000])
def test_what_is_longer_than_the_parser_reads_is_told(content: bytes, keep: Keep) -> None:
    with pytest.raises(BadContent, match="16 MiB"):
        list(read_content(keep(content), "ttl", name="It"))


def test_what_is_nested_too_deeply_is_told(keep: Keep) -> None:
    path = keep(b"<urn:s> <urn:p> " + b"<<( <urn:s> <urn:p> " * 300_000)
    with pytest.raises(BadContent, match="inside each other"):
        list(read_content(path, "ttl", name="It"))
