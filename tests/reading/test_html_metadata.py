import pytest
from lxml.html import document_fromstring

from clustergraph.model import PartialDate
from clustergraph.reading.content import Metadata
from clustergraph.reading.html_metadata import find_metadata


def metadata(head: str, body: str = "", attributes: str = "") -> Metadata:
    page = f"<html {attributes}><head>{head}</head><body>{body}<p>Text</p></body></html>"
    return find_metadata(document_fromstring(page))


def json_ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


DATES = {
    '<meta property="article:published_time" content="2019-01-28T09:00Z">': (2019, 1, 28),
    '<meta name="DC.date" content="2019-01">': (2019, 1),
    '<meta name="citation_date" content="2019/01/28">': (2019, 1, 28),
    '<time itemprop="datePublished" datetime="2019-01-28">yesterday</time>': (2019, 1, 28),
    json_ld('{"@type": "NewsArticle", "datePublished": "2019-01-28"}'): (2019, 1, 28),
    json_ld('{"@graph": [{"@type": "Person"}, {"@type": ["WebPage"], "datePublished": "2019"}]}'): (
        2019,
    ),
    json_ld('[{"@type": "BlogPosting", "datePublished": "2019-02-30"}]')
    + '<meta name="date" content="2019-03-01">': (2019, 3, 1),
}


@pytest.mark.parametrize("head", DATES)
def test_the_day_of_publication_is_what_is_called_so(head: str) -> None:
    assert metadata(head).date == PartialDate(*DATES[head])


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:modified_time" content="2019-01-28">',
        '<meta name="date" content="last week">',
        '<meta name="date" content="12345678">',
        '<time datetime="2019-01-28">the day of some event</time>',
        json_ld('{"@type": "NewsArticle", "datePublished": 2019}'),
        json_ld("{broken"),
        json_ld("[" * 100_000),
        json_ld("null"),
        json_ld('{"@type": "Organization", "datePublished": "2019-01-28"}'),
    ],
)
def test_no_other_day_is_taken_for_it(head: str) -> None:
    assert metadata(head).date is None


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>T | Site</title>", "<h1>The <i>cluster</i>\n opens</h1>", "The cluster opens"),
        ("<title>The cluster opens | Site</title>", "", "The cluster opens"),
        ("<title>The cluster opens – News – Site</title>", "", "The cluster opens"),
        ("<title>Cluster-based work</title>", "", "Cluster-based work"),
        ('<meta property="og:title" content="Its title">', "<h1>A</h1><h1>B</h1>", "Its title"),
        (
            '<meta property="og:site_name" content="Site"><meta name="dc.title" content="Title">',
            "<h1>Site</h1>",
            "Title",
        ),
        (json_ld('{"@type": "Article", "headline": "a\\ud800b"}'), "", "a b"),
        ("", "", ""),
    ],
)
def test_the_title_is_the_only_first_heading_or_what_the_page_is_called(
    head: str, body: str, title: str
) -> None:
    assert metadata(head, body).title == title


@pytest.mark.parametrize(
    ("attributes", "code"),
    [("lang=pl", "pl"), ('xml:lang="en_GB"', "en"), ("lang=polski", ""), ("", "")],
)
def test_the_language_is_that_of_the_page(attributes: str, code: str) -> None:
    assert metadata("", attributes=attributes).language == code


def test_publisher_and_address_are_those_of_the_page() -> None:
    found = metadata(
        json_ld('{"@type": "Article", "publisher": [{"name": "A  paper"}]}')
        + '<link rel="canonical" href="/relative"><meta property="og:url" content="http://a.eu/b">'
    )
    assert (found.publisher, found.source) == ("A paper", "http://a.eu/b")


@pytest.mark.parametrize("address", ["javascript:alert(1)", "/news", "http://a b/", ""])
def test_what_is_no_web_address_is_no_source(address: str) -> None:
    assert metadata(f'<link rel="canonical" href="{address}">').source == ""
