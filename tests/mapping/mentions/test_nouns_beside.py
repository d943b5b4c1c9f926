import pytest

from given.mapped import mentions_in


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "Organised by Clarena, the meeting was held in Lyon.", "Clarena"),
        ("es", "Organizado por Clarena, el encuentro se celebró ayer en Soria.", "Clarena"),
    ],
)
def test_who_organises_the_meeting_behind_a_comma_is_none(
    language: str, text: str, name: str
) -> None:
    found = {mention.names[0]: mention.kind for mention in mentions_in(text, language)}
    assert found[name] is None
