"""The prefixes of IRIs, which people read in Turtle, JSON or on a page, and we write in code."""

from clustergraph.iris import BASE
from clustergraph.model import Iri

__all__ = ["PREFIXES", "expand", "short_name", "shorten"]

PREFIXES = {
    "cg": f"{BASE}ns#",
    "doc": f"{BASE}doc/",
    "ev": f"{BASE}ev/",
    "graph": f"{BASE}graph/",
    "id": f"{BASE}id/",
    "run": f"{BASE}run/",
    "adms": "http://www.w3.org/ns/adms#",
    "bibo": "http://purl.org/ontology/bibo/",
    "cv": "http://data.europa.eu/m8g/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "elm": "http://data.europa.eu/snb/model/elm/",
    "eurio": "http://data.europa.eu/s66#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "frapo": "http://purl.org/cerif/frapo/",
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "nace": "http://data.europa.eu/ux2/nace2.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sd": "http://www.w3.org/ns/sparql-service-description#",
    "sh": "http://www.w3.org/ns/shacl#",
    "shape": f"{BASE}shapes#",
    "semapv": "https://w3id.org/semapv/vocab/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "sssom": "https://w3id.org/sssom/",
    "time": "http://www.w3.org/2006/time#",
    "vann": "http://purl.org/vocab/vann/",
    "void": "http://rdfs.org/ns/void#",
    "vivo": "http://vivoweb.org/ontology/core#",
    "vs": "http://www.w3.org/2003/06/sw-vocab-status/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def shorten(iri: str) -> str:
    """Write an IRI with its prefix, where what is left is a plain name; else return it whole.

    >>> shorten("http://www.w3.org/2004/02/skos/core#prefLabel"), shorten("https://example.org/")
    ('skos:prefLabel', 'https://example.org/')
    """
    for prefix, namespace in PREFIXES.items():
        name = iri.removeprefix(namespace)
        if name != iri and name and "/" not in name and "#" not in name:
            return f"{prefix}:{name}"
    return iri


def short_name(iri: str) -> str:
    """Name a term: one of ours by its bare name, others with a prefix.

    >>> short_name("https://w3id.org/clustergraph/ns#Cluster"), short_name("cg:locatedIn")
    ('Cluster', 'locatedIn')
    """
    return shorten(iri).removeprefix("cg:")


def expand(name: str) -> Iri:
    """Return the IRI of a term that is written with its prefix.

    >>> expand("skos:prefLabel")
    'http://www.w3.org/2004/02/skos/core#prefLabel'

    Raises:
        KeyError: when the prefix is none of ours.
    """
    prefix, _, local = name.partition(":")
    return Iri(PREFIXES[prefix] + local)
