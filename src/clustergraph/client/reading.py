"""Read JSON into the types of this package; what a service tells beside them is passed over."""

from collections.abc import Callable
from functools import cache
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from clustergraph.client.messages import Answer
from clustergraph.errors import StrangeAnswer

__all__ = ["reader"]

Shape = TypeVar("Shape")


def reader(shape: type[Shape]) -> Callable[[Answer], Shape]:
    """Make a function that reads an answer as that type.

    It raises StrangeAnswer where the answer is not JSON of that shape.
    """

    @cache
    def adapter() -> TypeAdapter[Shape]:
        return TypeAdapter(shape)

    def read(answer: Answer) -> Shape:
        try:
            return adapter().validate_json(answer.content)
        except ValidationError as error:
            raise StrangeAnswer(answer.url, _first(error)) from error

    return read


def _first(error: ValidationError) -> str:
    wrong = error.errors()[0]
    place = "/".join(map(str, wrong["loc"]))
    return f"{place}: {wrong['msg']}" if place else wrong["msg"]
