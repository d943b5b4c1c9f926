"""What can be broken of dates and numbers."""

from breaks.breaking import Break, named, state

__all__ = ["DATES", "NUMBERS"]

DATES = (
    Break(
        "a start month that is not in the calendar",
        state('id:event-aaaaaaaa cg:startDate "2018-13"^^xsd:gYearMonth'),
        "violation startDate-object, warning start-after-news",
        "of the calendar",
    ),
    Break(
        "a start day that is not in the calendar",
        state('id:event-aaaaaaaa cg:startDate "2018-02-30"^^xsd:date'),
        "violation startDate-object",
        "of the calendar",
    ),
    Break(
        "a start in a month that no year has",
        state('id:event-aaaaaaaa cg:startDate "--13-01"^^xsd:gMonthDay'),
        "violation startDate-object",
        "of the calendar",
    ),
    Break(
        "an end year that is not in the calendar",
        state('id:event-aaaaaaaa cg:endDate "18"^^xsd:gYear'),
        "violation endDate-object",
        "of the calendar",
    ),
    Break(
        "an end day that is not in the calendar",
        state('id:event-aaaaaaaa cg:endDate "2018-04-31"^^xsd:date'),
        "violation endDate-object",
        "of the calendar",
    ),
    Break(
        "a start in words",
        state('id:event-aaaaaaaa cg:startDate "spring"'),
        "violation startDate-object, warning start-after-news",
        "of the calendar",
    ),
    Break(
        "an end before the start",
        state(
            "id:event-aaaaaaaa cg:startDate '2018-02'^^xsd:gYearMonth ; "
            "cg:endDate '2017'^^xsd:gYear"
        ),
        "violation period-order",
        "ends before it begins",
    ),
    Break(
        "a start in 1018",
        state('id:event-aaaaaaaa cg:startDate "1018"^^xsd:gYear'),
        "warning period-early",
        "before 1980",
    ),
    Break(
        "a part that starts before its whole",
        state('id:event-aaaaaaaa cg:partOf id:project-aaaaaaaa ; cg:startDate "2015"^^xsd:gYear'),
        "warning period-before-whole",
        "begins before the whole",
    ),
    Break(
        "a part that ends after its whole",
        state('id:event-aaaaaaaa cg:partOf id:project-aaaaaaaa ; cg:endDate "2019"^^xsd:gYear'),
        "warning period-after-whole",
        "ends after the whole",
    ),
    Break(
        "a start told before it came",
        state('id:event-aaaaaaaa cg:startDate "2018-04-01"^^xsd:date'),
        "warning start-after-news",
        "as a fact in a text of 2018-03",
    ),
    Break(
        "an end far in the future",
        state('id:event-aaaaaaaa cg:endDate "2108"^^xsd:gYear'),
        "warning date-far-off",
        "2108 is more than ten years",
    ),
    Break(
        "two starts",
        state('id:training-aaaaaaaa cg:startDate "2018-02-20"^^xsd:date'),
        "warning dates-differ",
        "2018-02-19 or 2018-02-20",
    ),
)

NUMBERS = (
    Break(
        "a place in a series counted from 0",
        state("id:event-aaaaaaaa cg:sequenceNumber 0"),
        "violation sequenceNumber-object",
        "from 1",
    ),
    Break(
        "no modules at all",
        state("id:event-aaaaaaaa cg:moduleCount 0"),
        "violation moduleCount-object",
        "from 1 on",
    ),
    Break(
        "less than no participants",
        state("id:event-aaaaaaaa cg:participantCount -1"),
        "violation participantCount-object",
        "not below 0",
    ),
    Break(
        "half a graduate",
        state("id:event-aaaaaaaa cg:graduateCount 0.5"),
        "violation graduateCount-object",
        "whole number",
    ),
    Break(
        "less than no partners",
        state("id:event-aaaaaaaa cg:partnerCount -7"),
        "violation partnerCount-object",
        "not below 0",
    ),
    Break(
        "a fifth module of four",
        state(
            "id:event-aaaaaaaa cg:moduleCount 4 . "
            + named("other", "Training")
            + " ; cg:partOf id:event-aaaaaaaa ; cg:sequenceNumber 5"
        ),
        "warning more-than-modules",
        "higher number than there are modules",
    ),
    Break(
        "more graduates than participants",
        state("id:event-aaaaaaaa cg:graduateCount 5 ; cg:participantCount 3"),
        "warning more-than-participants",
        "More people graduated",
    ),
    Break(
        "two numbers of participants",
        state("id:training-aaaaaaaa cg:participantCount 90"),
        "warning numbers-differ",
        "31 or 90",
    ),
)
