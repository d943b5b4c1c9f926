"""The rules add what follows, and nothing else."""

from collections.abc import Callable

import pytest

Infer = Callable[..., set[tuple[str, str, str]]]
PERIODS = ["period-start", "period-end", "period-end-open"]


def test_parts_of_parts_are_parts_at_any_depth(infer: Infer) -> None:
    found = infer(":week cg:partOf :course . :course cg:partOf :project .")
    assert found == {
        ("course", "hasPart", "week"),
        ("project", "hasPart", "course"),
        ("week", "partOfTransitive", "course"),
        ("course", "partOfTransitive", "project"),
        ("week", "partOfTransitive", "project"),
    }


def test_a_direct_part_stays_the_only_direct_one(infer: Infer) -> None:
    found = infer(":week cg:partOf :course . :course cg:partOf :project .")
    assert not any(predicate == "partOf" for _, predicate, _ in found)


def test_a_place_lies_in_what_surrounds_its_surroundings(infer: Infer) -> None:
    found = infer(":hotel cg:locatedIn :town . :town cg:locatedIn :country .")
    assert ("hotel", "locatedInTransitive", "country") in found


def test_a_circle_of_parts_comes_to_an_end(infer: Infer) -> None:
    found = infer(":a cg:partOf :b . :b cg:partOf :a .", only=["subproperties", "transitivity"])
    assert found == {(x, "partOfTransitive", y) for x in "ab" for y in "ab"}


def test_money_is_followed_over_wholes_and_payers(infer: Infer) -> None:
    found = infer(
        """:module cg:partOf :project ; cg:fundedBy :sister .
        :project cg:fundedBy :programme . :programme cg:fundedBy :union .
        :sister cg:fundedBy :finland .""",
        only=["subproperties", "chains"],
    )
    sources = {
        object_
        for subject, predicate, object_ in found
        if (subject, predicate) == ("module", "fundingSource")
    }
    assert sources == {"programme", "union", "sister", "finland"}


def test_money_is_not_followed_over_partners_and_places(infer: Infer) -> None:
    found = infer(
        """:week cg:partner :institute ; cg:locatedIn :town .
        :project cg:fundedBy :union ; cg:partner :institute ; cg:locatedIn :town ."""
    )
    assert ("week", "fundingSource", "union") not in found


@pytest.mark.parametrize(
    ("said", "turned"),
    [
        (":a cg:fundedBy :b .", ("b", "funds", "a")),
        (":a cg:taughtBy :b .", ("b", "teachesIn", "a")),
        (":a cg:holds :b .", ("b", "heldBy", "a")),
        (":a cg:implementedBy :b .", ("b", "organises", "a")),
    ],
)
def test_a_relation_can_be_read_backwards(
    infer: Infer, said: str, turned: tuple[str, str, str]
) -> None:
    assert turned in infer(said)


def test_what_is_asserted_is_never_inferred_again(infer: Infer) -> None:
    found = infer(":a cg:implementedBy :b ; cg:organisedBy :b .")
    assert ("a", "organisedBy", "b") not in found


def test_whoever_has_a_part_in_an_activity_is_involved(infer: Infer) -> None:
    found = infer(
        """:week a cg:Training ; cg:organisedBy :body ; cg:partner :cluster ; cg:taughtBy :person .
        :body a cg:Organisation . :cluster a cg:Cluster . :person a cg:Person ."""
    )
    involved = {object_ for _, predicate, object_ in found if predicate == "involves"}
    assert involved == {"body", "cluster", "person"}


def test_an_organising_project_is_not_taken_for_an_agent(infer: Infer) -> None:
    found = infer(":training a cg:Training ; cg:organisedBy :project . :project a cg:Project .")
    assert not any(predicate == "involves" for _, predicate, _ in found)


def test_a_cluster_with_a_coordinator_is_not_taken_for_an_activity(infer: Infer) -> None:
    found = infer(":cluster a cg:Cluster ; cg:coordinatedBy :person . :person a cg:Person .")
    assert not any(predicate == "involves" for _, predicate, _ in found)


def test_a_payer_is_not_involved(infer: Infer) -> None:
    found = infer(":project a cg:Project ; cg:fundedBy :donor . :donor a cg:Organisation .")
    assert not any(predicate == "involves" for _, predicate, _ in found)


