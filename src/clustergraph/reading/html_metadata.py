"""What a page says of itself: meta tags, Open Graph, Dublin Core, JSON-LD; never what it shows.

Dates are taken from where they are called the day of publication, not searched for.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import regex
from lxml.html import HtmlElement

from clustergraph.model import PartialDate
from clustergraph.reading.content import Metadata
from clustergraph.reading.language import language_code

__all__ = ["find_metadata"]

_TITLES = ("og:title", "dcterms.title", "dc.title", "citation_title", "twitter:title")
_DATES = (
    "article:published_time",
    "datepublished",
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.date",
    "dc.date",
    "dcterms.created",
    "citation_publication_date",
    "citation_date",
    "publication_date",
    "publish-date",
    "pubdate",
    "date",
)
_PUBLISHERS = ("og:site_name", "dcterms.publisher", "dc.publisher", "citation_publisher")
_ARTICLES = regex.compile(r"(?:\w*Article|\w*Posting|Report|WebPage|Event|Course)")
_SITE_NAME = regex.compile(r"(.+?)\s+(?:[|»•·—–-]|::)\s.+")
_DATE = regex.compile(r"\s*((?:19|20)\d\d)(?:[-/](\d\d)(?:[-/](\d\d))?)?(?!\d)")
_WEB_ADDRESS = regex.compile(r"https?://[^\s<>\"{}|\\^`]+", regex.IGNORECASE)
_LONGEST_VALUE = 500


def find_metadata(tree: HtmlElement) -> Metadata:
    """Return the title, language, day of publication, site and address that a page gives."""
    tags = _tags(tree)
    article = _article(tree)
    return Metadata(
        title=_title(tree, tags, article),
        language=language_code(tree.get("lang") or tree.get("xml:lang") or ""),
        date=_date(article.get("datePublished"), *(tags.get(name) for name in _DATES)),
        publisher=_first(
            *(tags.get(name) for name in _PUBLISHERS), _name(article.get("publisher"))
        ),
        source=_address(tree, tags),
    )


def _tags(tree: HtmlElement) -> Mapping[str, str]:
    """Return the contents of the page's meta tags by name, in small letters; the first counts."""
    tags: dict[str, str] = {}
    for element in tree.iter("meta", "time"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        value = element.get("content") or element.get("datetime")
        if name and value and value.strip():
            tags.setdefault(name.lower(), value)
    return tags


# -- JSON-LD -------------------------------------------------------------------------------------


def _article(tree: HtmlElement) -> Mapping[str, Any]:
    """Return the first node of JSON-LD that describes an article or the page, or an empty one."""
    nodes = (node for script in tree.iter("script") for node in _nodes(script))
    return next((node for node in nodes if _ARTICLES.fullmatch(_type(node))), {})


def _nodes(script: HtmlElement) -> Iterator[Mapping[str, Any]]:
    if script.get("type", "").strip().lower() != "application/ld+json" or not script.text:
        return
    try:
        found = json.loads(script.text, strict=False)
    except (ValueError, RecursionError):  # broken metadata are none
        return
    listed = found.get("@graph", found) if isinstance(found, dict) else found
    for node in listed if isinstance(listed, list) else [listed]:
        if isinstance(node, dict):
            yield node


def _type(node: Mapping[str, Any]) -> str:
    kinds = node.get("@type")
    return str(kinds[0] if isinstance(kinds, list) and kinds else kinds)


def _name(value: object) -> object:
    found = value[0] if isinstance(value, list) and value else value
    return found.get("name") if isinstance(found, dict) else found


# -- Values --------------------------------------------------------------------------------------


def _first(*values: object) -> str:
    """Return the first value that is text, on one line, without what can't be written in UTF-8."""
    texts = (_one_line(value) for value in values if isinstance(value, str))
    return next(filter(None, texts), "")


def _one_line(text: str) -> str:
    printable = "".join(char if char.isprintable() else " " for char in text[:_LONGEST_VALUE])
    return " ".join(printable.split())


def _title(tree: HtmlElement, tags: Mapping[str, str], article: Mapping[str, Any]) -> str:
    """Return the page's only first heading, or what it is called, without the name of the site."""
    headings = [_first("".join(heading.itertext())) for heading in tree.iter("h1")]
    if len(headings) == 1 and headings[0] not in {"", tags.get("og:site_name")}:
        return headings[0]
    called = _first(article.get("headline"), *(tags.get(name) for name in _TITLES))
    return called or _without_site(_first(*tree.xpath("//head/title/text()")))


def _without_site(title: str) -> str:
    match = _SITE_NAME.fullmatch(title)
    return match[1] if match else title


def _date(*values: object) -> PartialDate | None:
    for value in values:
        match = _DATE.match(value) if isinstance(value, str) else None
        if match:
            year, month, day = (int(part) if part else None for part in match.groups())
            try:
                return PartialDate(year or 0, month, day)
            except ValueError:  # no day of the calendar
                continue
    return None


def _address(tree: HtmlElement, tags: Mapping[str, str]) -> str:
    links = [link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical"]
    given = (_first(value) for value in (*links, tags.get("og:url")))
    return next((address for address in given if _WEB_ADDRESS.fullmatch(address)), "")
