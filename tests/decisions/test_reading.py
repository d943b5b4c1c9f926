from datetime import date
from pathlib import Path

import pytest

from clustergraph.decisions import Curation, Identity, Verdict, read_curation
from clustergraph.decisions.reading import (
    ENTITY_COLUMNS,
    IDENTITY_COLUMNS,
    STATEMENT_COLUMNS,
)
from clustergraph.model import Modality, Review, ReviewStatus
from clustergraph.vocab import CG

COLUMNS = {
    "statements.tsv": STATEMENT_COLUMNS,
    "entities.tsv": ENTITY_COLUMNS,
    "identities.tsv": IDENTITY_COLUMNS,
}
STATEMENT = {
    "decision": "add",
    "document": "a.txt",
    "subject": "CANDY V",
    "predicate": "fundedBy",
    "object": "COSME",
    "quote": "paid by COSME",
    "by": "Ada",
    "on": "2026-11-22",
}
ENTITY = {
    "decision": "add",
    "document": "a.txt",
    "entity": "Almaty",
    "class": "City",
    "quote": "Almaty",
    "by": "Ada",
    "on": "2026-11-22",
}
IDENTITY = {
    "decision": "same",
    "one": "EFCE",
    "other": "European Foundation",
    "why": "its short name",
    "by": "Ada",
    "on": "2026-11-22",
}


def read(folder: Path, file: str, *rows: dict[str, str]) -> Curation:
    columns = COLUMNS[file]
    lines = ["\t".join(row.get(column, "") for column in columns) for row in rows]
    (folder / file).write_text("\n".join(["\t".join(columns), *lines, ""]), encoding="utf-8")
    return read_curation(folder)


def test_a_folder_that_is_not_there_holds_no_decision(tmp_path: Path) -> None:
    assert read_curation(tmp_path / "none") == Curation()


def test_a_statement_is_read_with_all_it_says(tmp_path: Path) -> None:
    row = STATEMENT | {"role": "head", "qualifiers": "former, reported", "why": "page 2"}
    (decision,) = read(tmp_path, "statements.tsv", row).statements
    assert (decision.verdict, decision.predicate) == (Verdict.ADD, CG.fundedBy)
    assert (decision.role, decision.modality, decision.former) == ("head", Modality.REPORTED, True)
    assert not decision.at_least
    assert decision.location == f"{tmp_path / 'statements.tsv'}:2"
    assert decision.review == Review(
        status=ReviewStatus.ADDED, by="Ada", on=date(2026, 11, 22), note="page 2"
    )


def test_an_entity_has_a_class_names_and_a_mention(tmp_path: Path) -> None:
    row = ENTITY | {"names": "Алматы@ru | -training | Alma-Ata", "named": "no"}
    (decision,) = read(tmp_path, "entities.tsv", row).entities
    assert decision.dropped_names == ("training",)
    assert (decision.kind, decision.names) == (CG.City, ("Алматы@ru", "Alma-Ata"))
    assert not decision.named


def test_an_identity_has_two_sides_and_a_reason(tmp_path: Path) -> None:
    (decision,) = read(tmp_path, "identities.tsv", IDENTITY).identities
    assert decision.identity is Identity.SAME
    assert (decision.one, decision.other, decision.kind) == ("EFCE", "European Foundation", None)


