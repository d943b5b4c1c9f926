"""From bytes to characters, by what says so: a byte order mark, a sidecar, the page, or UTF-8.

A charset is never guessed: Windows-1250, ISO 8859-2 and Windows-1252 tell nearly every byte, and
differ in the very letters of names.
"""

import codecs
import re
from collections.abc import Mapping
from types import MappingProxyType

from clustergraph.reading.source_file import SourceFile

__all__ = ["decode_page", "decode_text"]

_MARKS: Mapping[bytes, str] = MappingProxyType(
    {
        codecs.BOM_UTF8: "utf-8",
        codecs.BOM_UTF32_LE: "utf-32-le",  # before UTF-16, whose mark it begins with
        codecs.BOM_UTF16_LE: "utf-16-le",
        codecs.BOM_UTF16_BE: "utf-16-be",
    }
)
_KNOWN = re.compile(
    r"utf-?8|utf-?16(?:[lb]e)?|(?:windows-|cp-?)(?:125[0-8]|874|866)|ibm866|us-ascii|latin-?[1-9]"
    r"|iso[-_ ]?8859[-_]?1?\d|koi8-[ru]|mac-?(?:roman|cyrillic)|gbk|gb2312|gb18030|big5"
    r"|shift[-_]jis|euc-(?:jp|kr)",
    re.IGNORECASE,
)
"""Charsets that texts are written in; Python's codecs hold others that decode no text."""
_AS_BROWSERS_DO: Mapping[str, str] = MappingProxyType(
    {
        "us-ascii": "cp1252",
        "iso-8859-1": "cp1252",
        "latin-1": "cp1252",
        "latin1": "cp1252",
        "iso-8859-9": "cp1254",
        "gb2312": "gb18030",
        "gbk": "gb18030",
        "utf-16": "utf-8",  # whoever could read the label has not read UTF-16
        "utf-16le": "utf-8",
        "utf-16be": "utf-8",
    }
)
"""https://encoding.spec.whatwg.org/#names-and-labels: pages mean the larger charset."""
_DECLARED = re.compile(
    rb"""<meta[^>]{0,500}?charset\s*=\s*["']?\s*([\w-]{1,40})|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w-]{1,40})""",
    re.IGNORECASE,
)
_FIRST_BYTES_OF_A_PAGE = 4096
_FEW = 1000
"""One broken character in so many is the slip of a tool; more are a wrong charset."""
_CURE = (
    "save it as UTF-8, or name its charset in a sidecar "
    '(in {stem}.toml: charset = "windows-1250", or what it is written in).'
)


def decode_text(file: SourceFile) -> str:
    """Decode a text file; the byte order mark is no part of the text.

    Raises:
        UnreadableDocument: when it is binary, or not in the charset that it should be in.
    """
    return _decoded(file, _marked(file) or _known(file, file.charset) or "utf-8")


def decode_page(file: SourceFile) -> str:
    """Decode an HTML page; the odd byte that its charset does not know becomes U+FFFD.

    Raises:
        UnreadableDocument: as ``decode_text``.
    """
    charset = _marked(file) or _known(file, file.charset)
    declared = _declared(file)
    if charset or not declared:
        return _decoded(file, charset or "utf-8")
    text = file.data.decode(declared, errors="replace")
    if text.count("\ufffd") > len(text) / _FEW:
        reason = f"the page says that it is {declared} and is not; {_cure(file)}"
        raise file.refused(reason)
    return _without_nulls(file, text)


def _marked(file: SourceFile) -> str:
    return next((name for mark, name in _MARKS.items() if file.data.startswith(mark)), "")


def _known(file: SourceFile, charset: str) -> str:
    if charset and not _KNOWN.fullmatch(charset):
        reason = f"the charset {charset!r} of its sidecar is not known; save the file as UTF-8."
        raise file.refused(reason)
    return charset


def _declared(file: SourceFile) -> str:
    """Return the charset that the page names; one that nobody knows counts as none."""
    match = _DECLARED.search(file.data, 0, _FIRST_BYTES_OF_A_PAGE)
    if match is None:
        return ""
    label = (match[1] or match[2]).decode("ascii", "replace").lower()
    return _AS_BROWSERS_DO.get(label, label) if _KNOWN.fullmatch(label) else ""


def _decoded(file: SourceFile, charset: str) -> str:
    try:
        text = file.data.decode(charset)
    except UnicodeDecodeError as error:
        name = charset.upper().removesuffix("-LE").removesuffix("-BE")
        where = f"byte {error.start} is no part of a character"
        reason = f"the file is not {name} ({where}); {_cure(file)}"
        raise file.refused(reason) from error
    return _without_nulls(file, text.removeprefix("\ufeff"))


def _without_nulls(file: SourceFile, text: str) -> str:
    if "\0" in text:
        raise file.refused("the file is binary, not text; save it as UTF-8 text.")
    return text


def _cure(file: SourceFile) -> str:
    return _CURE.format(stem=file.path.stem)
