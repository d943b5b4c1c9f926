"""The ontology's change log as HTML; it is ours, and still no HTML in it is taken as such."""

from collections.abc import Iterable

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from clustergraph.web.pieces import Link

__all__ = ["as_html"]

_DEEPER = 1
"""Its headings stand below those of the page."""


def as_html(markdown: str, versions: Iterable[Link] = ()) -> Markup:
    r"""Render Markdown without its title; a version in brackets becomes the link of that name.

    >>> as_html("# Changes\n\n## 0.2.0\n\n- more <b>terms</b>\n")
    Markup('<h3>0.2.0</h3>\n<ul>\n<li>more &lt;b&gt;terms&lt;/b&gt;</li>\n</ul>\n')
    """
    parser = MarkdownIt("commonmark", {"html": False})
    references = {each.text: {"title": "", "href": each.href} for each in versions}
    tokens = _without_title(parser.parse(markdown, {"references": references}))
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{int(token.tag[1:]) + _DEEPER}"
    html: str = parser.renderer.render(tokens, parser.options, {})
    return Markup(html)  # noqa: S704  (the renderer has escaped all that is not its own)


def _without_title(tokens: list[Token]) -> list[Token]:
    has_title = bool(tokens) and tokens[0].type == "heading_open" and tokens[0].tag == "h1"
    return tokens[3:] if has_title else tokens
