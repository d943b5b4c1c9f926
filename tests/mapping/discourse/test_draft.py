import pytest

from clustergraph.mapping.discourse.draft import Draft
from clustergraph.mapping.mentions.mention import Mention, Sign
from clustergraph.model import EntityId, LangString, Span
from clustergraph.vocab import CG

MENTION = Mention(span=Span(4, 8), names=("Sea",), kind=None, sign=Sign.QUOTES)


def test_a_name_that_is_known_is_not_noted_twice() -> None:
    draft = Draft.of(MENTION, EntityId("e1"))
    draft.learn(["Sea", "Blue Sea", "Blue Sea"])
    assert draft.names == ["Sea", "Blue Sea"]


def test_a_proper_name_comes_before_what_it_was_called_so_far() -> None:
    draft = Draft.of(MENTION, EntityId("e1"))
    draft.named = False
    draft.is_called(["Alpha"])
    assert (draft.names, draft.named) == (["Alpha", "Sea"], True)


def test_an_entity_has_the_gazetteers_names_behind_its_own_and_sorted_mentions() -> None:
    draft = Draft.of(MENTION, EntityId("e1"))
    draft.kind, draft.known_as = CG.Project, (LangString("Morze", "pl"), LangString("Sea", "en"))
    draft.mentions.add(Span(0, 3))
    entity = draft.as_entity("en")
    assert entity.names == (LangString("Sea", "en"), LangString("Morze", "pl"))
    assert entity.mentions == (Span(0, 3), Span(4, 8))


def test_an_entity_of_unknown_kind_is_none() -> None:
    with pytest.raises(ValueError, match="needs a kind"):
        Draft.of(MENTION, EntityId("e1")).as_entity("en")
