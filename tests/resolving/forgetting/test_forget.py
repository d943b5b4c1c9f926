"""What is left of a graph when something in it is forgotten."""

from collections.abc import Sequence
from datetime import date

import pytest

from clustergraph.decisions import Curation, Forgetting, Identity, Verdict
from clustergraph.errors import CurationError, StaleDecision
from clustergraph.iris import document_iri
from clustergraph.model import HIDDEN, Iri, LangString, PartialDate, ResolvedGraph, Withheld
from clustergraph.resolving import Registry, Resolved, resolve
from clustergraph.resolving.forgetting import resolve_and_forget
from given.decided import identity, statement
from given.sketches import CG, Sketch, entity_called

TODAY = date(2026, 11, 22)
ANNA = "Anna Kowalska led Alpha. Kowalska was with EFCE. Jan Lis led Beta."


def _forgetting(iri: Iri, why: str = "asked", line: int = 2) -> Forgetting:
    return Forgetting(location=f"forgotten.tsv:{line}", iri=iri, by="Ada", on=TODAY, why=why)


def _anna(text: str = ANNA, *, name: str = "anna.txt") -> Sketch:
    """Draw a document in which Anna Kowalska leads Alpha and, where it says so, Jan Lis Beta."""
    sketch = Sketch(text, name=name)
    anna = sketch.entity(CG.Person, "Anna Kowalska")
    alpha = sketch.entity(CG.Project, "Alpha")
    sketch.fact(alpha, CG.coordinatedBy, anna)
    if "Jan Lis" in text:
        jan, beta = sketch.entity(CG.Person, "Jan Lis"), sketch.entity(CG.Project, "Beta")
        sketch.fact(beta, CG.coordinatedBy, jan, role="chief of Kowalska")
        sketch.fact(beta, CG.topic, LangString("work of Kowalska", "en"))
    return sketch


def _iri(sketches: Sequence[Sketch], name: str, registry: Registry | None = None) -> Iri:
    graphs = [sketch.graph for sketch in sketches]
    return entity_called(name, resolve(graphs, registry or Registry(), today=TODAY).graph).iri


def _without(sketches: Sequence[Sketch], *forgotten: Forgetting, **curation: object) -> Resolved:
    graphs = [sketch.graph for sketch in sketches]
    registry = resolve(graphs, Registry(), today=TODAY).registry
    decided = Curation(forgotten=forgotten, **curation)  # type: ignore[arg-type]
    return resolve_and_forget(graphs, registry, today=TODAY, curation=decided)


def _labels(graph: ResolvedGraph) -> set[str]:
    return {label.text for entity in graph.entities for label in entity.labels}


def test_the_entity_and_its_statements_are_gone_and_its_addresses_say_why() -> None:
    sketch = _anna()
    whole = resolve([sketch.graph], Registry(), today=TODAY).graph
    anna = entity_called("Anna Kowalska", whole).iri
    graph = _without([sketch], _forgetting(anna)).graph
    assert _labels(graph) == {"Alpha", "Jan Lis", "Beta"}
    assert {statement.predicate for statement in graph.statements} == {CG.coordinatedBy, CG.topic}
    (led,) = (s for s in whole.statements if s.object == anna)
    assert graph.withheld == tuple(
        Withheld(iri=iri, why="asked") for iri in sorted([led.evidence[0].iri, anna])
    )
    assert anna not in graph.gone


def test_nothing_forgotten_changes_nothing() -> None:
    graphs = [_anna().graph]
    assert resolve_and_forget(graphs, Registry(), today=TODAY) == resolve(
        graphs, Registry(), today=TODAY
    )


def test_names_are_hidden_in_texts_quotes_roles_and_literals() -> None:
    sketch = _anna()
    graph = _without([sketch], _forgetting(_iri([sketch], "Anna Kowalska"))).graph
    hidden = f"{HIDDEN * 13} led Alpha. {HIDDEN * 8} was with EFCE. Jan Lis led Beta."
    assert graph.documents[0].text == hidden
    passages = [passage.evidence for s in graph.statements for passage in s.evidence]
    assert {passage.quote for passage in passages} == {hidden}
    assert f"chief of {HIDDEN * 8}" in {passage.role for passage in passages}
    assert LangString(f"work of {HIDDEN * 8}", "en") in {s.object for s in graph.statements}


