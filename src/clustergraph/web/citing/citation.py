"""A citation of a thing as one version describes it, and the ways in which it is written."""

import json
import re
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from clustergraph.model import Iri
from clustergraph.operations.dataset_description.offer_dataset import AUTHORS
from clustergraph.web.wording import Wording

__all__ = ["Citation"]

_CONTAINER: Final = "ClusterGraph"
_LICENCE: Final = "CC BY 4.0"
_IN_TEX: Final = {
    **{sign: f"\\{sign}" for sign in "$&#_%"},
    "\\": r"{\textbackslash}",
    "{": r"{\textbraceleft}",
    "}": r"{\textbraceright}",
    "^": r"{\textasciicircum}",
    "~": r"{\textasciitilde}",
}
"""How TeX writes its own signs; braces by name, since BibTeX counts even escaped ones."""
_NOT_IN_KEYS: Final = re.compile(r"[^A-Za-z0-9-]+")
_NOT_SHOWN: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
"""Signs that end a line or are none; reference files are read line by line."""
_TURNS: Final = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
"""Signs that turn the direction of writing, also that of all that stands after the name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """What is cited: its name and the language of that, its IRI, and the version that tells it."""

    title: str
    language: str
    iri: Iri
    version: str
    published: date

    def as_text(self, wording: Wording) -> str:
        """Write it as a sentence of a list of references."""
        return wording.gettext(
            "%(authors)s (%(year)s): “%(title)s”. In: ClusterGraph, version %(version)s, %(date)s."
            " %(iri)s (%(licence)s)",
            authors=AUTHORS,
            year=self.published.year,
            title=_on_one_line(self.title),
            version=self.version,
            date=wording.date(self.published.isoformat()),
            iri=self.iri,
            licence=_LICENCE,
        )

    def as_bibtex(self) -> str:
        """Write it as an entry of a BibTeX file (BibTeX 0.99d, btxdoc.tex, section 3)."""
        fields = {
            "author": f"{{{AUTHORS}}}",
            "title": f"{{{_in_tex(self.title)}}}",
            "howpublished": _CONTAINER,
            "note": f"Version {self.version}, {_LICENCE}",
            "year": str(self.published.year),
            "month": str(self.published.month),
            "url": self.iri,
        }
        lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
        return f"@misc{{clustergraph-{_NOT_IN_KEYS.sub('-', self.iri.local)},\n{lines}}}\n"

    def as_ris(self) -> str:
        """Write it as a record of a RIS file, which ends its lines as DOS does."""
        fields = (
            ("TY", "DATA"),
            ("TI", _on_one_line(self.title)),
            ("AU", AUTHORS),
            ("PY", str(self.published.year)),
            ("DA", f"{self.published:%Y/%m/%d}"),
            ("DB", _CONTAINER),
            ("ET", self.version),
            ("UR", self.iri),
            *((("LA", self.language),) if self.language else ()),
            ("N1", _LICENCE),
            ("ER", ""),
        )
        return "".join(f"{name}  - {value}\r\n" for name, value in fields)

    def as_csl(self) -> str:
        """Write it as the Citation Style Language's JSON (schema 1.0.2), a list of one item."""
        issued = [self.published.year, self.published.month, self.published.day]
        item: dict[str, Any] = {
            "id": self.iri,
            "type": "dataset",
            "title": _on_one_line(self.title),
            "author": [{"literal": AUTHORS}],
            "container-title": _CONTAINER,
            "version": self.version,
            "issued": {"date-parts": [issued]},
            "URL": self.iri,
            "note": _LICENCE,
        }
        language = {"language": self.language} if self.language else {}
        return json.dumps([item | language], ensure_ascii=False, indent=2) + "\n"


def _on_one_line(text: str) -> str:
    return " ".join(_NOT_SHOWN.sub(" ", _TURNS.sub("", text)).split())


def _in_tex(text: str) -> str:
    return "".join(_IN_TEX.get(sign, sign) for sign in _on_one_line(text))
