from collections.abc import Callable

import pytest

from clustergraph.errors import UnreadableDocument
from clustergraph.model import Document, PartialDate, ZoneKind
from clustergraph.reading.markdown import LARGEST_MARKDOWN_BYTES

Read = Callable[[str, bytes | str], Document]
Lines = Callable[[Document], list[tuple[ZoneKind, str]]]

NOTE = """# The *cluster* opens

The **metal** cluster opened its
[doors](http://example.org) in Warsaw,
`today` ![a picture](x.png) & that \\*was\\* <b>it</b>.

Who takes part?
---------------

- The University
  of Warsaw
- The [City][1] of Łódź
  1. its harbour

> A quote of somebody.

| Member | City |
|--------|------|
| Alpha  | Gdynia |

<div class="box">Some text in a box.</div>

```python
code()
```

[1]: http://example.org
"""


def test_the_text_is_what_a_page_would_show(read: Read, lines: Lines) -> None:
    assert lines(read("note.md", NOTE)) == [
        (ZoneKind.TITLE, "The cluster opens"),
        (
            ZoneKind.PARAGRAPH,
            "The metal cluster opened its doors in Warsaw, today & that *was* it.",
        ),
        (ZoneKind.HEADING, "Who takes part?"),
        (ZoneKind.BULLET, "The University of Warsaw"),
        (ZoneKind.BULLET, "The City of Łódź"),
        (ZoneKind.BULLET, "its harbour"),
        (ZoneKind.PARAGRAPH, "A quote of somebody."),
        (ZoneKind.BULLET, "Member; City"),
        (ZoneKind.BULLET, "Alpha; Gdynia"),
        (ZoneKind.PARAGRAPH, "Some text in a box."),
    ]


def test_front_matter_tells_of_the_document_and_is_no_text(read: Read) -> None:
    front = (
        '---\ntitle: "The title"\ndate: 2019-01-28T10:00\nlang: pl-PL\n'
        "publisher: A paper\nurl: http://a.eu\ntags:\n  - a\n---\nKrótki tekst.\n"
    )
    document = read("note.md", front)
    assert document.text == "Krótki tekst.\n"
    assert (document.title, document.language) == ("The title", "pl")
    assert document.published == PartialDate(2019, 1, 28)
    assert (document.publisher, document.source) == ("A paper", "http://a.eu")


def test_a_line_across_the_page_is_no_front_matter(read: Read) -> None:
    assert read("note.md", "---\n\nSome text.\n").text == "Some text.\n"


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("![only a picture](x.png)\n", "shows no text"),
        ("> " * 10_000, "shows no text"),
        ("```\ncode\n```\n", "shows no text"),
        ("[" * 50_001, "50000 brackets"),
        ("a" * (LARGEST_MARKDOWN_BYTES + 1), "larger than 1 MB"),
    ],
)
def test_a_note_without_text_or_too_large_is_refused(read: Read, note: str, words: str) -> None:
    with pytest.raises(UnreadableDocument, match=words):
        read("note.md", note)