BAD = [
    ("statements.tsv", STATEMENT | {"decision": "maybe"}, "'maybe' is none of: confirm, reject"),
    ("statements.tsv", STATEMENT | {"predicate": "paidBy"}, "there is no relation 'paidBy'"),
    ("statements.tsv", STATEMENT | {"predicate": "fundingSource"}, "there is no relation"),
    ("statements.tsv", STATEMENT | {"predicate": "quote"}, "there is no relation 'quote'"),
    ("statements.tsv", STATEMENT | {"predicate": "mentionedIn"}, "there is no relation"),
    ("statements.tsv", STATEMENT | {"quote": ""}, "the column quote is empty"),
    ("statements.tsv", STATEMENT | {"by": ""}, "the column by is empty"),
    ("statements.tsv", STATEMENT | {"on": "22.11."}, "'22.11.' is not a date (YYYY-MM-DD)"),
    ("statements.tsv", STATEMENT | {"decision": "reject"}, "the column why is empty"),
    ("statements.tsv", STATEMENT | {"decision": "dispute"}, "the column why is empty"),
    ("statements.tsv", STATEMENT | {"qualifiers": "once"}, "the qualifier 'once' is none of"),
    ("statements.tsv", STATEMENT | {"qualifiers": "planned,reported"}, "a fact, a plan or hearsay"),
    ("entities.tsv", ENTITY | {"class": "Town"}, "there is no class 'Town'"),
    ("entities.tsv", ENTITY | {"class": ""}, "the column class is empty"),
    ("entities.tsv", ENTITY | {"quote": ""}, "the column quote is empty"),
    ("entities.tsv", ENTITY | {"named": "maybe"}, "named is yes or no"),
    ("entities.tsv", ENTITY | {"decision": "reject"}, "the column why is empty"),
    ("identities.tsv", IDENTITY | {"decision": "merge"}, "is none of: same, different"),
    ("identities.tsv", IDENTITY | {"why": ""}, "the column why is empty"),
]


@pytest.mark.parametrize(("file", "row", "reason"), BAD)
def test_a_bad_row_is_named_by_file_and_line(
    tmp_path: Path, file: str, row: dict[str, str], reason: str
) -> None:
    curation = read(tmp_path, file, row)
    (error,) = curation.bad
    assert error.location == f"{tmp_path / file}:2"
    assert reason in error.reason
    assert not [*curation.statements, *curation.entities, *curation.identities]


def test_all_bad_rows_are_named_and_the_good_ones_read(tmp_path: Path) -> None:
    bad = STATEMENT | {"predicate": "paidBy"}
    curation = read(tmp_path, "statements.tsv", bad, STATEMENT, bad)
    assert [error.location.rsplit(":", 1)[1] for error in curation.bad] == ["2", "4"]
    assert len(curation.statements) == 1


def test_another_passage_of_a_confirmed_statement_may_be_rejected(tmp_path: Path) -> None:
    against = STATEMENT | {"decision": "reject", "quote": "COSME pays", "why": "another project"}
    assert not read(tmp_path, "statements.tsv", STATEMENT, against).bad


def test_two_decisions_on_one_passage_must_not_contradict(tmp_path: Path) -> None:
    against = STATEMENT | {"decision": "reject", "why": "another project's money"}
    (error,) = read(tmp_path, "statements.tsv", STATEMENT, against).bad
    assert error.reason == f"it contradicts {tmp_path / 'statements.tsv'}:2; keep one of the two."


@pytest.mark.parametrize("decision", ["confirm", "add", "reject"])
def test_what_is_disputed_is_not_decided_by_another_row(tmp_path: Path, decision: str) -> None:
    dispute = STATEMENT | {"decision": "dispute", "why": "Ada says so, Bob does not"}
    other = STATEMENT | {"decision": decision, "why": "it says so"}
    (error,) = read(tmp_path, "statements.tsv", dispute, other).bad
    assert "contradicts" in error.reason


def test_two_people_may_confirm_or_add_the_same(tmp_path: Path) -> None:
    assert not read(tmp_path, "statements.tsv", STATEMENT, STATEMENT | {"by": "Bob"}).bad


def test_names_that_lead_round_in_a_circle_are_refused(tmp_path: Path) -> None:
    chain = [("A", "B"), ("B", "C"), ("C", "A")]
    rows = [IDENTITY | {"one": one, "other": other} for one, other in chain]
    (error,) = read(tmp_path, "identities.tsv", *rows).bad
    assert error.location.endswith(":4")
    assert "closes a circle: 'A' already leads to 'C'" in error.reason


def test_a_name_that_leads_to_itself_is_refused(tmp_path: Path) -> None:
    (error,) = read(tmp_path, "identities.tsv", IDENTITY | {"other": "EFCE"}).bad
    assert "circle" in error.reason


def test_two_names_may_lead_to_one(tmp_path: Path) -> None:
    rows = [IDENTITY, IDENTITY | {"one": "the Foundation"}]
    assert not read(tmp_path, "identities.tsv", *rows).bad
