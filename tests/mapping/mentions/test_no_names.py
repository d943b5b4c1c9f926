import pytest

from given.mapped import named_in

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
    "The Cluster-Manager came.",
    "Write to Info@Zorvo.com or see www.Zorvo.com/News.",
    "It got EUR 250,000 and 3 Mio. of it for SMEs.",
    "He lives in Zorvo Street 8.",
    "“We saw 28 agencies – said the teacher – and many schools”",
]


@pytest.mark.parametrize("text", NOT_NAMES)
def test_speech_nations_months_and_subjects_are_no_names(text: str) -> None:
    assert named_in(text) == {}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("cs", "Byl tam Evropského manažera dar."),
        ("ru", "Вручили диплом Национального рейтинга."),
        ("cs", "Sejdeme se na ul. Zorvova 8."),
        ("ru", "Сюда пришли МСП."),
    ],
)
def test_adjectives_streets_and_common_acronyms_are_no_names(language: str, text: str) -> None:
    assert named_in(text, language) == {}
