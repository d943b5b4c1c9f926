from collections.abc import Callable

import pytest

from clustergraph.errors import UnreadableDocument
from clustergraph.model import Document, PartialDate, ZoneKind
from clustergraph.reading.html import MOST_TAGS

Read = Callable[[str, bytes | str], Document]
Lines = Callable[[Document], list[tuple[ZoneKind, str]]]

PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head>
<title>The cluster opens | Cluster News</title>
<meta property="og:site_name" content="Cluster News">
<meta property="article:published_time" content="2019-01-28T10:00:00+01:00">
<link rel="canonical" href="https://example.org/news/1">
<style>p { color: red }</style><script>var tracker = "evil";</script>
</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">All the news</a></li></ul></nav>
<header><h1>The cluster opens</h1></header>
<main><article>
<p>The <b>metal</b> cluster opened its <a href="x">doors</a> in War&shy;saw.<script>track()</script>
It has thirty members.</p>
<h2>Who takes part?</h2>
<ul><li>The University of Warsaw</li><li>The City of Łódź<ul><li>its harbour</li></ul></li></ul>
<ol><li>A first step</li><li>A second step</li></ol>
<table><tr><th>Member</th><th>City</th></tr><tr><td>Alpha Ltd</td><td>Gdynia</td></tr></table>
<p>Address:<br>Street 1<br>and so on.</p>
<p>It is funded by the Government of Finland.</p>
</article></main>
<aside>Read another article</aside><footer>© 2020 We use cookies</footer>
</body></html>"""


def test_the_main_text_is_read_with_its_structure(read: Read, lines: Lines) -> None:
    assert lines(read("page.html", PAGE)) == [
        (ZoneKind.TITLE, "The cluster opens"),
        (
            ZoneKind.PARAGRAPH,
            "The metal cluster opened its doors in Warsaw. It has thirty members.",
        ),
        (ZoneKind.HEADING, "Who takes part?"),
        (ZoneKind.BULLET, "The University of Warsaw"),
        (ZoneKind.BULLET, "The City of Łódź"),
        (ZoneKind.BULLET, "its harbour"),
        (ZoneKind.BULLET, "A first step"),
        (ZoneKind.BULLET, "A second step"),
        (ZoneKind.BULLET, "Member; City"),
        (ZoneKind.BULLET, "Alpha Ltd; Gdynia"),
        (ZoneKind.PARAGRAPH, "Address:"),
        (ZoneKind.PARAGRAPH, "Street 1 and so on."),
        (ZoneKind.PARAGRAPH, "It is funded by the Government of Finland."),
    ]


@pytest.mark.parametrize("word", ["tracker", "track()", "color", "Home", "another", "cookies"])
def test_scripts_styles_and_menus_are_no_text(read: Read, word: str) -> None:
    assert word not in read("page.html", PAGE).text


def test_what_the_page_says_of_itself_is_known_of_the_document(read: Read) -> None:
    document = read("page.html", PAGE)
    assert document.title == "The cluster opens"
    assert document.published == PartialDate(2019, 1, 28)
    assert document.publisher == "Cluster News"
    assert document.source == "https://example.org/news/1"


def test_reading_a_page_twice_gives_the_same(read: Read) -> None:
    first = read("page.html", PAGE)
    for other in ("<p>Another page is read between.</p>", "<html><p>And another.</p></html>"):
        read("other.html", other)
    assert read("page.html", PAGE) == first


def test_lists_of_a_simple_page_are_text(read: Read, lines: Lines) -> None:
    page = "<html><body><h1>Who comes</h1><p>These come:</p><ul><li>Alpha</li></ul></body></html>"
    assert (ZoneKind.BULLET, "Alpha") in lines(read("page.html", page))


def test_a_title_that_the_text_repeats_is_left_where_it_stands(read: Read, lines: Lines) -> None:
    page = (
        "<article><h1>The cluster opens</h1><p>Another article</p><p>The cluster opens</p>"
        "<p>The cluster opened its doors in Warsaw.</p></article>"
    )
    assert [kind for kind, _ in lines(read("page.html", page))] == [
        ZoneKind.TITLE,
        ZoneKind.TEASER,
        ZoneKind.TITLE,
        ZoneKind.PARAGRAPH,
    ]


@pytest.mark.parametrize("page", ["<p>One sentence only.</p>", "One sentence only."])
def test_a_fragment_is_a_page(read: Read, page: str) -> None:
    assert read("page.html", page).text == "One sentence only.\n"


def test_a_text_from_right_to_left_keeps_its_order(read: Read) -> None:
    text = "שלום עולם, זה אשכול חדש בתל אביב."
    assert read("page.html", f"<html lang=he><p>{text}</p></html>").text == f"{text}\n"


REFUSED = {
    "script.html": ("<html><body><div id=root></div><script>x</script></body>", "no text"),
    "empty.html": ("<html></html>", "no text"),
    "comment.html": ("<!-- only a comment -->", "broken or no HTML page"),
    "deep.html": ("<div>" * 25_000 + "text" + "</div>" * 25_000, "no text"),
    "tags.html": ("<p>" * (MOST_TAGS + 1), "more than 60000 tags"),
    "nulls.html": ("<p>a\0b</p>", "binary"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_page_without_text_is_refused_in_one_sentence(read: Read, name: str) -> None:
    page, words = REFUSED[name]
    with pytest.raises(UnreadableDocument, match=words) as caught:
        read(name, page)
    assert "\n" not in str(caught.value)
