"""The files of the ontology as documents that others may take: whole, in parts, and as it was.

As Turtle they are given as they are written by hand, with their order and comments. In the other
syntaxes lists and nested shapes are blank nodes, as OWL's and SHACL's tools want them, except in
JSON-LD, which names everything as the store does.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pyoxigraph import NamedNode, Quad, RdfFormat

from clustergraph.iris import BASE, graph_iri
from clustergraph.locations import ONTOLOGY
from clustergraph.model import Iri
from clustergraph.rdf.formats import TURTLE, Format
from clustergraph.rdf.nameless import without_names
from clustergraph.rdf.ontology import file_quads
from clustergraph.rdf.write import write_quads

__all__ = [
    "OntologyDocument",
    "changes_text",
    "files_digest",
    "releases",
    "rules_text",
    "shapes_document",
    "vocabularies",
    "whole_ontology",
]

_RELEASE = re.compile(r"[0-9]+(\.[0-9]+)+")


@dataclass(frozen=True, slots=True, kw_only=True)
class OntologyDocument:
    """Some Turtle files that are given as one; ``graph`` names them where a syntax has graphs."""

    files: tuple[Path, ...]
    graph: Iri

    def written(self, format_: Format) -> bytes:
        """Return the document in one of the RDF formats."""
        if format_ == TURTLE:
            return "\n\n".join(path.read_text(encoding="utf-8") for path in self.files).encode()
        quads = self.quads()
        return write_quads(
            quads if format_.engine == RdfFormat.JSON_LD else map(without_names, quads), format_
        )

    def quads(self) -> Iterator[Quad]:
        """Yield what the files say; blank nodes are named."""
        for path in self.files:
            yield from sorted(file_quads(path, NamedNode(self.graph)), key=str)


def whole_ontology(folder: Path = ONTOLOGY) -> OntologyDocument:
    """Return the ontology: its terms, those for evidence, and the alignments.

    The file with its header comes first.
    """
    files = sorted(folder.glob("*.ttl"), key=lambda path: (path.stem != "clustergraph", path.stem))
    return OntologyDocument(files=tuple(files), graph=graph_iri("ontology"))


def vocabularies(folder: Path = ONTOLOGY) -> Mapping[str, OntologyDocument]:
    """Return the vocabularies by the names of their schemes, sorted."""
    return {
        path.stem: OntologyDocument(files=(path,), graph=graph_iri("voc"))
        for path in sorted(folder.glob("vocabularies/*.ttl"))
    }


def shapes_document(folder: Path = ONTOLOGY) -> OntologyDocument:
    """Return all shapes: those of the data, then those of the ontology."""
    files = (*sorted(folder.glob("shapes/*.ttl")), *sorted(folder.glob("shapes/ontology/*.ttl")))
    return OntologyDocument(files=files, graph=Iri(f"{BASE}shapes"))


def releases(folder: Path = ONTOLOGY) -> Mapping[str, OntologyDocument]:
    """Return the ontology as it was, by version, the newest first."""
    paths = [path for path in folder.glob("releases/*.ttl") if _RELEASE.fullmatch(path.stem)]
    paths.sort(key=lambda path: [int(part) for part in path.stem.split(".")], reverse=True)
    return {
        path.stem: OntologyDocument(files=(path,), graph=Iri(f"{BASE}ns/{path.stem}"))
        for path in paths
    }


def rules_text(folder: Path = ONTOLOGY) -> str:
    """Return all rules one after the other, each under its name."""
    paths = sorted(folder.glob("rules/*.rq"))
    return "\n".join(f"# -- {path.stem}\n{path.read_text(encoding='utf-8')}" for path in paths)


def changes_text(folder: Path = ONTOLOGY) -> str:
    """Return the change log as Markdown; empty where there is none."""
    path = folder / "CHANGELOG.md"
    return path.read_text(encoding="utf-8") if path.is_file() else ""


@cache
def files_digest(folder: Path = ONTOLOGY) -> str:
    """Return a hash of all files of the ontology, which are taken not to change meanwhile."""
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(f"{path.relative_to(folder)}\0".encode() + path.read_bytes())
    return digest.hexdigest()[:16]
