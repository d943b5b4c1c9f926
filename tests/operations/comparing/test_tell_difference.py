from dataclasses import replace

import pytest

from clustergraph.operations.comparing.changes import (
    Difference,
    DocumentChange,
    EntityChange,
    Passing,
    Quote,
    ReviewChange,
    StatementChange,
)
from clustergraph.operations.comparing.tell_difference import tell_difference
from clustergraph.operations.consult import Text

SAME = Difference(
    old="V1", new="V2", rest_differs=False, documents=(), entities=(), statements=(), reviews=()
)
QUOTE = Quote(passage="urn:p", text="Ada  taught", document="News")
WORDS = "(«Ada taught», News)"
TAUGHT = StatementChange(
    what=Passing.NEW,
    subject_iri="urn:week",
    kind="training",
    subject="Week 4",
    predicate_iri="urn:by",
    predicate="taught by",
    value=Text("Ada"),
    object="Ada",
    has_others=False,
    is_of_known=False,
    is_written=False,
    passages_new=(QUOTE,),
    passages_gone=(),
)
ADA = EntityChange(what=Passing.NEW, iri="urn:ada", kind="person", kind_iri="", label="Ada")
NEWS = DocumentChange(
    what=Passing.NEW, iri="urn:d", file="d.txt", title="News", language="en", issued=""
)


def _told(difference: Difference, *, most: int | None = None) -> list[str]:
    return [line.strip() for line in tell_difference(difference, most=most)]


def test_what_does_not_differ_is_one_sentence() -> None:
    assert _told(SAME) == ["V1 and V2 say the same."]
    (sentence,) = _told(replace(SAME, rest_differs=True))
    assert "they differ in their ontology" in sentence


def test_each_kind_of_change_has_a_title_that_counts() -> None:
    told = _told(replace(SAME, documents=(NEWS,), entities=(ADA, ADA)))
    assert told[0] == "From V1 to V2:"
    assert [line for line in told if line.endswith(")") and line[0].isupper()] == [
        "Documents (1)",
        "Things (2)",
    ]


def test_of_many_only_some_are_shown_and_the_others_are_pointed_at() -> None:
    told = _told(replace(SAME, entities=(ADA,) * 5), most=2)
    assert told.count("new: Person Ada") == 2
    assert told[-1] == "… and 3 more; --all lists them."


@pytest.mark.parametrize(
    ("what", "line"),
    [
        (Passing.MERGED, "merged: Person Ada is one with Eve now"),
        (Passing.RENAMED, "renamed: Person Ada is called Eve now"),
        (Passing.RETYPED, "of another class: Person Ada is a Eve now"),
        (Passing.GONE, "gone: Person Ada"),
    ],
)
def test_what_became_of_a_thing_is_a_sentence(what: Passing, line: str) -> None:
    assert line in _told(replace(SAME, entities=(replace(ADA, what=what, now="Eve"),)))


@pytest.mark.parametrize(
    ("changed", "line"),
    [
        ({}, "Training Week 4: taught by Ada («Ada taught», News)"),
        ({"is_of_known": True}, "Training Week 4: now taught by Ada («Ada taught», News)"),
        (
            {"is_of_known": True, "has_others": True},
            "Training Week 4: now also taught by Ada («Ada taught», News)",
        ),
        ({"kind": "", "subject": "urn:week"}, "urn:week: taught by Ada («Ada taught», News)"),
        ({"is_written": True}, "Training Week 4: taught by Ada (written, in no document)"),
        (
            {"what": Passing.GONE, "passages_gone": (QUOTE,) * 3},
            f"Training Week 4: no longer taught by Ada {WORDS[:-1]}; {WORDS[1:-1]}; and 1 more)",
        ),
        (
            {"what": Passing.CHANGED, "passages_gone": (QUOTE,)},
            f"Training Week 4: taught by Ada, said also {WORDS}, said no longer {WORDS}",
        ),
    ],
)
def test_a_statement_is_told_with_its_words(changed: dict[str, object], line: str) -> None:
    change = replace(TAUGHT, **changed)  # type: ignore[arg-type]
    assert line in _told(replace(SAME, statements=(change,)))


def test_a_document_is_told_by_its_title_and_what_is_known_of_it() -> None:
    changed = replace(NEWS, what=Passing.CHANGED, details=("title", "date"))
    untitled = replace(NEWS, title="")
    told = _told(replace(SAME, documents=(NEWS, changed, untitled)))
    assert told[-3:] == [
        "new: News (d.txt, en)",
        "changed: News (d.txt, en): title, date",
        "new: d.txt, en",
    ]


def test_a_review_says_who_decided_what() -> None:
    review = ReviewChange(
        subject_iri="urn:week",
        subject="Week 4",
        predicate="taught by",
        object="Ada",
        quote=QUOTE,
        before="machine",
        now="rejected",
        by="Eve",
        note="no",
    )
    bare = replace(review, by="", note="")
    told = _told(replace(SAME, reviews=(review, bare)))
    assert told[-2:] == [
        "Week 4 taught by Ada («Ada taught», News): machine → rejected by Eve: no",
        "Week 4 taught by Ada («Ada taught», News): machine → rejected",
    ]
