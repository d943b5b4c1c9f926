"""What all answers share: they are frozen, JSON-LD, and leave out what was not asked for."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from clustergraph.web.exchange.root_path import rooted_address

__all__ = ["CONTEXT", "Answer", "EntityShape", "Problem", "Shape", "as_json"]

CONTEXT = "/context/v1.jsonld"
"""Where the JSON-LD context of all answers is; a change of what a key means makes a new one."""


class Shape(BaseModel):
    """A part of an answer."""

    model_config = ConfigDict(frozen=True)


class Answer(Shape):
    """A whole answer, which is a JSON-LD document."""

    context: str = Field(
        default=CONTEXT,
        alias="@context",
        description="What the keys mean: the address of a JSON-LD context.",
    )

    def __init__(self, **parts: Any) -> None:
        super().__init__(**{"@context": rooted_address(CONTEXT), **parts})


class Problem(Shape):
    """What went wrong (RFC 9457)."""

    type: str = Field(description="What kind of problem it is: an IRI.")
    title: str = Field(description="The same in two or three words.")
    status: int = Field(description="The status of the answer.")
    detail: str = Field(description="What is wrong here, and what to do.")


class EntityShape(Shape):
    """Something with an IRI."""

    iri: str = Field(description="Its canonical IRI.")
    label: str = Field(
        description="What it is called, in the language that was asked for where it can be."
    )
    language: str = Field(description="The language of the label, empty where it has none.")
    type: str = Field("", description="The name of its class, such as Cluster, where it has one.")


def as_json(shape: Shape) -> bytes:
    """Write a shape down, without the parts that were left out."""
    return shape.model_dump_json(exclude_unset=True, by_alias=True).encode()
