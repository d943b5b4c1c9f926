"""What the page at ``/sparql`` hands to its script: where that is, and what it has to know.

The script is bundled from ``web/scripts`` when the project is set up (``make``). It may be missing;
then the page says so, and all else works without it.
"""

import json
from dataclasses import dataclass
from functools import cache

from clustergraph.iris import BASE
from clustergraph.rdf.formats import RDF_FORMATS, RESULT_FORMATS, Format
from clustergraph.rdf.prefixes import PREFIXES
from clustergraph.web.framing.bundles import bundle

__all__ = ["EditorLinks", "editor_links", "editor_settings"]

_TAKEN_FIRST = ("csv", "ttl")


@dataclass(frozen=True, slots=True)
class EditorLinks:
    """Where the script and its styles are; both empty where the script was not bundled."""

    script: str = ""
    styles: str = ""


def editor_links() -> EditorLinks:
    """Find the bundled script and its styles, neither without the other."""
    script, styles = bundle("editor.js"), bundle("editor.css")
    return EditorLinks(script, styles) if script and styles else EditorLinks()


@cache
def editor_settings() -> str:
    """Return, as JSON, the prefixes and formats that the script goes by."""
    formats = {"rows": _formats(RESULT_FORMATS), "graph": _formats(RDF_FORMATS)}
    return json.dumps({"base": BASE, "prefixes": PREFIXES, "formats": formats})


def _formats(formats: tuple[Format, ...]) -> list[dict[str, str]]:
    """Tell of the formats, the one that people take most first."""
    return [
        {
            "key": format_.key,
            "name": format_.name,
            "extension": format_.extension,
            "mediaType": format_.media_type,
        }
        for format_ in sorted(formats, key=lambda it: it.key not in _TAKEN_FIRST)
    ]
