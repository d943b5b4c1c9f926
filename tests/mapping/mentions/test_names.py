"""Names of bodies and activities: where they begin and end, and what they are names of."""

import pytest

from mapped import mentions_in

QUOTED = {
    'The project "Blue Harbour" began.': ("Blue Harbour", "Project"),
    "Experts of the consulting firm “Silver Birch” met.": ("Silver Birch", "Organisation"),
    'The programme called "Open Gates" ended.': ("Open Gates", "Programme"),
    'The "Wood Days" conference began.': ("Wood Days", "Event"),
    "The cluster ‘Oak Valley’ met.": ("Oak Valley", "Cluster"),
    '"Institute of Toys" opened.': ("Institute of Toys", "Organisation"),
    'We saw "Silver Birch" today.': ("Silver Birch", None),
}
CAPITALISED = {
    "We saw the Northern Toy Agency today.": ("Northern Toy Agency", "Organisation"),
    "We saw the Ministry of Trade and Tourism today.": (
        "Ministry of Trade and Tourism",
        "Organisation",
    ),
    "We saw the Teach the Painters programme today.": ("Teach the Painters programme", "Programme"),
    "We saw the firm Silver Birch today.": ("Silver Birch", "Organisation"),
    "We saw Silver Birch Ltd. today.": ("Silver Birch Ltd.", "Organisation"),
    "We saw Growing Toys IV today.": ("Growing Toys IV", None),
    "We saw the Toy Fair 2015 today.": ("Toy Fair 2015", "Event"),
    "We saw Cluster Montagna today.": ("Cluster Montagna", "Cluster"),
    "We saw the Northern Toy Agency's staff.": ("Northern Toy Agency", "Organisation"),
    "We saw the Ministry of Economic Affairs, Labour and Housing today.": (
        "Ministry of Economic Affairs, Labour and Housing",
        "Organisation",
    ),
    "We saw DG Research and Innovation today.": ("DG Research and Innovation", "Organisation"),
    "We saw Toy Cluster Barcelona today.": ("Toy Cluster Barcelona", "Cluster"),
    "We saw Catalonia Trade & Investment today.": ("Catalonia Trade & Investment", None),
    "We saw Zorvo, a Catalan cluster, today.": ("Zorvo", "Cluster"),
    "ZORVO is a project.": ("ZORVO", "Project"),
    "We saw the 3rd Toy Academy today.": ("Toy Academy", "Training"),
    "We saw the Toy Growth and Export Training Scheme (TGETS) today.": (
        "Toy Growth and Export Training Scheme",
        "Programme",
    ),
    "We saw the Painting and Growing Better Toys (PGBT) programme today.": (
        "Painting and Growing Better Toys",
        "Programme",
    ),
}
NOT_NAMES = [
    "“We need more managers”, said the teacher.",
    "He said: “these toys are all such fun!”",
    "Several teams came.",
    "The European consortium met.",
    "Danish clusters met.",
    "It rained in May.",
    "The course on Cluster Quality Management ended.",
    "Yesterday it rained.",
    "NEW TOYS FOR ALL THE WORLD ARE HERE",
    "The Minister for Toys and Fairs came.",
]
OTHER_LANGUAGES = [
    ("pl", "Widzieliśmy projekt „Błękitna Zatoka”.", "Błękitna Zatoka", "Project"),
    ("pl", "Byliśmy w Podlaskiej Fundacji Drewna.", "Podlaska Fundacja Drewna", "Organisation"),
    ("pl", "To jest Klaster Leśny.", "Klaster Leśny", "Cluster"),
    ("bg", "Видяхме проекта „Синя вълна“.", "Синя вълна", "Project"),
    ("bg", "Програмата за сътрудничество „Алфа“ започна.", "Алфа", "Programme"),
    ("bg", "Видяхме клъстер БОР днес.", "БОР", "Cluster"),
    (
        *("bg", "Днес Фондация за развитие на дърводобива работи."),
        *("Фондация за развитие на дърводобива", "Organisation"),
    ),
    (
        "bg",
        "Това е Софийски университет „Св. Бор“.",
        "Софийски университет „Св. Бор“",
        "Organisation",
    ),
    (
        "cs",
        "Ministerstvo průmyslu a obchodu ČR pomohlo.",
        "Ministerstvo průmyslu a obchodu ČR",
        "Organisation",
    ),
    (
        "es",
        "Vimos el Ministerio de Industria, Comercio y Turismo.",
        "Ministerio de Industria, Comercio y Turismo",
        "Organisation",
    ),
    ("es", "Vimos el proyecto europeo ZORVO.", "ZORVO", "Project"),
    ("ru", "Мы видели проект «Технопарк «Идея»».", "Технопарк «Идея»", "Project"),
    ("bg", "Агенцията по проекта работи.", "Агенцията", "Organisation"),
]


