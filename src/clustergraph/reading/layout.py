"""What each line of a document is for: title, heading, date line, paragraph, bullet, or no text."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

import regex

from clustergraph.languages import LanguagePack, find_dates, load_pack, pack_languages
from clustergraph.model import PartialDate, Span, Zone, ZoneKind
from clustergraph.reading.language import foreign_lines
from clustergraph.vocab import CG

__all__ = ["find_date", "find_title", "find_zones"]

_LINE = regex.compile(r"[^\r\n]+")
_BULLET = regex.compile(r"(?:[•●▪◦‣·*–—-]|\(?\d{1,2}[.)](?!\d))[\s\u00a0]+(?=\S)")
_NUMBER_AND_WORD = regex.compile(r"\d{1,2}\.\s+(\p{L}+)|\d{1,2}\.\s+\d{1,2}\.\s+(?:19|20)\d\d")
_LINK_OR_MAIL = regex.compile(r"(?:https?://\S+|www\.\S+|[^\s@]+@[^\s@]+\.\w+)", regex.IGNORECASE)
_ENDS_A_SENTENCE = regex.compile(r"[.!?…][\"'”’»)]*$")
_ENDS_A_HEADING = regex.compile(r"[:;,]$")
_PARTS_OF_A_MENU = regex.compile(r"\s[|»›>/]\s")
_YEAR = regex.compile(r"(?:19|20)\d\d")
_FULL_DATE = regex.compile(r"\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d")
_FIGURES = regex.compile(r"[\d./:|-]+")
_LETTER = regex.compile(r"\p{L}")
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}]*")
_LONGEST_HEADING = 160
_LONGEST_DATELINE = 80
_LONGEST_PARAGRAPH = 5_000
_LONGEST_BOILERPLATE = 2_000
"""A longer line is not compared: some patterns take the square of its length."""
_MOST_WORDS_BESIDE_A_DATE = 4
_MOST_WORDS_BESIDE_A_MONTH = 2
_LONGEST_MENU_ITEM = 4
"""Words."""
_SHORTEST_PARAGRAPH = 120
"""A line as long as this is text even where it stands among teasers."""


def find_zones(
    text: str,
    language: str,
    told: Mapping[int, ZoneKind] = MappingProxyType({}),
) -> tuple[Zone, ...]:
    """Cut the text into zones, one a line, in order; blank lines are in none.

    ``language`` is the document's; each line is read by the pack of its own. ``told`` says which
    lines are headings or items, by where they begin: what the file's structure tells wins over
    shape, but for date lines and boilerplate.
    """
    spans = list(_line_spans(text))
    lines = [text[span.start : span.end] for span in spans]
    foreign = foreign_lines(lines, language)
    kinds = [
        _kind(line, _pack(code or language), told.get(span.start))
        for line, span, code in zip(lines, spans, foreign, strict=True)
    ]
    _mark_titles(kinds)
    _mark_teasers(lines, kinds)
    return tuple(
        Zone(
            kind=kind,
            span=_inside(text, span, kind, _pack(code or language)),
            language=code,
        )
        for span, kind, code in zip(spans, kinds, foreign, strict=True)
    )


def find_title(text: str, zones: Sequence[Zone]) -> str:
    """Return the text of the first title zone, or an empty string."""
    titles = (zone.span for zone in zones if zone.kind is ZoneKind.TITLE)
    return next((text[span.start : span.end] for span in titles), "")


def find_date(text: str, zones: Sequence[Zone], language: str) -> PartialDate | None:
    """Return the day in the first date line that gives one."""
    datelines = (zone for zone in zones if zone.kind is ZoneKind.DATELINE)
    days = (
        _days(text[zone.span.start : zone.span.end], _pack(zone.language or language))
        for zone in datelines
    )
    return next((day for in_line in days for day in in_line), None)


def _pack(language: str) -> LanguagePack | None:
    return load_pack(language) if language in pack_languages() else None


def _line_spans(text: str) -> Iterator[Span]:
    for line in _LINE.finditer(text):
        for start, end in _pieces(text, *line.span()):
            piece = text[start:end]
            left, right = end - len(piece.lstrip()), start + len(piece.rstrip())
            if left < right:
                yield Span(left, right)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the ends of a line, or of its pieces where it is longer than any paragraph is.

    It is cut behind stops, else at blanks: what reads a line may take the square of its length.
    """
    while end - start > _LONGEST_PARAGRAPH:
        latest = start + _LONGEST_PARAGRAPH
        breaks = (text.rfind(". ", start, latest), text.rfind(" ", start, latest))
        cut = next((at + 1 for at in breaks if at > start), latest)
        yield start, cut
        start = cut
    yield start, end


