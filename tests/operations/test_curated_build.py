"""What people decided, from the tables to the published graph and back from the review."""

import io
import json
import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from clustergraph.decisions import Identity, Verdict
from clustergraph.errors import BadCuration, GraphNotValid, NotFound
from clustergraph.operations.ask import ask
from clustergraph.operations.build import Built, build, default_curation, default_registry
from clustergraph.operations.review import decide_identity, decide_statements, to_review
from clustergraph.store.versions import Home

TODAY = date(2026, 11, 22)
NEWS = (
    "The project Alpha is funded by the Government of Finland. "
    "It began in Vienna, Austria. Beta paid too."
)
STATEMENT = (
    *("decision", "document", "subject", "predicate", "object", "quote"),
    *("role", "qualifiers", "by", "on", "why"),
)


@pytest.fixture(scope="module")
def undecided(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A document, its registry, and a home with what the mappers made of it."""
    folder = tmp_path_factory.mktemp("undecided")
    documents = folder / "documents"
    documents.mkdir()
    (documents / "news.txt").write_text(NEWS, encoding="utf-8")
    publish(documents, Home(folder / "home"))
    return folder


@pytest.fixture
def documents(undecided: Path, tmp_path: Path) -> Path:
    """A folder with the document; the home beside it holds what nobody has decided on."""
    shutil.copytree(undecided, tmp_path, symlinks=True, dirs_exist_ok=True)
    return tmp_path / "documents"


@pytest.fixture
def home(documents: Path) -> Home:
    return Home(documents.with_name("home"))


def write(documents: Path, file: str, columns: Sequence[str], *rows: dict[str, str]) -> None:
    folder = default_curation(documents)
    folder.mkdir(exist_ok=True)
    lines = [
        "\t".join({"by": "Ada", "on": "2026-11-22", **row}.get(c, "") for c in columns)
        for row in rows
    ]
    (folder / file).write_text("\n".join(["\t".join(columns), *lines, ""]), encoding="utf-8")


def decide(documents: Path, **cells: str) -> None:
    row = {
        "decision": "reject",
        "document": "news.txt",
        "subject": "Alpha",
        "predicate": "fundedBy",
        "object": "Government of Finland",
        "quote": "funded by the Government of Finland",
        "why": "it only said so",
        **cells,
    }
    write(documents, "statements.tsv", STATEMENT, row)


def publish(documents: Path, home: Home, *, skip_bad: bool = False) -> Built:
    return build(documents, default_registry(documents), home, today=TODAY, skip_bad=skip_bad)


def holds(built: Built, pattern: str) -> bool:
    prefixes = """
        PREFIX cg: <https://w3id.org/clustergraph/ns#>
        PREFIX graph: <https://w3id.org/clustergraph/graph/>
        PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
        PREFIX status: <https://w3id.org/clustergraph/voc/review-status/>
        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>"""
    answer = io.BytesIO()
    ask(built.version, f"{prefixes} ASK {{ {pattern} }}", "json", answer)
    return bool(json.loads(answer.getvalue())["boolean"])


def test_a_rejected_statement_keeps_its_evidence_and_has_no_triple(
    documents: Path, home: Home
) -> None:
    assert holds(publish(documents, home), "?alpha cg:fundedBy ?finland")
    decide(documents)
    built = publish(documents, home)
    assert built.is_new
    assert not holds(built, "?alpha cg:fundedBy|cg:fundingSource ?finland")
    assert holds(
        built,
        """?evidence rdf:predicate cg:fundedBy ; cg:reviewStatus status:rejected ;
             cg:reviewedBy "Ada" ; cg:reviewedOn "2026-11-22"^^xsd:date ;
             cg:reviewNote "it only said so" ; cg:quote ?quote""",
    )
    assert built.version.report["reviews"]["rejected"] == 1


def test_a_confirmed_statement_says_who_confirmed_it(documents: Path, home: Home) -> None:
    decide(documents, decision="confirm", why="")
    built = publish(documents, home)
    assert holds(built, "GRAPH graph:asserted { ?alpha cg:fundedBy ?finland }")
    assert holds(built, "?e cg:reviewStatus status:confirmed ; cg:reviewedBy 'Ada'")
    assert not holds(built, "?e cg:reviewNote ?note")


def test_an_added_statement_is_published_with_its_words(documents: Path, home: Home) -> None:
    decide(documents, decision="add", predicate="topic", object="wood", quote="Beta paid too")
    built = publish(documents, home)
    assert holds(built, "GRAPH graph:asserted { ?alpha cg:topic 'wood'@en }")
    assert holds(
        built,
        "?e cg:reviewStatus status:added ; cg:rule 'curation' ; cg:quote 'Beta paid too'@en",
    )


def test_what_nobody_decided_on_is_the_machines(documents: Path, home: Home) -> None:
    built = publish(documents, home)
    assert holds(built, "?e cg:reviewStatus status:machine")
    assert not holds(built, "?e cg:reviewedBy|cg:reviewedOn ?anybody")


def test_every_entity_says_which_document_mentions_it(documents: Path, home: Home) -> None:
    built = publish(documents, home)
    graph = "GRAPH graph:asserted { ?entity a ?class }"
    assert holds(built, f"{graph} ?entity cg:mentionedIn ?document")
    assert not holds(built, f"{graph} FILTER NOT EXISTS {{ ?entity cg:mentionedIn ?document }}")


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"quote": "paid by Finland"}, "news.txt does not hold the words 'paid by Finland'"),
        ({"predicate": "paidBy"}, "there is no relation 'paidBy'"),
        ({"object": "Austria", "decision": "add"}, "fundedBy does not lead to a Country"),
    ],
)
def test_a_bad_decision_stops_the_build_and_the_current_version_stays(
    documents: Path, home: Home, cells: dict[str, str], reason: str
) -> None:
    before = publish(documents, home).version
    decide(documents, **cells)
    with pytest.raises(BadCuration, match="Nothing was published, 1 decision can't") as caught:
        publish(documents, home)
    assert f"statements.tsv:2: {reason}" in str(caught.value)
    assert home.current() == before


def test_a_graph_that_breaks_a_rule_is_not_published(documents: Path, home: Home) -> None:
    before = publish(documents, home).version
    registry = default_registry(documents).read_text(encoding="utf-8")
    rows = [
        {
            "decision": "add",
            "document": "news.txt",
            "subject": "Alpha",
            "predicate": predicate,
            "object": value,
            "quote": "Beta paid too",
        }
        for predicate, value in (("startDate", "2019"), ("endDate", "2018"))
    ]
    write(documents, "statements.tsv", STATEMENT, *rows)
    with pytest.raises(GraphNotValid, match="Alpha"):
        publish(documents, home)
    assert home.current() == before
    assert default_registry(documents).read_text(encoding="utf-8") == registry


def test_what_is_worth_a_look_is_in_the_report(documents: Path, home: Home) -> None:
    results = publish(documents, home).version.report["validation"]
    assert {"warning"} <= {result["severity"] for result in results}
    assert not [result for result in results if result["severity"] == "violation"]


def test_bad_decisions_can_be_left_out_and_are_told(documents: Path, tmp_path: Path) -> None:
    decide(documents, quote="paid by Finland")
    built = publish(documents, Home(tmp_path / "empty"), skip_bad=True)
    (error,) = built.skipped
    assert "statements.tsv:2" in str(error)
    assert built.version.report["skipped"]


def test_a_stale_decision_is_in_the_report_and_stops_nothing(
    documents: Path, tmp_path: Path
) -> None:
    decide(documents, object="Vienna", predicate="locatedIn", quote="Beta paid too")
    (stale,) = publish(documents, Home(tmp_path / "empty")).version.report["stale"]
    assert "statements.tsv:2: news.txt no longer says this" in stale


def test_a_changed_decision_makes_a_new_version(documents: Path, home: Home) -> None:
    decide(documents, decision="confirm", why="")
    first = publish(documents, home)
    decide(documents)
    assert publish(documents, home).version != first.version
    assert not publish(documents, home).is_new


# -- Review ----------------------------------------------------------------------------------------


def test_what_the_mappers_are_unsure_of_is_listed_until_somebody_decides(
    documents: Path, home: Home
) -> None:
    version = publish(documents, home).version
    doubtful = to_review(version, below=1.0).doubtful
    assert "fundedBy" in {each.predicate.iri.local for each in doubtful}
    assert [float(each.confidence) for each in doubtful] == sorted(
        float(each.confidence) for each in doubtful
    )
    assert not to_review(version, below=0.01).doubtful
    curation = default_curation(documents)
    ids = [each.iri.local for each in doubtful]
    decide_statements(version, curation, Verdict.CONFIRM, ids, by="Ada", on=TODAY)
    after = publish(documents, home).version
    assert not to_review(after, below=1.0).doubtful
    assert not to_review(after).stale
    assert after.report["reviews"]["confirmed"] == len(ids)


def test_a_rejection_written_by_the_review_is_carried_out(documents: Path, home: Home) -> None:
    version = publish(documents, home).version
    (funding,) = (
        each
        for each in to_review(version, below=1.0).doubtful
        if each.predicate.iri.local == "fundedBy"
    )
    decide_statements(
        version,
        default_curation(documents),
        Verdict.REJECT,
        [funding.iri.local],
        by="Ada",
        on=TODAY,
        why="not paid yet",
    )
    assert not holds(publish(documents, home), "?alpha cg:fundedBy ?finland")


def test_an_unknown_passage_is_named_and_nothing_is_written(documents: Path, home: Home) -> None:
    version = publish(documents, home).version
    known = to_review(version, below=1.0).doubtful[0].iri.local
    curation = default_curation(documents)
    with pytest.raises(NotFound, match="0123456789abcdef"):
        decide_statements(
            version, curation, Verdict.CONFIRM, [known, "0123456789abcdef"], by="Ada", on=TODAY
        )
    assert not curation.exists()


def test_pairs_that_may_be_one_are_listed_and_decided(documents: Path, home: Home) -> None:
    (documents / "more.txt").write_text(
        "The European Foundation for Cluster Excellence organised a conference in Vienna.\n",
        "utf-8",
    )
    (documents / "third.txt").write_text("EFCE organised a conference in Paris.\n", "utf-8")
    version = publish(documents, home).version
    pairs = {(p.one.label.text, p.other.label.text): p for p in to_review(version).unsure}
    pair = pairs["EFCE", "European Foundation for Cluster Excellence"]
    assert "first letters" in pair.reason
    decide_identity(
        version,
        default_curation(documents),
        Identity.SAME,
        (pair.one.iri.local, pair.other.iri.local),
        by="Ada",
        on=TODAY,
        why="its acronym",
    )
    built = publish(documents, home)
    assert not to_review(built.version).unsure
    assert holds(
        built, f"<{pair.other.iri}> cg:organises ?one, ?other FILTER (?one != ?other)"
    ) or (holds(built, f"<{pair.one.iri}> cg:organises ?one, ?other FILTER (?one != ?other)"))


def test_an_unknown_thing_is_named(documents: Path, home: Home) -> None:
    version = publish(documents, home).version
    with pytest.raises(NotFound, match="nobody-aaaaaaaa"):
        decide_identity(
            version,
            default_curation(documents),
            Identity.SAME,
            ("nobody-aaaaaaaa", "none-bbbbbbbb"),
            by="Ada",
            on=TODAY,
            why="a slip",
        )


def test_two_values_of_one_date_are_a_conflict_and_a_month_of_the_day_is_none(
    documents: Path, home: Home
) -> None:
    rows = [
        {
            "decision": "add",
            "document": "news.txt",
            "subject": "Alpha",
            "predicate": "startDate",
            "object": value,
            "quote": quote,
        }
        for value, quote in (
            ("2018-02", "It began in Vienna"),
            ("2018-02-06", "Beta paid too"),
            ("2019", "The project Alpha"),
        )
    ]
    write(documents, "statements.tsv", STATEMENT, *rows)
    conflicts = to_review(publish(documents, home).version).conflicts
    assert {(each.one[0], each.other[0]) for each in conflicts} == {
        ("2018-02", "2019"),
        ("2018-02-06", "2019"),
    }
    assert {each.property.iri.local for each in conflicts} == {"startDate"}
    assert conflicts[0].thing.label.text == "Alpha"
    assert conflicts[0].one[1:] == ("It began in Vienna", "news.txt")
