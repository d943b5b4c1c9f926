import codecs
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustergraph.errors import UnreadableDocument
from clustergraph.model import Document
from clustergraph.reading.charsets import decode_page, decode_text
from clustergraph.reading.source_file import SourceFile

Read = Callable[[str, bytes | str], Document]

POLISH = "Zażółć gęślą jaźń, klaster w Łodzi."
BULGARIAN = "Клъстер Зелена синергия започна нов проект."
PAGE = '<html><head><meta charset="{}"></head><body><p>{}</p></body></html>'
OLD_PAGE = (
    '<html><head><META HTTP-EQUIV=Content-Type content="text/html; charset={}"></head><p>{}</p>'
)


def file(data: bytes, charset: str = "") -> SourceFile:
    return SourceFile(path=Path("news.txt"), data=data, charset=charset)


@pytest.mark.parametrize(
    ("mark", "charset"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
@pytest.mark.parametrize("decode", [decode_text, decode_page])
def test_a_byte_order_mark_tells_the_charset_and_is_no_text(
    decode: Callable[[SourceFile], str], mark: bytes, charset: str
) -> None:
    assert decode(file(mark + POLISH.encode(charset), "windows-1250")) == POLISH


@pytest.mark.parametrize("page", [PAGE, OLD_PAGE])
@pytest.mark.parametrize(
    ("charset", "text"),
    [
        ("windows-1250", POLISH),
        ("ISO-8859-2", POLISH),
        ("windows-1251", BULGARIAN),
        ("iso-8859-5", BULGARIAN),
        ("koi8-r", "Кластер открыл новый проект."),
        ("windows-1252", "Übung, déjà vu – “quoted”."),
        ("UTF-8", POLISH),
    ],
)
def test_a_page_is_read_in_the_charset_that_it_declares(
    read: Read, page: str, charset: str, text: str
) -> None:
    document = read("page.html", page.format(charset, text).encode(charset))
    assert text in document.text


def test_latin_1_of_a_page_means_windows_1252_as_in_browsers() -> None:
    page = PAGE.format("iso-8859-1", "“quoted” – text")
    assert decode_page(file(page.encode("cp1252"))) == page


def test_an_xml_declaration_tells_the_charset_of_a_page(read: Read) -> None:
    page = f'<?xml version="1.0" encoding="iso-8859-2"?><html><body><p>{POLISH}</p></body></html>'
    assert POLISH in read("page.xhtml", page.encode("iso-8859-2")).text


def test_a_charset_that_nobody_knows_counts_as_none() -> None:
    page = PAGE.format("rot13", POLISH)
    assert decode_page(file(page.encode())) == page


def test_the_odd_broken_byte_of_a_page_is_stepped_over(read: Read) -> None:
    page = PAGE.format("utf-8", POLISH * 60).encode() + b"<p>a \xff b</p>"
    assert POLISH in read("page.html", page).text


def test_a_page_in_another_charset_than_it_declares_is_refused(read: Read) -> None:
    page = PAGE.format("utf-8", POLISH).encode("windows-1250")
    with pytest.raises(UnreadableDocument, match="says that it is utf-8 and is not"):
        read("page.html", page)


@pytest.mark.parametrize("name", ["old.txt", "old.md", "old.html"])
def test_a_charset_that_nothing_tells_is_not_guessed(read: Read, name: str) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read(name, POLISH.encode("windows-1250"))
    assert caught.value.reason == (
        "the file is not UTF-8 (byte 2 is no part of a character); save it as UTF-8, or name its "
        'charset in a sidecar (in old.toml: charset = "windows-1250", or what it is written in).'
    )


@pytest.mark.parametrize("name", ["old.txt", "old.md", "old.html"])
def test_a_sidecar_tells_the_charset(read: Read, tmp_path: Path, name: str) -> None:
    (tmp_path / "old.toml").write_text('charset = "windows-1250"\n', encoding="utf-8")
    assert POLISH in read(name, f"{POLISH} {POLISH}".encode("windows-1250")).text


@pytest.mark.parametrize("charset", ["rot13", "zip", "utf-7", "nonsense"])
def test_a_sidecar_with_a_charset_that_is_none_is_refused(charset: str) -> None:
    with pytest.raises(UnreadableDocument, match="is not known"):
        decode_text(file(b"text", charset))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"text\0text", "binary"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8a\x00", "not UTF-16"),
        (b"a \xed\xa0\x80 b", "not UTF-8"),  # a lone surrogate
    ],
)
def test_what_is_no_text_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableDocument, match=words):
        decode_text(file(data))


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0\ufeff")))
def test_utf_8_text_is_decoded_as_it_is(text: str) -> None:
    assert decode_text(file(text.encode())) == text
