"""What would end a parser is told before one reads it, wherever the depth is hidden."""

import io
import subprocess
import sys

import pytest
from pyoxigraph import RdfFormat

from clustergraph.errors import BadContent
from clustergraph.rdf import nesting
from clustergraph.rdf.nesting import check_nesting

N_TRIPLES, TURTLE, JSON_LD, XML = (
    RdfFormat.N_TRIPLES,
    RdfFormat.TURTLE,
    RdfFormat.JSON_LD,
    RdfFormat.RDF_XML,
)
DEEP = 3_000
TRIPLES = "<<( <urn:a> <urn:p> "
HEAD = '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="urn:e:">'

TOO_DEEP = [
    (N_TRIPLES, "<urn:a> <urn:p> " + TRIPLES * DEEP + "1" + ")>>" * DEEP + " ."),
    (TURTLE, "<urn:a> <urn:p> " + f"{TRIPLES} # )>>\n" * DEEP),
    (TURTLE, "<urn:a> <urn:p> " + "<<( <urn:)>> <urn:p> " * DEEP),
    (TURTLE, '<urn:a> <urn:p> \')>>\\\')>>\' , """)>>"\')>>""" , \'\' , ' + TRIPLES * DEEP),
    (TURTLE, "e:it\\'s e:no\\#1 " + TRIPLES * DEEP + "')>>'" * DEEP),
    (JSON_LD, '{"http://example.org/p":' * DEEP + "1" + "}" * DEEP),
    (JSON_LD, '{"@context":' + "[" * DEEP + "]" * DEEP + "}"),
    (JSON_LD, '["]]]]\\"]]]]",' * DEEP),
    (XML, HEAD + "<e:a><e:p>" * DEEP + "</e:p></e:a>" * DEEP + "</r:RDF>"),
]
HARMLESS = [
    (N_TRIPLES, f"<urn:a> <urn:p> {TRIPLES} 1 )>> .\n" * DEEP),
    (TURTLE, "<urn:a> <urn:p> '" + TRIPLES * DEEP + "' ."),
    (TURTLE, '<urn:a> <urn:p> """' + f'"{TRIPLES}\n' * DEEP + '""" .'),
    (TURTLE, f"# {TRIPLES}\n" * DEEP),
    (TURTLE, "<urn:a> <urn:p> " + "[ <urn:p> " * DEEP + "]" * DEEP + " ."),
    (JSON_LD, '[{"@id": "http://example.org/[[[[", "http://example.org/p": [[]]}]' * DEEP),
    (XML, HEAD + "<e:a><e:p>x</e:p></e:a>" * DEEP + "</r:RDF>"),
]


@pytest.mark.parametrize("chunk", [1 << 20, 7])
@pytest.mark.parametrize(("syntax", "text"), TOO_DEEP)
def test_what_is_nested_too_deeply_is_told(
    syntax: RdfFormat, text: str, chunk: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nesting, "CHUNK", chunk)
    with pytest.raises(BadContent, match=r"^It .*more than 200 things"):
        check_nesting(io.BytesIO(text.encode()), syntax, "It")


@pytest.mark.parametrize("chunk", [1 << 20, 1_000])
@pytest.mark.parametrize(("syntax", "text"), HARMLESS)
def test_what_only_looks_so_passes_and_is_read_from_its_beginning_then(
    syntax: RdfFormat, text: str, chunk: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nesting, "CHUNK", chunk)
    file = io.BytesIO(text.encode())
    check_nesting(file, syntax, "It")

    assert file.tell() == 0


@pytest.mark.parametrize(
    "entities",
    [
        '<!ENTITY a "ha"><!ENTITY b "&a;&a;">',
        '<!ENTITY a "&#38;b;">',
        '<!ENTITY a SYSTEM "file:///etc/passwd">',
        '<!ENTITY % a "ha">',
        f'<!ENTITY a "{"ha" * 200}">',
    ],
)
def test_entities_are_short_texts(entities: str) -> None:
    text = f"<!DOCTYPE r [{entities}]>{HEAD}</r:RDF>"
    with pytest.raises(BadContent, match="not a short text"):
        check_nesting(io.BytesIO(text.encode()), XML, "It")


def test_entities_for_namespaces_are_taken() -> None:
    text = '<!DOCTYPE r [<!ENTITY e "http://example.org/ns#">]>' + HEAD.replace("urn:e:", "&e;")
    check_nesting(io.BytesIO(f"{text}</r:RDF>".encode()), XML, "It")


def test_what_is_no_xml_is_told_with_its_line() -> None:
    with pytest.raises(BadContent, match="at line 2: it is no XML") as caught:
        check_nesting(io.BytesIO(f"{HEAD}\n<a></b>".encode()), XML, "It")

    assert caught.value.line == 2


def test_the_engine_still_needs_to_be_kept_from_triples_in_triples() -> None:
    """When this fails, the engine has learnt, and looking first is not needed any more."""
    program = (
        "from pyoxigraph import *\n"
        "text = '<urn:a> <urn:p> ' + '<<( <urn:a> <urn:p> ' * 300_000 + '1' + ')>>' * 300_000\n"
        "list(parse(text + ' .', RdfFormat.TURTLE))\n"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode < 0


@pytest.mark.parametrize(("length", "is_short"), [(300, True), (301, False)])
def test_an_entity_is_a_short_text(length: int, is_short: bool) -> None:
    text = f'<!DOCTYPE a [<!ENTITY e "{"x" * length}">]>{HEAD}</r:RDF>'
    if is_short:
        check_nesting(io.BytesIO(text.encode()), XML, "It")
        return
    with pytest.raises(BadContent, match="entity e is not a short text") as caught:
        check_nesting(io.BytesIO(text.encode()), XML, "It")
    assert str(caught.value).startswith("It")


@pytest.mark.parametrize("chunk", [1 << 20, 7])
@pytest.mark.parametrize(
    ("syntax", "opening", "closing"),
    [(JSON_LD, "[", "]"), (XML, "<a>", "</a>"), (TURTLE, TRIPLES, ")>>")],
)
def test_two_hundred_inside_each_other_are_not_too_many(
    syntax: RdfFormat, opening: str, closing: str, chunk: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nesting, "CHUNK", chunk)
    check_nesting(io.BytesIO((opening * 200 + closing * 200).encode()), syntax, "It")
    with pytest.raises(BadContent):
        check_nesting(io.BytesIO((opening * 201 + closing * 201).encode()), syntax, "It")
