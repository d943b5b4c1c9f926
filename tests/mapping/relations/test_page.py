import pytest

from clustergraph.mapping.kinds import ACTIVITIES, FRAMES, GATHERINGS
from given.pages import page_of


def assumed(text: str) -> str | None:
    """What a clause of the last sentence speaks of that names none."""
    draft = page_of(text).assumed(ACTIVITIES)
    return draft.names[0] if draft else None


def test_a_clause_speaks_of_what_the_sentence_before_told_of_first() -> None:
    text = "A conference began in Lyon. A workshop followed. It was fun."
    assert assumed(text) == "workshop"


def test_without_a_sentence_before_it_speaks_of_what_the_story_is_about() -> None:
    assert assumed("It was fun.") is None
    assert assumed("The conference was fun.") == "conference"


def test_of_two_that_fit_the_kinds_that_are_preferred_win() -> None:
    page = page_of('The project "Sea" held a conference. The project "Sea" and its conference end.')
    sooner = page.assumed(ACTIVITIES, sooner=GATHERINGS)
    frame = page.assumed(FRAMES)
    assert sooner is not None
    assert frame is not None
    assert (sooner.names[0], frame.names[0]) == ("conference", "Sea")


@pytest.mark.parametrize(
    ("text", "qualifies"),
    [
        ("They talked of project financing.", True),
        ("They talked of the project in Lyon.", False),
        ("They said that project is fun.", False),
        ("They liked the project financing.", False),
    ],
)
def test_a_bare_noun_before_a_word_only_says_of_what_kind_that_is(
    text: str, qualifies: bool
) -> None:
    page = page_of(text)
    (mention,) = [m for m in page.mentions if m.head == "project"]
    assert page.only_qualifies(mention) is qualifies


@pytest.mark.parametrize(
    ("text", "looks"),
    [
        ("We saw Silver Birch today.", True),
        ("We saw Silver today.", False),
        ("We saw SILVER BIRCH today.", False),
        ("We saw the Wood Agency today.", False),
    ],
)
def test_two_words_of_which_nothing_is_known_may_be_a_person(text: str, looks: bool) -> None:
    page = page_of(text)
    (mention,) = page.mentions
    assert page.looks_like_a_person(mention) is looks


def test_the_head_of_a_project_is_the_course_of_it() -> None:
    page = page_of('The course of the project "Sea" ended.')
    course, project = page.mentions
    assert page.is_of(course, project)
    assert page.head_of(project) is course
    assert page.head_of(course) is course


def test_what_belongs_to_the_genitive_needs_no_word_in_polish() -> None:
    page = page_of("Odbyło się szkolenie Klastra Leśnego.", "pl")
    course, cluster = page.mentions
    assert page.is_of(course, cluster)
