"""Add to the description of a version what depends on when it was made and where it is served.

Those are its name and time, the files that can be had of it, and the service that answers queries.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from clustergraph.iris import BASE, dataset_iri
from clustergraph.model import Iri
from clustergraph.operations.dataset_description.count_dataset import Counts
from clustergraph.operations.dataset_description.describe_dataset import (
    Said,
    count_quads,
    meta_quad,
    term,
)
from clustergraph.operations.dumping.dump import Dump

__all__ = ["AUTHORS", "LICENCE", "Offered", "offered_quads"]

AUTHORS: Final = "The ClusterGraph authors"
LICENCE: Final = "https://creativecommons.org/licenses/by/4.0/"
"""Of the facts; quotes remain their publishers'."""

_MEDIA_TYPES: Final = "https://www.iana.org/assignments/media-types/"
_UNREGISTERED: Final = "application/x-"
_PACKED: Final = "application/gzip"
_PROTOCOL: Final = "https://www.w3.org/TR/sparql11-protocol/"
_DATASET: Final = dataset_iri()
_MAKERS: Final = Iri(f"{BASE}#authors")
"""The ontology describes them; who reads of the dataset alone is told their name too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A version as it is served: ``host`` is the address of the service, with a slash at its end.

    ``others`` are the ids of the other versions of which there are files, the oldest first. The
    files are those of the version ``of``, which was built before people wrote to it.
    """

    version: str
    of: str
    created: datetime
    host: str
    dumps: tuple[Dump, ...] = ()
    others: tuple[str, ...] = ()


def offered_quads(counts: Counts, offered: Offered) -> list[Quad]:
    """Return the whole description, sorted by subject, the dataset first."""
    quads = [*count_quads(counts), *(meta_quad(*said) for said in _said(offered))]
    return sorted(quads, key=lambda quad: str(quad.subject).strip("<>"))


def _said(offered: Offered) -> Said:
    yield _MAKERS, term("rdf:type"), term("foaf:Group")
    yield _MAKERS, term("foaf:name"), Literal(AUTHORS)
    yield from _version(offered)
    yield from _service(offered)
    for dump in offered.dumps:
        yield from _distribution(dump, offered)


def _version(offered: Offered) -> Said:
    current = dataset_iri(version=offered.version)
    created = offered.created.isoformat(timespec="seconds")
    yield _DATASET, term("dcat:version"), Literal(offered.version)
    yield _DATASET, term("dcterms:modified"), _typed(created, term("xsd:dateTime"))
    yield _DATASET, term("dcat:landingPage"), NamedNode(f"{offered.host}dataset")
    yield _DATASET, term("dcat:hasCurrentVersion"), NamedNode(current)
    for id_ in (*offered.others, offered.version):
        version = dataset_iri(version=id_)
        yield _DATASET, term("dcat:hasVersion"), NamedNode(version)
        yield version, term("rdf:type"), term("dcat:Dataset")
        yield version, term("dcat:version"), Literal(id_)
        yield version, term("dcat:isVersionOf"), NamedNode(_DATASET)


def _service(offered: Offered) -> Said:
    service, endpoint = dataset_iri("sparql"), NamedNode(f"{offered.host}sparql")
    yield _DATASET, term("void:sparqlEndpoint"), endpoint
    yield service, term("rdf:type"), term("dcat:DataService")
    yield service, term("dcterms:title"), Literal("SPARQL endpoint", language="en")
    yield service, term("dcat:endpointURL"), endpoint
    yield service, term("dcat:endpointDescription"), endpoint
    yield service, term("dcat:servesDataset"), NamedNode(_DATASET)
    yield service, term("dcterms:conformsTo"), NamedNode(_PROTOCOL)
    yield service, term("dcterms:license"), NamedNode(LICENCE)


def _distribution(dump: Dump, offered: Offered) -> Said:
    part = dataset_iri(dump.name, version=offered.of)
    address = NamedNode(f"{offered.host}dumps/{offered.of}/{dump.name}")
    yield _DATASET, term("dcat:distribution"), NamedNode(part)
    yield part, term("rdf:type"), term("dcat:Distribution")
    yield part, term("dcterms:title"), Literal(f"{dump.name}: {dump.form.name}", language="en")
    yield part, term("dcterms:description"), Literal(dump.form.holds, language="en")
    yield part, term("dcterms:license"), NamedNode(LICENCE)
    yield part, term("dcterms:rights"), NamedNode(dataset_iri("rights"))
    yield part, term("dcat:accessURL"), NamedNode(f"{offered.host}dumps/{offered.of}/")
    yield part, term("dcat:downloadURL"), address
    yield part, term("dcat:byteSize"), _typed(str(dump.byte_size), term("xsd:nonNegativeInteger"))
    if not dump.form.media_type.startswith(_UNREGISTERED):
        yield part, term("dcat:mediaType"), NamedNode(_MEDIA_TYPES + dump.form.media_type)
    if dump.is_packed:
        yield part, term("dcat:compressFormat"), NamedNode(_MEDIA_TYPES + _PACKED)
    if dump.form.is_whole:
        yield _DATASET, term("void:dataDump"), address
    yield from _checksum(part, dump, offered)


def _checksum(part: Iri, dump: Dump, offered: Offered) -> Said:
    checksum = dataset_iri(f"{dump.name}.sha256", version=offered.of)
    yield part, term("spdx:checksum"), NamedNode(checksum)
    yield checksum, term("rdf:type"), term("spdx:Checksum")
    yield checksum, term("spdx:algorithm"), term("spdx:checksumAlgorithm_sha256")
    yield checksum, term("spdx:checksumValue"), _typed(dump.sha256, term("xsd:hexBinary"))


def _typed(text: str, datatype: NamedNode) -> Literal:
    return Literal(text, datatype=datatype)
