"""What a list of things answers to programs."""

from pydantic import Field

from clustergraph.web.api.shapes.answers import Answer, EntityShape, Shape
from clustergraph.web.api.shapes.searching import FacetsShape

__all__ = ["ClassShape", "ClassesAnswer", "ListAnswer", "ListedLine", "ListedShape"]


class ListedShape(EntityShape):
    """A thing in a list."""

    description: str = Field(description="Where it lies, in a few words, or empty.")
    years: str = Field(description="When it takes place, or empty.")
    url: str = Field(description="Its address on this host.")


class ListedLine(ListedShape, Answer):
    """A thing in a list, on a line of its own."""


class ListAnswer(Answer):
    """A page of a list, in the order of the labels."""

    listed: str = Field(description="The class of which all is listed, with all below it.")
    total: int = Field(description="How many things there are on all pages.")
    results: list[ListedShape] = Field(description="The things.")
    facets: FacetsShape = Field(description="How the list can be narrowed.")
    query: str = Field(description="A SPARQL query that gives the same things.")
    next: str | None = Field(description="The address of the next page, if there is one.")


class ClassShape(Shape):
    """A class, and how much there is of it."""

    name: str = Field(description="The name of the class, such as Cluster.")
    label: str = Field(description="What it is called.")
    language: str = Field(description="The language of the label.")
    broader: str = Field(description="The class above it, or empty.")
    total: int = Field(description="How many things there are of it, those below it with it.")
    url: str = Field(description="The address of their list.")


class ClassesAnswer(Answer):
    """All classes of which there is anything."""

    results: list[ClassShape] = Field(description="The classes, each after the one above it.")
