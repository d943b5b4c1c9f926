"""What a batch of lookups asks and answers."""

from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from clustergraph.web.api.shapes.answers import Answer, Shape
from clustergraph.web.api.shapes.searching import ResultShape
from clustergraph.web.wording.reader_language import LANGUAGE_TAG

__all__ = [
    "MOST_ITEMS",
    "BatchAnswer",
    "BatchRequest",
    "CandidateShape",
    "IdentifierShape",
    "ItemShape",
    "OutcomeShape",
    "ResolveAnswer",
]

MOST_ITEMS = 1_000
"""How many items one batch may have."""

_LANGUAGE = f"^{LANGUAGE_TAG}$"

StatusName = Literal["found", "merged", "gone", "ambiguous", "unknown", "invalid"]


class _Asked(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ItemShape(_Asked):
    """One item that says more than its text."""

    text: str | None = Field(None, description="A name, or an identifier in any shape.")
    scheme: str | None = Field(
        None,
        description="The register that gave the identifier in value, by its name or prefix.",
        examples=["wikidata"],
    )
    value: str | None = Field(None, description="An identifier of that scheme.")
    key: str | int | None = Field(None, description="Your own key, given back with the result.")
    type: str | list[str] = Field([], description="A class, with all below it; of several, any.")
    place: str | list[str] = Field([], description="What it lies in; of several places, any.")
    lang: str | None = Field(
        None,
        pattern=_LANGUAGE,
        description="Keep the names in this language and those without one.",
    )

    @model_validator(mode="after")
    def _names_one_thing(self) -> Self:
        if (self.text is None) == (self.value is None) or (self.value is None) != (
            self.scheme is None
        ):
            message = "give either text, or scheme and value"
            raise ValueError(message)
        return self


class BatchRequest(_Asked):
    """Things to look up; an item may be a plain text, which is a name or an identifier."""

    items: list[str | ItemShape] = Field(
        description="What to look up.",
        max_length=MOST_ITEMS,
        json_schema_extra={"minItems": 1},
        examples=[["Karaganda", "iso:KZ", {"text": "Ruse", "type": "City", "key": "row 3"}]],
    )
    lang: str = Field(
        "en", pattern=_LANGUAGE, description="Labels in this language, where there are any."
    )
    candidates: int = Field(3, ge=0, le=10, description="The most candidates of an item.")


class CandidateShape(ResultShape):
    """Something that may be meant."""

    relation: str | None = Field(
        None,
        description="How it is linked to the identifier that was given.",
        examples=["skos:closeMatch"],
    )


class IdentifierShape(Shape):
    """An identifier of others as its register writes it."""

    scheme: str = Field(description="The register, by its name here.")
    value: str = Field(description="The identifier that it gave.")


class OutcomeShape(Shape):
    """What became of one item; ``detail`` says what is wrong where something is."""

    key: str | int | None = Field(None, description="Your own key, where you gave one.")
    asked: str | None = Field(None, description="The text or identifier that was asked for.")
    status: StatusName = Field(
        description="found; merged: found by a former address; gone: it was removed; ambiguous: "
        "nothing is certain, see candidates; unknown: nothing here is that; invalid: the item "
        "can't be answered."
    )
    entity: ResultShape | None = Field(None, description="What was found.")
    via: str | None = Field(
        None, description="In which shape it was named: name, iri, local, curie or identifier."
    )
    identifier: IdentifierShape | None = Field(None, description="The identifier it was read as.")
    was: str | None = Field(None, description="The former address, where it was merged.")
    candidates: list[CandidateShape] | None = Field(
        None, description="What may be meant, where nothing is certain."
    )
    detail: str | None = Field(None, description="What is wrong, or why nothing was found.")


class ResolveAnswer(OutcomeShape, Answer):
    """What one identifier means here."""


class BatchAnswer(Answer):
    """A result for each item, in their order."""

    version: str = Field(description="The version of the graph that answers.")
    counts: dict[str, int] = Field(description="How many items have each status.")
    results: list[OutcomeShape] = Field(description="What became of each item.")
