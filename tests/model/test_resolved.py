from datetime import date

import pytest

from clustergraph.model import Evidence, Iri, Review, ReviewStatus, Span, Statement
from clustergraph.model.resolved import StatementEvidence

THING = Iri("https://example.org/thing")


def passage(status: ReviewStatus | None) -> StatementEvidence:
    review = Review(status=status, by="Ann", on=date(2024, 1, 1)) if status else None
    evidence = Evidence(span=Span(0, 3), quote="yes", rule="x", confidence=0.5, review=review)
    return StatementEvidence(iri=THING, document="d", evidence=evidence)


@pytest.mark.parametrize(
    ("statuses", "holds"),
    [
        ([None], True),
        ([ReviewStatus.REJECTED], False),
        ([ReviewStatus.REJECTED, None], True),
        ([ReviewStatus.DISPUTED], True),
    ],
)
def test_a_statement_holds_while_one_passage_is_not_rejected(
    statuses: list[ReviewStatus | None], holds: bool
) -> None:
    evidence = tuple(map(passage, statuses))
    statement = Statement(subject=THING, predicate=THING, object=THING, evidence=evidence)
    assert statement.is_asserted is holds