def named(text: str, language: str = "en") -> dict[str, str | None]:
    """The named mentions of a text, by label, with their classes."""
    mentions = [mention for mention in mentions_in(text, language) if mention.named]
    return {m.names[0]: m.kind.local if m.kind else None for m in mentions}


@pytest.mark.parametrize("text", QUOTED)
def test_a_quoted_name_is_what_the_noun_beside_or_in_it_says(text: str) -> None:
    assert named(text) == dict([QUOTED[text]])


@pytest.mark.parametrize("text", CAPITALISED)
def test_a_name_in_capitals_is_what_its_noun_says(text: str) -> None:
    assert named(text) == dict([CAPITALISED[text]])


@pytest.mark.parametrize("text", NOT_NAMES)
def test_speech_nations_months_and_subjects_are_no_names(text: str) -> None:
    assert named(text) == {}


@pytest.mark.parametrize(("language", "text", "name", "kind"), OTHER_LANGUAGES)
def test_names_are_found_in_languages_with_the_noun_first(
    language: str, text: str, name: str, kind: str
) -> None:
    assert named(text, language) == {name: kind}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "We saw the Alpine Wood Agency and the Baltic Fish Institute.",
            {"Alpine Wood Agency", "Baltic Fish Institute"},
        ),
        ("We saw the Alpine Wood Agency and AFI.", {"Alpine Wood Agency", "AFI"}),
        ("We saw the Ministry of Wood and Toys.", {"Ministry of Wood and Toys"}),
        ("We saw the University of Toys & Games.", {"University of Toys & Games"}),
        ("We saw Silver Birch and Golden Oak.", {"Silver Birch", "Golden Oak"}),
    ],
)
def test_an_and_parts_two_whole_names_only(text: str, names: set[str]) -> None:
    assert set(named(text)) == names


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pl", "Spotkaliśmy Klaster Leśny."),
        pytest.param(
            *("bg", "Срещнахме Клъстер Бор."),
            marks=pytest.mark.xfail(reason="no dictionary knows the verb", strict=True),
        ),
    ],
)
def test_a_verb_that_opens_the_sentence_is_no_part_of_the_name(language: str, text: str) -> None:
    (name,) = named(text, language)
    assert len(name.split()) == 2


def test_an_acronym_in_brackets_is_another_name_and_known_from_then_on() -> None:
    text = "The Northern Toy Institute (NTI) opened. We love NTI today."
    assert {m.names[:2] for m in mentions_in(text) if m.named} == {
        ("Northern Toy Institute", "NTI")
    }


def test_what_else_stands_in_brackets_is_no_name_of_it() -> None:
    (mention,) = mentions_in("The Northern Toy Institute (a big one) opened.")
    assert mention.names == ("Northern Toy Institute",)


def test_an_acronym_is_explained_by_the_name_behind_its_comma() -> None:
    first, second = mentions_in("We met NTI, the Northern Toy Institute.")
    assert first.names == second.names == ("Northern Toy Institute", "NTI")
    assert first.kind == second.kind


def test_an_acronym_is_not_explained_by_a_name_with_other_initials() -> None:
    first, second = mentions_in("We met NTI, the Baltic Fish Institute.")
    assert (first.names, second.names) == (("NTI",), ("Baltic Fish Institute",))


def test_a_name_and_its_alias_behind_a_dash_are_one() -> None:
    (mention,) = mentions_in("The Northern Toy Institute - NTI opened.")
    assert mention.names[:2] == ("Northern Toy Institute", "NTI")


def test_a_quoted_name_is_recognised_without_its_quotes() -> None:
    mentions = mentions_in('The project "Blue Harbour" began. Then Blue Harbour ended.')
    assert [(m.names[0], m.kind.local if m.kind else None) for m in mentions] == [
        ("Blue Harbour", "Project")
    ] * 2


def test_governments_of_several_nations_are_told_apart() -> None:
    text = "We thank the Swedish, Greek and Irish governments."
    assert set(named(text)) == {"Swedish government", "Greek government", "Irish government"}


def test_a_body_before_an_activity_owns_it_and_is_no_part_of_the_name() -> None:
    body, programme = mentions_in('We like the European Commission initiative "Open Gates".')
    assert (body.names[0], body.qualifier) == ("European Commission", True)
    assert (programme.names[0], programme.qualifier) == ("Open Gates", False)


def test_a_well_known_body_inside_a_longer_name_is_not_meant() -> None:
    assert list(named("We met the European Union Delegation.")) == ["European Union Delegation"]
    whole = "Delegation of the European Union"
    assert list(named(f"We met the {whole}.")) == [whole]


def test_a_word_that_begins_what_somebody_says_is_no_name() -> None:
    said = 'In the words of one of the participants: "It is the first course."'
    assert "It" not in {name for mention in mentions_in(said) for name in mention.names}
