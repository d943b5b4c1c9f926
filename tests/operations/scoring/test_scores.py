import pytest

from clustergraph.operations.scoring.judgements import Judgement, Verdict
from clustergraph.operations.scoring.scores import Score, Tally, report_of, scores_of


def test_nothing_said_and_nothing_wanted_scores_nothing() -> None:
    assert (Score().precision, Score().recall, Score().f1) == (0.0, 0.0, 0.0)


def test_f1_is_the_harmonic_mean_of_precision_and_recall() -> None:
    score = Score(right=1.5, system=2, gold=6)
    assert (score.precision, score.recall) == (0.75, 0.25)
    assert score.f1 == pytest.approx(0.375)


def test_tallies_of_documents_are_summed_up_for_all_and_by_language() -> None:
    tallies = {name: Tally() for name in ("one", "two", "three")}
    for tally in tallies.values():
        tally.add(("entity", "type:Cluster"), Score(1, 1, 2))
    report = report_of(tallies, {"one": "pl", "two": "pl"})
    assert report.micro.entity == Score(3, 3, 6)
    assert report.micro.types == {"Cluster": Score(3, 3, 6)}
    assert {name: scores.entity for name, scores in report.languages.items()} == {
        "pl": Score(2, 2, 4)
    }
    assert report.documents["three"].entity == Score(1, 1, 2)


def test_a_share_of_nothing_is_none_and_not_zero() -> None:
    tally = Tally()
    assert scores_of(tally).date_exact is None
    tally.others.update(dates=4, dates_exact=1)
    assert scores_of(tally).date_exact == 0.25


def test_only_faults_are_errors() -> None:
    tally = Tally()
    for verdict in Verdict:
        tally.judgements.append(
            Judgement(
                is_relation=False, verdict=verdict, what="Cluster", words=str(verdict), raw={}
            )
        )
    (errors,) = report_of({"one": tally}).errors.values()
    assert {each.verdict for each in errors} == {Verdict.HALF, Verdict.MISSED, Verdict.WRONG}
