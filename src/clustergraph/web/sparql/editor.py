"""What the page at ``/sparql`` hands to its script: where that is, and what it has to know.

The script is bundled from ``web/scripts`` when the project is set up (``make``). It may be missing;
then the page says so, and all else works without it.
"""

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from clustergraph.iris import BASE
from clustergraph.rdf.formats import RDF_FORMATS, RESULT_FORMATS, Format
from clustergraph.rdf.prefixes import PREFIXES

__all__ = ["EditorLinks", "editor_links", "editor_settings"]

_BUILT = "assets/built"
_SCRIPT = "editor.js"
_STYLES = "editor.css"
_TAKEN_FIRST = ("csv", "ttl")


@dataclass(frozen=True, slots=True)
class EditorLinks:
    """Where the script and its styles are; both empty where the script was not bundled."""

    script: str = ""
    styles: str = ""


@cache
def editor_links() -> EditorLinks:
    """Find the bundled script; its address changes with its content, so that none is stale."""
    built = files("clustergraph.web") / _BUILT
    script, styles = built / _SCRIPT, built / _STYLES
    if not (script.is_file() and styles.is_file()):
        return EditorLinks()
    content = hashlib.sha256(script.read_bytes() + styles.read_bytes()).hexdigest()[:12]
    return EditorLinks(
        f"/{_BUILT}/{_SCRIPT}?{content}",
        f"/{_BUILT}/{_STYLES}?{content}",
    )


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
