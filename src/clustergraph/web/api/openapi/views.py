"""What the page about the API shows."""

from dataclasses import dataclass

from clustergraph.web.pieces import Link

__all__ = [
    "AnswerView",
    "ApiPage",
    "CallView",
    "ExampleView",
    "FieldView",
    "ShapeView",
    "Word",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A part of what a type is called; ``shape`` is the shape that it names, or empty."""

    text: str
    shape: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldView:
    """A parameter of a call or a key of a shape; ``bounds`` tells its default and limits."""

    name: str
    is_required: bool
    type: tuple[Word, ...]
    description: str
    bounds: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerView:
    """What a call may be answered with."""

    status: str
    description: str
    type: tuple[Word, ...]
    media_types: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleView:
    """A call to try; ``command`` is for a shell, ``answer`` is what it was answered with.

    ``link`` is its address where following it makes the call, else empty.
    """

    summary: str
    link: str
    command: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallView:
    """A call; ``anchor`` is its own on the page."""

    anchor: str
    method: str
    path: str
    description: tuple[str, ...]
    parameters: tuple[FieldView, ...]
    body: tuple[Word, ...]
    answers: tuple[AnswerView, ...]
    examples: tuple[ExampleView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShapeView:
    """A shape of JSON that calls take or answer."""

    name: str
    description: str
    fields: tuple[FieldView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiPage:
    """All calls and all shapes; ``context`` is the address of the JSON-LD context."""

    language: str
    languages: tuple[Link, ...]
    context: str
    calls: tuple[CallView, ...]
    shapes: tuple[ShapeView, ...]
