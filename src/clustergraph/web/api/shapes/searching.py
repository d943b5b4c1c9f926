"""What a search answers."""

from pydantic import Field

from clustergraph.web.api.shapes.answers import Answer, EntityShape, Shape

__all__ = [
    "FacetShape",
    "FacetsShape",
    "ResultLine",
    "ResultShape",
    "SearchAnswer",
    "SuggestAnswer",
]


class ResultShape(EntityShape):
    """Something found."""

    description: str = Field(description="Where it lies, in a few words, or empty.")
    url: str = Field(description="Its address on this host.")
    name: str = Field(description="The name, or the address, by which it was found.")
    name_language: str
    match: str = Field(description="How the name matches, from exact to fuzzy.")
    score: float = Field(description="How well it matches, from 0 to 100, the same everywhere.")
    features: dict[str, float] | None = Field(
        None, description="The numbers that explain the score."
    )


class ResultLine(ResultShape, Answer):
    """Something found, on a line of its own."""


class FacetShape(Shape):
    """How many results share a value."""

    value: str = Field(description="The value, as the parameter of that name takes it.")
    label: str
    count: int


class FacetsShape(Shape):
    """Counts of all results, on this page or not; what was not asked for is left out."""

    type: list[FacetShape] | None = None
    place: list[FacetShape] | None = None
    lang: list[FacetShape] | None = None


class SuggestAnswer(Answer):
    """What may be meant, the best first."""

    query: str
    total: int = Field(description="How many there are, shown or not.")
    results: list[ResultShape]


class SearchAnswer(SuggestAnswer):
    """A page of what was found, the best first."""

    facets: FacetsShape | None = None
    next: str | None = Field(description="The address of the next page, if there is one.")
