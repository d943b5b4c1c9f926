"""The shapes of bodies stand where readers of the description look for them."""

from typing import Any

from pydantic import BaseModel

from clustergraph.web.api.openapi.body_shapes import any_of, body_of, lift_shapes


class Leaf(BaseModel):
    """A part."""

    name: str


class Tree(BaseModel):
    """A whole."""

    leaves: list[Leaf]


def test_one_shape_is_referred_to_and_of_several_any() -> None:
    assert any_of(Tree)["$ref"] == "#/components/schemas/Tree"
    assert [each["$ref"][-4:] for each in any_of(Tree, Leaf)["anyOf"]] == ["Tree", "Leaf"]


def test_shapes_are_moved_to_those_of_the_whole_description() -> None:
    described: dict[str, Any] = {
        "paths": {"/a": {"post": {**body_of(Tree), "responses": {"200": {"content": {}}}}}}
    }
    lift_shapes(described)
    assert set(described["components"]["schemas"]) == {"Tree", "Leaf"}
    body = described["paths"]["/a"]["post"]["requestBody"]
    assert body["content"]["application/json"]["schema"] == {"$ref": "#/components/schemas/Tree"}
