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
    name_language: str = Field(description="The language of that name, empty where it has none.")
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
    label: str = Field(description="The value in words.")
    count: int = Field(description="How many results have it.")


class FacetsShape(Shape):
    """Counts of all results, on this page or not; what was not asked for is left out.

    What a search is narrowed by already is counted as if it were not narrowed by that.
    """

    type: list[FacetShape] | None = Field(None, description="By class.")
    place: list[FacetShape] | None = Field(None, description="By country.")
    sector: list[FacetShape] | None = Field(
        None, description="By branch of the economy, those above it too."
    )
    programme: list[FacetShape] | None = Field(
        None, description="By programme of which it is a part or which pays for it, at any depth."
    )
    year: list[FacetShape] | None = Field(None, description="By year, from its start to its end.")
    source_language: list[FacetShape] | None = Field(
        None, description="By the languages of the documents that mention it."
    )
    lang: list[FacetShape] | None = Field(None, description="By the languages of the names.")


class SuggestAnswer(Answer):
    """What may be meant, the best first."""

    query: str = Field(description="What was asked for.")
    results: list[ResultShape] = Field(description="What may be meant.")


class SearchAnswer(SuggestAnswer):
    """A page of what was found, the best first."""

    total: int = Field(description="How many there are, shown or not.")
    facets: FacetsShape | None = Field(
        None, description="How many results there are of each kind, where it was asked for."
    )
    next: str | None = Field(description="The address of the next page, if there is one.")
