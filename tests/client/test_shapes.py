"""The types of the client are those that the service documents: nothing is missing or too much."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from importlib import import_module
from typing import Any, get_args, get_type_hints

import pytest
from pydantic import BaseModel

from clustergraph import client
from clustergraph.web.api.shapes import batch, changes, documents, entities, searching

ANSWERS: list[tuple[type[BaseModel], Any]] = [
    (batch.BatchAnswer, client.Batch),
    (batch.ResolveAnswer, client.Outcome),
    (changes.ChangedDocument, client.ChangedDocument),
    (changes.ChangedEntity, client.ChangedEntity),
    (changes.ChangedStatement, client.ChangedStatement),
    (changes.ChangesHead, client.ChangesHead),
    (changes.DecidedPassage, client.DecidedPassage),
    (documents.DocumentAnswer, client.Document),
    (documents.DocumentsAnswer, client.DocumentsPage),
    (documents.PassagesAnswer, client.PassagesPage),
    (entities.EntityAnswer, client.Entity),
    (searching.SearchAnswer, client.Page),
    (searching.SuggestAnswer, client.Suggestions),
]
"""What the service tells, and the type that it is read as; what is inside is found there."""
NOT_OF_THE_THING = {"context"}
"""That an answer is JSON-LD, and under which context."""


def with_parts(shape: Any, kind: Any) -> Iterator[tuple[Any, Any]]:
    yield shape, kind
    told, read = get_type_hints(shape), get_type_hints(kind)
    for name in told.keys() & read.keys():
        for inner, inner_kind in zip(classes(told[name]), classes(read[name]), strict=True):
            yield from with_parts(inner, inner_kind)


def classes(annotation: Any) -> list[Any]:
    """List the models or dataclasses in an annotation, from left to right."""
    if is_dataclass(annotation) or (
        isinstance(annotation, type) and issubclass(annotation, BaseModel)
    ):
        return [annotation]
    return [each for part in get_args(annotation) for each in classes(part)]


@pytest.mark.parametrize(("answer", "kind"), ANSWERS, ids=lambda each: each.__name__)
def test_a_type_has_the_members_that_are_documented(answer: Any, kind: Any) -> None:
    for shape, type_ in with_parts(answer, kind):
        documented = {*shape.model_fields} - NOT_OF_THE_THING
        assert {field.name for field in fields(type_)} == documented, type_.__name__


def test_every_type_is_exported() -> None:
    for name in ("batches", "changes", "documents", "entities", "found", "tables", "options"):
        names = import_module(f"clustergraph.client.{name}").__all__
        types = {each for each in names if each[0].isupper() and not each.isupper()}
        assert types <= {*client.__all__}, name