def test_the_surname_of_somebody_else_in_the_document_is_not_hidden() -> None:
    sketch = _anna("Anna Kowalska led Alpha. Jan Kowalski spoke. Kowalski left.")
    sketch.entity(CG.Person, "Jan Kowalski")
    graph = _without([sketch], _forgetting(_iri([sketch], "Anna Kowalska"))).graph
    assert graph.documents[0].text == f"{HIDDEN * 13} led Alpha. Jan Kowalski spoke. Kowalski left."


def test_the_surname_is_not_hidden_in_a_document_that_does_not_speak_of_its_bearer() -> None:
    one, other = _anna(name="one.txt"), Sketch("Kowalska won.", name="other.txt")
    third = Sketch("Kowalska, that is Anna Kowalska, won.", name="third.txt")
    forgotten = _forgetting(_iri([one], "Anna Kowalska"))
    graph = _without([one, other, third], forgotten).graph
    texts = {document.name: document.text for document in graph.documents}
    assert texts["other.txt"] == "Kowalska won."
    assert texts["third.txt"] == f"{HIDDEN * 8}, that is {HIDDEN * 13}, won."


def test_a_body_called_after_a_surname_keeps_its_name() -> None:
    sketch = _anna("Anna Kowalska led Alpha. Kowalska Ltd paid. Kowalska left.")
    sketch.entity(CG.Organisation, "Kowalska Ltd")
    graph = _without([sketch], _forgetting(_iri([sketch], "Anna Kowalska"))).graph
    text = f"{HIDDEN * 13} led Alpha. Kowalska Ltd paid. {HIDDEN * 8} left."
    assert graph.documents[0].text == text
    assert "Kowalska Ltd" in _labels(graph)


def test_what_has_no_name_of_its_own_loses_the_surname_too() -> None:
    sketch = _anna("Anna Kowalska led Alpha. The talk of Kowalska was long.")
    sketch.entity(CG.Event, "talk of Kowalska", named=False)
    graph = _without([sketch], _forgetting(_iri([sketch], "Anna Kowalska"))).graph
    talk = entity_called(f"talk of {HIDDEN * 8}", graph)
    assert talk.iri.local.startswith("talk-of-")
    assert not [iri for iri in (talk.iri,) if "kowalska" in iri]


def test_a_changed_address_is_allowed_in_the_graph_and_found_from_the_old_one() -> None:
    sketch = _anna("Anna Kowalska led Alpha. The Anna Kowalska Fund paid.")
    sketch.entity(CG.Organisation, "Anna Kowalska Fund")
    old = _iri([sketch], "Anna Kowalska Fund")
    resolved = _without([sketch], _forgetting(_iri([sketch], "Anna Kowalska")))
    new = entity_called(f"{HIDDEN * 13} Fund", resolved.graph).iri
    assert new.local == f"fund-{old[-8:]}"
    assert new in resolved.iris
    assert Withheld(iri=old, replaced_by=new) in resolved.graph.withheld


def test_somebody_told_apart_by_a_person_keeps_the_name_in_the_own_document() -> None:
    text = "Anna Kowalska led Gamma. Kowalska won."
    one, other = _anna(name="one.txt"), Sketch(text, name="other.txt")
    anna, gamma = other.entity(CG.Person, "Anna Kowalska"), other.entity(CG.Project, "Gamma")
    other.fact(gamma, CG.coordinatedBy, anna)
    apart = identity(
        Identity.DIFFERENT, "Anna Kowalska @ one.txt", "Anna Kowalska @ other.txt", kind=CG.Person
    )
    graphs = [one.graph, other.graph]
    curation = Curation(identities=(apart,))
    whole = resolve(graphs, Registry(), today=TODAY, curation=curation)
    both = [e for e in whole.graph.entities if e.labels[0].text == "Anna Kowalska"]
    (forgotten,) = (e for e in both if e.mentions[0].document == one.document.id)
    (kept,) = (e for e in both if e != forgotten)
    graph = resolve_and_forget(
        graphs,
        whole.registry,
        today=TODAY,
        curation=Curation(identities=(apart,), forgotten=(_forgetting(forgotten.iri),)),
    ).graph
    assert kept in graph.entities
    texts = {document.name: document.text for document in graph.documents}
    assert texts["other.txt"] == text
    assert "Kowalska" not in texts["one.txt"]


