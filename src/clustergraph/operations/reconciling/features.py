"""What explains a candidate's score: each feature by its identifier, with its name and meaning."""

from typing import Final, NamedTuple

__all__ = ["FEATURES", "Feature", "feature"]

_OF_PROPERTY: Final = "property:"


class Feature(NamedTuple):
    """What a number or a truth value that comes with a candidate says."""

    id: str
    name: str
    meaning: str


FEATURES: Final = {
    each.id: each
    for each in (
        Feature(
            "name_match",
            "match of the name",
            "How well the best of its names matches, from 0 to 100, by the ranking that stands "
            "behind every search here: 100 is the same name, or an identifier of it.",
        ),
        Feature(
            "name",
            "share of the name",
            "How much of its name was asked for, from 0 to 100.",
        ),
        Feature(
            "asked",
            "share of what was asked",
            "How much of what was asked is in its name, from 0 to 100.",
        ),
        Feature(
            "spelling",
            "likeness of the spelling",
            "How alike the words are spelled, once case, accents and script are put aside, from 0 "
            "to 100.",
        ),
        Feature(
            "identifier",
            "named by an identifier",
            "Whether what was asked for is an identifier of it: ours, or one of another register.",
        ),
        Feature(
            "type",
            "of the type",
            "Whether it is of a type that was asked for, or of one below that.",
        ),
        Feature(
            "property",
            "agreement of a property",
            "How well the values of a property agree, from 0 to 100: 0 speaks against it. Its "
            "identifier follows a colon (property:locatedIn). Missing where we know no value of "
            "it.",
        ),
        Feature(
            "prominence",
            "prominence",
            "How many statements speak of it. It orders what matches equally; no score knows it.",
        ),
    )
}
"""The features by their identifiers; that of a property stands for all properties."""


def feature(id_: str) -> Feature:
    """Return the feature of that identifier, which may be that of a property.

    >>> feature("property:locatedIn").name
    'agreement of locatedIn'
    """
    property_ = id_.removeprefix(_OF_PROPERTY)
    if property_ != id_:
        return Feature(id_, f"agreement of {property_}", FEATURES["property"].meaning)
    return FEATURES.get(id_) or Feature(id_, id_.replace("_", " "), "")
