"""What was found is shaped as an answer has it."""

import pytest

from clustergraph.errors import InvalidParameter
from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.operations.labels import Label, Thing
from clustergraph.operations.look_up import Hit, Question
from clustergraph.vocab import CG
from clustergraph.web.api.finding import as_list, following, result, result_parts

_HIT = Hit(
    thing=Thing(iri=Iri(f"{BASE}id/ruse-aaaaaaad"), label=Label("Ruse", "en"), kind=CG.City),
    name="Русе",
    language="bg",
    match="exact",
    features={"asked": 100.0},
    description="Bulgaria",
)


def test_a_hit_tells_the_thing_and_the_name_by_which_it_was_found() -> None:
    told = result_parts(_HIT)
    assert (told["label"], told["type"], told["url"]) == ("Ruse", "City", "/id/ruse-aaaaaaad")
    assert (told["name"], told["name_language"], told["score"]) == ("Русе", "bg", 100.0)


def test_only_an_explained_result_says_why() -> None:
    assert result(_HIT).features == {"asked": 100.0}
    assert "features" not in result(_HIT, explained=False).model_dump(exclude_unset=True)


def test_no_token_asks_from_the_beginning() -> None:
    asked = Question(text="a", after="x")
    assert [following(asked, token).after for token in ("", "y")] == [None, "y"]


def test_words_between_commas_are_read_if_they_are_allowed() -> None:
    assert as_list("include", " names,, evidence ", ("names", "evidence")) == ["names", "evidence"]
    with pytest.raises(InvalidParameter, match="of names, evidence"):
        as_list("include", "names,bananas", ("names", "evidence"))
