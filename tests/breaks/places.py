"""What can be broken of coordinates."""

from breaks.breaking import Break, state

__all__ = ["PLACES"]

_NODE = "<https://w3id.org/clustergraph/coordinate/{}-aaaaaaaa>"
_SOURCE = "prov:wasDerivedFrom <https://sws.geonames.org/7/>"


def _at(
    latitude: str,
    longitude: str,
    thing: str = "id:city-aaaaaaaa",
    *,
    source: str = _SOURCE,
) -> str:
    """Give a thing coordinates, and say where they are from; what is empty is left out."""
    values = {"lat": latitude, "long": longitude}
    said = "".join(
        f"{thing} geo:{name} {value} . "
        f"{_NODE.format(name)} owl:annotatedSource {thing} ; owl:annotatedProperty geo:{name} "
        f"{'; ' + source if source else ''} . "
        for name, value in values.items()
        if value
    )
    return state(said, "graph:places")


PLACES = (
    Break(
        "a place beyond the pole",
        _at("90.1", "23.3"),
        "violation latitude",
        "from -90 to 90 degrees",
    ),
    Break(
        "a place further east than any",
        _at("42.7", "-180.5"),
        "violation longitude",
        "from -180 to 180 degrees",
    ),
    Break(
        "a place with a latitude alone",
        _at("42.7", ""),
        "violation longitude",
        "one longitude",
    ),
    Break(
        "a place at two latitudes",
        _at("42.7, 42.8", "23.3"),
        "violation latitude",
        "one latitude",
    ),
    Break(
        "a latitude in words",
        _at('"north"', "23.3"),
        "violation latitude",
        "one latitude",
    ),
    Break(
        "a person with coordinates",
        _at("42.7", "23.3", "id:person-aaaaaaaa"),
        "violation located-place",
        "Only places have coordinates",
    ),
    Break(
        "coordinates from nowhere",
        _at("42.7", "23.3", source=""),
        "violation coordinate-source",
        "Nothing says where",
    ),
)
