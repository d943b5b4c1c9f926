import io
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustergraph.errors import UnsupportedQuery
from clustergraph.rdf.xml_output import XmlOutput

XML = f"{''.join(map(chr, range(0x20, 0x3C)))}\t\n\r\x7f\x85\u2028\ufffd😀"
NO_XML = [*map(chr, {*range(0x20)} - {9, 10, 13}), "\ufffe", "\uffff"]


def written(*pieces: bytes) -> bytes:
    output = io.BytesIO()
    xml = XmlOutput(output)
    assert [xml.write(piece) for piece in pieces] == [len(piece) for piece in pieces]
    xml.flush()
    return output.getvalue()


def in_two(data: bytes) -> list[tuple[bytes, bytes]]:
    return [(data[:at], data[at:]) for at in range(len(data))]


@given(st.text(alphabet=XML.replace("&", ""), max_size=40))
def test_what_xml_can_hold_is_read_as_it_was(text: str) -> None:
    assert (ET.fromstring(written(f"<x>{text}</x>".encode())).text or "") == text


@pytest.mark.parametrize("character", NO_XML, ids=lambda it: f"U+{ord(it):04X}")
def test_what_xml_cannot_hold_is_refused_by_its_number(character: str) -> None:
    for pieces in in_two(f"<x>a{character}b</x>".encode()):
        with pytest.raises(UnsupportedQuery, match=rf"U\+{ord(character):04X}"):
            written(*pieces)


def test_a_property_without_a_name_is_refused() -> None:
    for pieces in in_two(b'<oxprefix: xmlns:oxprefix="urn:1"/>'):
        with pytest.raises(UnsupportedQuery, match="property"):
            written(*pieces)


def test_what_only_looks_like_one_passes() -> None:
    assert written(b"&lt;oxprefix: &gt;") == b"&lt;oxprefix: &gt;"