def test_the_next_of_a_series_is_of_the_same_kind_and_whole(infer: Infer) -> None:
    found = infer(
        """:third a cg:Training ; cg:partOf :course ; cg:sequenceNumber 3 .
        :fourth a cg:Training ; cg:partOf :course ; cg:sequenceNumber 4 .
        :fourth_meeting a cg:Event ; cg:partOf :course ; cg:sequenceNumber 4 .
        :elsewhere a cg:Training ; cg:partOf :project ; cg:sequenceNumber 4 .""",
        only=["next-in-series"],
    )
    assert found == {("third", "nextInSeries", "fourth")}


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ('"2018-02-19"^^xsd:date', "2018-02-19", "2018-02-19"),
        ('"2018-02"^^xsd:gYearMonth', "2018-02-01", "2018-02-28"),
        ('"2020-02"^^xsd:gYearMonth', "2020-02-01", "2020-02-29"),
        ('"2018-04"^^xsd:gYearMonth', "2018-04-01", "2018-04-30"),
        ('"2016-12"^^xsd:gYearMonth', "2016-12-01", "2016-12-31"),
        ('"2021"^^xsd:gYear', "2021-01-01", "2021-12-31"),
    ],
)
def test_a_period_is_all_that_its_dates_allow(
    infer: Infer, date: str, first: str, last: str
) -> None:
    found = infer(f":a cg:startDate {date} ; cg:endDate {date} .", only=PERIODS)
    assert found == {("a", "periodStart", first), ("a", "periodEnd", last)}


def test_sources_that_disagree_make_one_period_that_holds_them_all(infer: Infer) -> None:
    found = infer(
        """:a a cg:Event ; cg:startDate "2018"^^xsd:gYear, "2018-02-19"^^xsd:date ;
        cg:endDate "2018-02-23"^^xsd:date, "2018-03"^^xsd:gYearMonth .""",
        only=PERIODS,
    )
    assert found == {("a", "periodStart", "2018-01-01"), ("a", "periodEnd", "2018-03-31")}


@pytest.mark.parametrize("kind", ["Training", "Event"])
def test_a_gathering_without_an_end_lasts_as_long_as_its_start_allows(
    infer: Infer, kind: str
) -> None:
    found = infer(f':a a cg:{kind} ; cg:startDate "2018-01"^^xsd:gYearMonth .')
    assert ("a", "periodEnd", "2018-01-31") in found


@pytest.mark.parametrize("kind", ["Programme", "Project"])
def test_an_undertaking_without_an_end_is_left_open(infer: Infer, kind: str) -> None:
    found = infer(f':a a cg:{kind} ; cg:startDate "2016-11"^^xsd:gYearMonth .', only=PERIODS)
    assert found == {("a", "periodStart", "2016-11-01")}


def test_a_city_is_also_a_place(infer: Infer) -> None:
    assert infer(":town a cg:City .") == {("town", "type", "Place")}


def test_no_class_of_others_is_added(infer: Infer) -> None:
    found = infer(":body a cg:Organisation . :a cg:fundedBy :body .")
    assert {kind for _, predicate, kind in found if predicate == "type"} == {"Agent", "Activity"}


def test_whatever_has_or_takes_a_relation_is_of_the_class_that_the_ontology_says(
    infer: Infer,
) -> None:
    found = infer(":a cg:speaker :b .", only=["domains", "ranges"])
    assert found == {("a", "type", "Activity"), ("b", "type", "Person")}


def test_a_number_gets_no_class(infer: Infer) -> None:
    assert infer(":a cg:participantCount 3 .", only=["ranges"]) == set()


def test_a_concept_that_has_its_class_already_gets_it_no_second_time(infer: Infer) -> None:
    topic = "<https://w3id.org/clustergraph/voc/training-topics/value-chains>"
    assert infer(f":a cg:about {topic} .", only=["ranges"]) == set()


TAUGHT = ":week a cg:Training ; cg:taughtBy :anna . :anna cg:affiliatedWith :agency ."


def _post(number: int, rest: str) -> str:
    return f""":{number} a cg:Evidence ; rdf:subject :anna ; rdf:predicate cg:affiliatedWith ;
        rdf:object :agency ; {rest} ."""


MACHINE = "cg:reviewStatus <https://w3id.org/clustergraph/voc/review-status/machine>"
REJECTED = "cg:reviewStatus <https://w3id.org/clustergraph/voc/review-status/rejected>"


@pytest.mark.parametrize(
    ("evidence", "supplies"),
    [
        (_post(1, MACHINE), True),
        (_post(1, f"cg:former true ; {MACHINE}"), False),
        (_post(1, f"cg:former true ; {MACHINE}") + _post(2, MACHINE), True),
        (_post(1, f"cg:former true ; {MACHINE}") + _post(2, REJECTED), False),
        ("", False),
    ],
)
def test_a_former_post_supplies_no_trainer(infer: Infer, evidence: str, supplies: bool) -> None:
    found = infer(TAUGHT, evidence=evidence, only=["supplies-trainer"])
    assert found == ({("agency", "suppliesTrainerTo", "week")} if supplies else set())