def test_the_same_person_in_a_later_document_is_forgotten_with_the_same_reason() -> None:
    first, later = _anna(name="first.txt"), _anna("Anna Kowalska led Alpha again.", name="b.txt")
    registry = resolve([first.graph], Registry(), today=TODAY).registry
    forgotten = _forgetting(_iri([first], "Anna Kowalska"), why="she asked")
    for graphs in ([first.graph, later.graph], [later.graph]):
        graph = resolve_and_forget(
            graphs, registry, today=TODAY, curation=Curation(forgotten=(forgotten,))
        ).graph
        assert "Anna Kowalska" not in _labels(graph)
        assert not [document for document in graph.documents if "Anna" in document.text]
        assert {each.why for each in graph.withheld} == {"she asked"}


def test_a_merged_address_means_what_it_was_merged_into() -> None:
    one = _anna(name="one.txt")
    other = Sketch("Kowalska-Lis led Gamma.", name="other.txt")
    other.fact(
        other.entity(CG.Project, "Gamma"), CG.coordinatedBy, other.entity(CG.Person, "Kowalska-Lis")
    )
    graphs = [one.graph, other.graph]
    registry = resolve(graphs, Registry(), today=date(2026, 1, 1)).registry
    same = identity(Identity.SAME, "Kowalska-Lis", "Anna Kowalska", kind=CG.Person)
    old, new = _iri([one, other], "Kowalska-Lis"), _iri([one, other], "Anna Kowalska")
    for asked in (old, new):
        curation = Curation(identities=(same,), forgotten=(_forgetting(asked),))
        graph = resolve_and_forget(graphs, registry, today=TODAY, curation=curation).graph
        assert not [document.text for document in graph.documents if "Kowalska" in document.text]
        assert {Withheld(iri=iri, why="asked") for iri in (old, new)} <= set(graph.withheld)
        assert not graph.redirects


@pytest.mark.parametrize("quote", ["Anna Kowalska left", "Kowalska was with EFCE"])
def test_decisions_about_what_is_forgotten_are_neither_bad_nor_stale(quote: str) -> None:
    sketch = _anna()
    decided = statement(
        Verdict.REJECT, "Anna Kowalska", CG.affiliatedWith, "Alpha", quote, document="anna.txt"
    )
    before = resolve(
        [sketch.graph], Registry(), today=TODAY, curation=Curation(statements=(decided,))
    )
    assert before.bad
    forgotten = _forgetting(_iri([sketch], "Anna Kowalska"))
    resolved = _without([sketch], forgotten, statements=(decided,))
    assert not resolved.bad
    assert not resolved.stale


def test_decisions_about_others_are_still_bad_or_stale() -> None:
    sketch = _anna()
    bad = statement(Verdict.ADD, "Jan Lis", CG.affiliatedWith, "Beta", "x", document="anna.txt")
    stale = statement(Verdict.ADD, "Jan Lis", CG.affiliatedWith, "Beta", "x", document="no.txt")
    forgotten = _forgetting(_iri([sketch], "Anna Kowalska"))
    resolved = _without([sketch], forgotten, statements=(bad, stale))
    assert [type(error) for error in resolved.bad] == [CurationError]
    assert [type(error) for error in resolved.stale] == [StaleDecision]


def test_a_person_known_only_in_short_beside_the_whole_name_is_forgotten_too() -> None:
    sketch = _anna("Anna Kowalska led Alpha. A. Kowalska left. Jan Lis led Beta.")
    sketch.entity(CG.Person, "A. Kowalska")
    resolved = _without([sketch], _forgetting(_iri([sketch], "Anna Kowalska")))
    assert _labels(resolved.graph) == {"Alpha", "Beta", "Jan Lis"}


def test_an_entity_without_a_name_is_hidden_where_it_is_mentioned_and_nowhere_else() -> None:
    sketch = Sketch("The spring course was long. A course is short. Alpha paid.")
    course = sketch.entity(CG.Training, "spring course", named=False)
    sketch.fact(course, CG.fundedBy, sketch.entity(CG.Organisation, "Alpha"))
    graph = _without([sketch], _forgetting(_iri([sketch], "spring course"))).graph
    text = f"The {HIDDEN * 13} was long. A course is short. Alpha paid."
    assert graph.documents[0].text == text


