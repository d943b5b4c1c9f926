"""What can be broken of links to identifiers of others."""

from breaks.breaking import Break, state

__all__ = ["LINKS"]

_GEONAMES = "<https://sws.geonames.org/7/>"
_LINK = {
    "owl:annotatedSource": "id:city-aaaaaaaa",
    "owl:annotatedProperty": "skos:exactMatch",
    "owl:annotatedTarget": _GEONAMES,
    "<https://w3id.org/sssom/mapping_justification>": "<https://w3id.org/semapv/vocab/LexicalMatching>",
}


def _link(changed: dict[str, str], target: str = _GEONAMES) -> str:
    """Link the city, and justify it but for what is changed or, where that is empty, left out."""
    parts = [f"{name} {value}" for name, value in (_LINK | changed).items() if value]
    node = "<https://w3id.org/clustergraph/link/1-aaaaaaaa>"
    link = f"id:city-aaaaaaaa skos:exactMatch {target}"
    return state(f"{link} . {node} {' ; '.join(parts)}", "graph:links")


LINKS = (
    Break(
        "a justification of two links",
        _link({"owl:annotatedSource": "id:city-aaaaaaaa, id:person-aaaaaaaa"}),
        "violation link-source",
        "begins at exactly one thing",
    ),
    Break(
        "a link by no mapping relation",
        _link({"owl:annotatedProperty": "skos:exactMatch, owl:sameAs"}),
        "violation link-relation",
        "one mapping relation of SKOS",
    ),
    Break(
        "a link between two things of ours",
        _link({"owl:annotatedTarget": "id:person-aaaaaaaa"}, "id:person-aaaaaaaa"),
        "violation link-target",
        "not one of our own",
    ),
    Break(
        "a link justified by words",
        _link({"<https://w3id.org/sssom/mapping_justification>": '"they look alike"'}),
        "violation link-justification",
        "one term of semapv",
    ),
    Break(
        "a link that is more than certain",
        _link({"<https://w3id.org/sssom/confidence>": "1.5"}),
        "violation link-confidence",
        "between 0 and 1",
    ),
    Break(
        "a link that somebody decided on, nobody knows when",
        _link({"<https://w3id.org/sssom/author_label>": '"Anna"'}),
        "violation link-decided",
        "but not when",
    ),
    Break(
        "a link that nothing justifies",
        state(f"id:city-aaaaaaaa skos:closeMatch {_GEONAMES}", "graph:links"),
        "violation link-justified",
        "Nothing justifies",
    ),
    Break(
        "a link to a page about the place",
        _link(
            {"owl:annotatedTarget": "<https://sws.geonames.org/7/about.rdf>"},
            "<https://sws.geonames.org/7/about.rdf>",
        ),
        "violation link-form",
        "no address that the register gives",
    ),
    Break(
        "a country by two letters",
        _link(
            {
                "owl:annotatedTarget": "<http://publications.europa.eu/resource/authority/country/KZ>"
            },
            "<http://publications.europa.eu/resource/authority/country/KZ>",
        ),
        "violation link-form",
        "no address that the register gives",
    ),
    Break(
        "a region by the code of another register",
        _link(
            {"owl:annotatedTarget": "<http://data.europa.eu/nuts/code/ES-CT>"},
            "<http://data.europa.eu/nuts/code/ES-CT>",
        ),
        "violation link-form",
        "no address that the register gives",
    ),
    Break(
        "one place that is two elsewhere",
        _link(
            {"owl:annotatedTarget": f"{_GEONAMES}, <https://sws.geonames.org/8/>"},
            f"{_GEONAMES}, <https://sws.geonames.org/8/>",
        ),
        "warning link-twice, violation link-target",
        "of one register",
    ),
)
