"""vocab.py says what the ontology says."""

import subprocess
import sys
from pathlib import Path

import pytest

from clustergraph.locations import ONTOLOGY
from clustergraph.model import Iri
from clustergraph.rdf.generate_vocab import VOCAB, vocab_source
from clustergraph.vocab import (
    CG,
    INFERRED,
    INVERSES,
    SIGNATURES,
    SUPERCLASSES,
    SUPERPROPERTIES,
    XSD,
)

NAMESPACE = "https://w3id.org/clustergraph/ns#"
FILES = sorted(ONTOLOGY.glob("*.ttl"))


def test_the_file_is_what_the_ontology_makes_of_it_today() -> None:
    assert VOCAB.read_text(encoding="utf-8") == vocab_source(FILES)


def test_the_order_of_the_ontologys_files_does_not_matter() -> None:
    assert vocab_source(reversed(FILES)) == vocab_source(FILES)


def test_the_file_is_as_the_formatter_would_have_it(tmp_path: Path) -> None:
    path = tmp_path / "vocab.py"
    path.write_text(vocab_source(FILES), encoding="utf-8")
    command = [sys.executable, "-m", "ruff", "format", "--check", "--line-length", "100", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_a_constant_is_the_terms_iri() -> None:
    assert CG.fundedBy == "https://w3id.org/clustergraph/ns#fundedBy"
    assert isinstance(CG.fundedBy, Iri)


def test_hierarchies_hold_direct_steps() -> None:
    assert SUPERCLASSES[CG.City] == (CG.Place,)
    assert CG.Agent not in SUPERCLASSES
    assert SUPERPROPERTIES[CG.implementedBy] == (CG.organisedBy,)


def test_a_signature_holds_the_subclasses_too() -> None:
    assert {CG.Place, CG.City, CG.Venue} <= SIGNATURES[CG.locatedIn].range
    assert SIGNATURES[CG.speaker].range == {CG.Person}


def test_the_signature_of_a_literal_property_ends_in_datatypes() -> None:
    assert SIGNATURES[CG.startDate].range == {XSD.date, XSD.gYearMonth, XSD.gYear, XSD.gMonthDay}


def test_inverses_can_be_looked_up_from_both_ends() -> None:
    assert INVERSES[CG.partOf] == CG.hasPart
    assert INVERSES[CG.hasPart] == CG.partOf


def test_what_follows_is_never_asserted() -> None:
    assert {CG.fundingSource, CG.involves, CG.partOfTransitive, CG.periodStart} <= INFERRED
    assert {CG.fundedBy, CG.partOf, CG.startDate, CG.implementedBy} & INFERRED == set()


def test_every_property_has_a_signature() -> None:
    terms = {
        value
        for name, value in vars(CG).items()
        if name[0].islower() and value.startswith(NAMESPACE)
    }
    assert terms - set(SIGNATURES) == {CG.inferredOnly}


def test_a_range_in_an_unknown_namespace_is_refused(tmp_path: Path) -> None:
    odd = tmp_path / "odd.ttl"
    odd.write_text(
        f"""PREFIX owl: <http://www.w3.org/2002/07/owl#>
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        <{NAMESPACE}odd> a owl:ObjectProperty ;
            rdfs:domain <{NAMESPACE}A> ; rdfs:range <https://example.org/B> ."""
    )
    with pytest.raises(ValueError, match=r"no constant for https://example\.org/B"):
        vocab_source([odd])
