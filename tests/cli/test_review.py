from clustergraph.cli.review import review_lines
from clustergraph.model import Iri
from clustergraph.operations.consult import Text
from clustergraph.operations.labels import Label, Thing
from clustergraph.operations.quote import Passage
from clustergraph.operations.review import Conflict, Pair, ToReview

NOTHING = ToReview(doubtful=(), unsure=(), conflicts=(), disputed=(), stale=())


def _thing(local: str) -> Thing:
    return Thing(iri=Iri(f"https://example.org/{local}"), label=Label(text=local.title()))


PASSAGE = Passage(
    iri=Iri("https://example.org/p1"),
    subject=_thing("alpha"),
    predicate=_thing("startDate"),
    object=Text("2018"),
    document=_thing("news"),
    quote=Text("It  began\nin 2018", "en"),
    start=0,
    end=5,
    confidence="0.4",
    modality=None,
    status=None,
    rule="a-rule",
    role=None,
    former=False,
    at_least=False,
    reviewed_by="Ada",
    reviewed_on="",
    review_note="some say 2019",
    written=(),
)


def test_each_kind_of_thing_is_counted_also_where_there_is_none() -> None:
    lines = list(review_lines(NOTHING, limit=5))
    assert len(lines) == 5
    assert all(line.startswith("0 ") for line in lines)


def test_a_doubtful_statement_is_told_with_its_words_on_one_line() -> None:
    found = ToReview(doubtful=(PASSAGE,), unsure=(), conflicts=(), disputed=(PASSAGE,), stale=())
    lines = list(review_lines(found, limit=5))
    assert lines[1] == "  p1  0.4  Alpha | startDate | 2018"
    assert lines[2] == "      News: It began in 2018"
    assert "      Ada: some say 2019" in lines


def test_of_many_no_more_are_told_than_are_wanted_but_all_are_counted() -> None:
    pair = Pair(one=_thing("a"), other=_thing("b"), reason="one name")
    found = ToReview(doubtful=(), unsure=(pair,) * 3, conflicts=(), disputed=(), stale=("x",) * 3)
    lines = list(review_lines(found, limit=2))
    assert "3 pairs that may be one" in lines
    assert lines.count("  a b: one name") == 2
    assert lines[-3:] == ["3 decisions with nothing left to decide", "  x", "  x"]


def test_one_of_a_kind_is_told_as_one() -> None:
    found = ToReview(doubtful=(PASSAGE,), unsure=(), conflicts=(), disputed=(), stale=("x",))
    lines = list(review_lines(found, limit=1))
    assert "1 statement that mappers are unsure of" in lines
    assert "1 decision with nothing left to decide" in lines


def test_passages_that_disagree_stand_below_each_other() -> None:
    conflict = Conflict(
        thing=_thing("alpha"),
        property=_thing("startDate"),
        about="value",
        one=("2018", "began in\n2018", "one.txt"),
        other=("2019", "began in 2019", "two.txt"),
    )
    found = ToReview(doubtful=(), unsure=(), conflicts=(conflict,), disputed=(), stale=())
    assert list(review_lines(found, limit=1))[3:6] == [
        "  Alpha startDate (value)",
        "      2018 | one.txt: began in 2018",
        "      2019 | two.txt: began in 2019",
    ]
