"""Freezes the version of the ontology that stands now, before its number is raised.

``python -m clustergraph.rdf.release_ontology`` writes ``ontology/releases/<version>.ttl``: the
ontology's files one after another, word for word, under one head of prefixes. Beside it stands
``<version>.concepts.txt``, which lists the concepts that the vocabularies have then. That no term
and no concept of an earlier release is lost is checked here too.
"""

import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from pyoxigraph import Literal, NamedNode, Triple

from clustergraph.errors import OntologyError
from clustergraph.iris import BASE
from clustergraph.locations import ONTOLOGY
from clustergraph.rdf.prefixes import expand, shorten
from clustergraph.rdf.turtle import line_about, read_turtle

__all__ = ["concepts_of", "lost_terms", "main", "merged_text", "release", "version_of"]

_ONTOLOGY: Final = NamedNode(f"{BASE}ns")
_VERSION: Final = NamedNode(expand("owl:versionInfo"))
_DEFINED_BY: Final = NamedNode(expand("rdfs:isDefinedBy"))
_IN_SCHEME: Final = NamedNode(expand("skos:inScheme"))
_CONCEPT_CURE: Final = "bring it back with owl:deprecated true and dcterms:isReplacedBy"
_FIRST: Final = "clustergraph.ttl"
_PREFIX_LINE: Final = re.compile(r"^@prefix (?P<name>\S*:)\s+(?P<iri><\S*>) \.$")


def merged_text(version: str, files: Mapping[str, str]) -> str:
    """Return the texts of several Turtle files as one: the one with the header comes first.

    What the files say before, between and after their prefixes is kept word for word.

    Raises:
        OntologyError: when two files mean different namespaces by one prefix.
    """
    prefixes: dict[str, str] = {}
    bodies = []
    for name in sorted(files, key=lambda name: (name != _FIRST, name)):
        body = []
        for line in files[name].splitlines():
            if declared := _PREFIX_LINE.match(line):
                _declare(prefixes, declared["name"], declared["iri"], name)
            else:
                body.append(line)
        bodies.append("\n".join(body).strip())
    width = max(map(len, prefixes))
    head = (
        f"# ClusterGraph ontology {version}, as it was released: its files one after another.\n\n"
    )
    declarations = "".join(f"@prefix {p:{width}} {prefixes[p]} .\n" for p in sorted(prefixes))
    return "\n\n".join((head + declarations, *map(_squeezed, bodies)))


def _declare(prefixes: dict[str, str], name: str, iri: str, file: str) -> None:
    if prefixes.setdefault(name, iri) != iri:
        message = f"the prefix {name} means {iri} here and {prefixes[name]} elsewhere; rename one."
        raise OntologyError(file, message)


def _squeezed(body: str) -> str:
    """Leave no gap where the prefixes stood."""
    return re.sub(r"\n{4,}", "\n\n\n", body) + "\n"


def version_of(triples: list[Triple]) -> str:
    """Return the version that an ontology says it is, or nothing where it doesn't."""
    values = (
        triple.object.value
        for triple in triples
        if triple.subject == _ONTOLOGY
        and triple.predicate == _VERSION
        and isinstance(triple.object, Literal)
    )
    return next(values, "")


def lost_terms(before: list[Triple], now: list[Triple]) -> list[str]:
    """Return the terms that were defined and are no more, shortened and sorted."""
    return sorted(map(shorten, _defined(before) - _defined(now)))


def _defined(triples: list[Triple]) -> set[str]:
    return {
        triple.subject.value
        for triple in triples
        if triple.predicate == _DEFINED_BY and isinstance(triple.subject, NamedNode)
    }


def concepts_of(folder: Path = ONTOLOGY) -> list[str]:
    """Return the concepts of all vocabularies, such as ``sectors/food``, sorted."""
    return sorted(
        triple.subject.value.removeprefix(f"{BASE}voc/")
        for file in folder.glob("vocabularies/*.ttl")
        for triple in read_turtle(file)
        if triple.predicate == _IN_SCHEME and isinstance(triple.subject, NamedNode)
    )


def release(folder: Path = ONTOLOGY) -> Path:
    """Write the release of the current version and return its file.

    Raises:
        OntologyError: when a file is no Turtle, a term or concept of an earlier release is gone,
            the changes are not written down, or this version was released with other words.
    """
    files = sorted(folder.glob("*.ttl"))
    triples = [triple for file in files for triple in read_turtle(file)]
    version = version_of(triples)
    _check_changes(folder / "CHANGELOG.md", version)
    _check_terms(folder, triples)
    concepts = concepts_of(folder)
    _check_concepts(folder, concepts)
    text = merged_text(version, {file.name: file.read_text("utf-8") for file in files})
    target = folder / "releases" / f"{version}.ttl"
    if target.exists() and target.read_text("utf-8") != text:
        message = f"{version} was released with other words; raise the version in {_FIRST}."
        raise OntologyError(str(target), message)
    target.parent.mkdir(exist_ok=True)
    target.write_text(text, "utf-8")
    target.with_suffix(".concepts.txt").write_text("\n".join(concepts) + "\n", "utf-8")
    return target


def _check_changes(file: Path, version: str) -> None:
    if f"## [{version}]" not in file.read_text("utf-8"):
        message = f"it has no section on {version}; write down what changed, under ## [{version}]."
        raise OntologyError(str(file), message)


def _check_terms(folder: Path, now: list[Triple]) -> None:
    for earlier in sorted(folder.glob("releases/*.ttl")):
        if lost := lost_terms(read_turtle(earlier), now):
            message = (
                f"{', '.join(lost)} stood here and is gone; bring it back with owl:deprecated "
                "true, dcterms:isReplacedBy and a skos:changeNote."
            )
            location = f"{earlier}:{line_about(earlier, lost[0])}"
            raise OntologyError(location, message)


def _check_concepts(folder: Path, now: list[str]) -> None:
    for earlier in sorted(folder.glob("releases/*.concepts.txt")):
        for number, concept in enumerate(earlier.read_text("utf-8").splitlines(), 1):
            if concept not in now:
                location = f"{earlier}:{number}"
                raise OntologyError(location, f"{concept} stood here and is gone; {_CONCEPT_CURE}.")


def main() -> None:
    """Release the version that stands now, and say where."""
    try:
        sys.stdout.write(f"{release()}\n")
    except OntologyError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