def test_a_reason_that_holds_the_name_is_told_without_it() -> None:
    sketch = _anna()
    forgotten = _forgetting(_iri([sketch], "Anna Kowalska"), why="Anna Kowalska asked")
    graph = _without([sketch], forgotten).graph
    assert {each.why for each in graph.withheld} == {f"{HIDDEN * 13} asked"}


def test_a_forgotten_document_is_kept_out_with_all_that_only_it_speaks_of() -> None:
    one, other = _anna(name="one.txt"), Sketch("Jan Lis led Beta. Beta won.", name="other.txt")
    other.fact(
        other.entity(CG.Project, "Beta"), CG.coordinatedBy, other.entity(CG.Person, "Jan Lis")
    )
    sketches = [one, other]
    whole = resolve([s.graph for s in sketches], Registry(), today=TODAY).graph
    resolved = _without(sketches, _forgetting(document_iri(one.document.id), why="not licensed"))
    graph = resolved.graph
    assert [document.name for document in graph.documents] == ["other.txt"]
    assert _labels(graph) == {"Beta", "Jan Lis"}
    assert {each.why for each in graph.withheld} == {"not licensed"}
    withheld = {each.iri for each in graph.withheld}
    assert document_iri(one.document.id) in withheld
    assert entity_called("Anna Kowalska", whole).iri in withheld
    kept = {passage.iri for s in graph.statements for passage in s.evidence}
    assert withheld >= {p.iri for s in whole.statements for p in s.evidence} - kept
    assert not graph.gone
    assert not resolved.stale


def test_an_address_that_nobody_knows_is_told_and_not_repeated() -> None:
    unknown = Iri("https://w3id.org/clustergraph/id/anna-kowalsky-aaaaaaaa")
    resolved = _without([_anna()], _forgetting(unknown, line=7))
    (stale,) = resolved.stale
    assert str(stale).startswith("forgotten.tsv:7: the registry does not know the address")
    assert "kowalsky" not in str(stale)


def test_a_decision_in_words_that_are_published_hidden_is_carried_out() -> None:
    sketch = _anna("Anna Kowalska led Alpha. The Anna Kowalska Fund paid Alpha.")
    fund = sketch.entity(CG.Organisation, "Anna Kowalska Fund")
    alpha = sketch.graph.entities[1].id
    sketch.fact(alpha, CG.fundedBy, fund, quote="The Anna Kowalska Fund paid Alpha.")
    forgotten = _forgetting(_iri([sketch], "Anna Kowalska"))
    published = _without([sketch], forgotten).graph
    (paid,) = (s for s in published.statements if s.predicate == CG.fundedBy)
    assert isinstance(paid.object, Iri)
    decided = statement(
        Verdict.REJECT,
        paid.subject.local,
        paid.predicate,
        paid.object.local,
        paid.evidence[0].evidence.quote,
        document="anna.txt",
    )
    resolved = _without([sketch], forgotten, statements=(decided,))
    assert not resolved.bad
    assert not resolved.stale
    (paid,) = (s for s in resolved.graph.statements if s.predicate == CG.fundedBy)
    assert not paid.is_asserted


def test_the_registry_keeps_what_is_forgotten() -> None:
    sketch = _anna()
    registry = resolve([sketch.graph], Registry(), today=TODAY).registry
    assert _without([sketch], _forgetting(_iri([sketch], "Anna Kowalska"))).registry == registry


def test_a_role_is_hidden_as_it_stands_within_the_passage() -> None:
    sketch = Sketch("Kowalska Beta led. Anna Kowalska led Beta.")
    beta = sketch.entity(CG.Project, "Beta")
    anna = sketch.entity(CG.Person, "Anna Kowalska")
    sketch.fact(beta, CG.startDate, PartialDate(2018), role="led. Anna", quote="Kowalska Beta led.")
    sketch.fact(beta, CG.coordinatedBy, anna)
    graph = _without([sketch], _forgetting(_iri([sketch], "Anna Kowalska"))).graph
    ((passage,),) = (statement.evidence for statement in graph.statements)
    assert passage.evidence.role == "led. Anna"