def _inside(text: str, span: Span, kind: ZoneKind, pack: LanguagePack | None) -> Span:
    """Return a line without its bullet; «1. fórum» is the first forum, and no item of that name."""
    match = _BULLET.match(text, span.start, span.end) if kind is ZoneKind.BULLET else None
    if match is None or _numbers_what_follows(text[span.start : span.end], pack):
        return span
    return Span(match.end(), span.end)


def _numbers_what_follows(line: str, pack: LanguagePack | None) -> bool:
    match = _NUMBER_AND_WORD.match(line)
    if match is None or match[1] is None or pack is None or not pack.ordinal_stop:
        return False
    head = pack.head(match[1].lower())
    return head is not None and head.kind in {CG.Event, CG.Training}


# -- A line by itself ----------------------------------------------------------------------------


def _kind(line: str, pack: LanguagePack | None, told: ZoneKind | None) -> ZoneKind:
    if _is_boilerplate(line, pack):
        return ZoneKind.BOILERPLATE
    if told is not ZoneKind.HEADING and _BULLET.match(line) and not _opens_with_day(line, pack):
        return ZoneKind.BULLET
    if _is_dateline(line, pack) or _is_menu(line):  # a menu that gives no day is boilerplate
        return ZoneKind.DATELINE
    return told or (ZoneKind.HEADING if _is_heading(line) else ZoneKind.PARAGRAPH)


def _opens_with_day(line: str, pack: LanguagePack | None) -> bool:
    """Tell whether it begins with a date, and with no number of an item: «17. února se koná»."""
    match = _NUMBER_AND_WORD.match(line)
    if match is None:
        return False
    return match[1] is None or (pack is not None and match[1].lower() in pack.months)


def _is_heading(line: str) -> bool:
    ends_like_text = _ENDS_A_SENTENCE.search(line) or _ENDS_A_HEADING.search(line)
    return len(line) <= _LONGEST_HEADING and not ends_like_text


def _is_boilerplate(line: str, pack: LanguagePack | None) -> bool:
    if len(line) > _LONGEST_BOILERPLATE:
        return False
    if _LINK_OR_MAIL.fullmatch(line) or (_is_menu(line) and not any(_days(line, pack))):
        return True
    if pack and pack.is_boilerplate(line):
        return True
    if _LETTER.search(line) is None:
        return not _is_dateline(line, pack)
    letters = sum(char.isalpha() for char in line) if " " not in line and "_" in line else len(line)
    return letters < len(line) / 2  # the name of a file


def _is_menu(line: str) -> bool:
    if len(line) > _LONGEST_BOILERPLATE:
        return False
    items = _PARTS_OF_A_MENU.split(line)
    return len(items) > 2 and all(len(item.split()) <= _LONGEST_MENU_ITEM for item in items)


def _days(line: str, pack: LanguagePack | None) -> Iterator[PartialDate]:
    """Yield the days that the line gives with their years."""
    for mention in find_dates(line, pack):
        dates = mention.resolve(None)
        if dates and isinstance(dates[0], PartialDate) and dates[0].day:
            yield dates[0]


def _is_dateline(line: str, pack: LanguagePack | None) -> bool:
    """Tell whether it says little but a date: "Place, 19 July 2013", "Section | 28.01.2019"."""
    if len(line) > _LONGEST_DATELINE or not _YEAR.search(line):
        return False
    if ":" in line and any(mention.is_range for mention in find_dates(line, pack)):
        return False  # «Duration: 1.1.2019 - 31.12.2021» is said of something
    if _FULL_DATE.search(line):
        return len(_FIGURES.sub(" ", line).split()) <= _MOST_WORDS_BESIDE_A_DATE
    words = [word.lower() for word in _WORD.findall(line)]
    others = [word for word in words if len(word) > 2 and not (pack and word in pack.months)]
    is_short = len(others) <= _MOST_WORDS_BESIDE_A_MONTH and len(others) < len(words)
    return is_short and not _ENDS_A_SENTENCE.search(line)


# -- A line among the others ---------------------------------------------------------------------


def _mark_titles(kinds: list[ZoneKind]) -> None:
    """Make titles of the headings before the first text; the first is the document's."""
    for index, kind in enumerate(kinds):
        if kind in {ZoneKind.PARAGRAPH, ZoneKind.BULLET}:
            return
        if kind is ZoneKind.HEADING:
            kinds[index] = ZoneKind.TITLE


def _mark_teasers(lines: Sequence[str], kinds: list[ZoneKind]) -> None:
    """Between two occurrences of the title, short lines belong to other articles."""
    if not lines or kinds[0] is not ZoneKind.TITLE:
        return
    last = max(index for index, line in enumerate(lines) if line == lines[0])
    for index in range(1, last):
        if len(lines[index]) < _SHORTEST_PARAGRAPH:
            kinds[index] = ZoneKind.TEASER
