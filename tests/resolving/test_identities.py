"""Each group bears its registered IRI, the oldest of several, or a new one."""

from collections.abc import Iterable
from datetime import date

from clustergraph.iris import entity_iri
from clustergraph.model import Iri, MentionPlace, Span
from clustergraph.resolving.grouping import Group
from clustergraph.resolving.identities import Identities, identify
from clustergraph.resolving.members import members
from clustergraph.resolving.registry import Redirect, Registration, Registry
from given.sketches import CG, Sketch

DAY = date(2026, 1, 1)
TODAY = date(2026, 11, 22)
OLD, NEW, THIRD = (Iri(f"https://w3id.org/clustergraph/id/{each}-aaaaaaaa") for each in "one")


def thing(name: str, *, language: str = "en", kind: Iri = CG.Organisation) -> Group:
    sketch = Sketch(f"{name} ({kind.local}), {name}.", language=language)
    sketch.entity(kind, name)
    return Group(members=members(sketch.graph))


def places(group: Group) -> list[MentionPlace]:
    (member,) = group.members
    return [MentionPlace(member.document, span) for span in member.entity.mentions]


def row(iri: Iri, key: str, place: MentionPlace, since: date = DAY) -> Registration:
    return Registration(key=key, iri=iri, since=since, mention=place)


def identified(
    keys: dict[Group, str], rows: Iterable[Registration] = (), moved: Iterable[Redirect] = ()
) -> Identities:
    return identify(keys, Registry.of(rows, moved), TODAY)


def test_what_is_new_gets_an_iri_of_its_key_and_is_registered_as_of_today() -> None:
    group = thing("Redwood")
    found = identified({group: "agent/redwood"})
    iri = entity_iri("Redwood", "agent/redwood")
    assert found.iris == {group: iri}
    assert found.registry == Registry.of(
        row(iri, "agent/redwood", place, TODAY) for place in places(group)
    )
    assert (found.redirects, found.gone) == ((), ())


def test_a_label_in_another_language_is_readable_too() -> None:
    group = thing("Секвоя", language="bg")
    assert identified({group: "agent/x"}).iris[group] == entity_iri("Секвоя", "agent/x")


def test_the_english_label_names_what_has_several() -> None:
    both = Group.of(
        [thing("Секвоя", language="bg"), thing("Redwood"), thing("Bois", language="fr")]
    )
    assert identified({both: "agent/x"}).iris[both] == entity_iri("Redwood", "agent/x")


def test_a_mention_finds_its_iri_whatever_its_key_is_now() -> None:
    group = thing("Redwood")
    found = identified({group: "agent/new"}, [row(OLD, "agent/old", places(group)[1])])
    assert found.iris == {group: OLD}
    assert found.gone == ()


def test_a_key_finds_its_iri_where_no_mention_is_registered() -> None:
    group = thing("Redwood")
    elsewhere = MentionPlace("0123456789abcdef", Span(0, 4))
    found = identified({group: "agent/redwood"}, [row(OLD, "agent/redwood", elsewhere)])
    assert found.iris == {group: OLD}


def test_of_several_iris_the_oldest_stays_and_the_others_redirect() -> None:
    group = thing("Redwood")
    first, second = places(group)
    rows = [row(NEW, "agent/b", first, date(2026, 5, 1)), row(OLD, "agent/a", second, DAY)]
    found = identified({group: "agent/b"}, rows)
    assert found.iris == {group: OLD}
    assert found.redirects == ((NEW, OLD),)
    assert found.registry.redirects == (Redirect(old=NEW, new=OLD, since=TODAY),)


def test_an_iri_of_the_same_family_is_kept_before_an_older_one_of_another() -> None:
    group = thing("Redwood")
    first, second = places(group)
    rows = [row(OLD, "place/a", first, DAY), row(NEW, "agent/b", second, date(2026, 5, 1))]
    assert identified({group: "agent/c"}, rows).iris == {group: NEW}


def test_an_iri_that_two_claim_goes_to_the_one_with_more_of_its_mentions() -> None:
    one, other = thing("Redwood"), thing("Blackwood")
    rows = [row(OLD, "agent/x", place) for place in (*places(one)[:1], *places(other))]
    found = identified({one: "agent/one", other: "agent/other"}, rows)
    assert found.iris == {one: entity_iri("Redwood", "agent/one"), other: OLD}


def test_the_key_decides_between_two_of_as_many_mentions() -> None:
    one, other = thing("Redwood"), thing("Blackwood")
    rows = [row(OLD, "agent/other", places(each)[0]) for each in (one, other)]
    assert identified({one: "agent/one", other: "agent/other"}, rows).iris[other] == OLD


def test_a_key_whose_iri_has_gone_to_something_else_is_numbered() -> None:
    one, other = thing("Redwood"), thing("Redwood", kind=CG.Cluster)
    taken = entity_iri("Redwood", "agent/redwood")
    rows = [row(taken, "agent/else", places(one)[0])]
    found = identified({one: "agent/else", other: "agent/redwood"}, rows)
    assert found.iris == {one: taken, other: entity_iri("Redwood", "agent/redwood/2")}


def test_what_nothing_bears_any_more_is_gone() -> None:
    lost = MentionPlace("0123456789abcdef", Span(0, 4))
    group = thing("Redwood")
    found = identified({group: "agent/redwood"}, [row(OLD, "agent/lost", lost)])
    assert found.gone == (OLD,)
    assert found.redirects == ()


def test_a_lost_iri_leads_on_over_several_merges_the_latest_first() -> None:
    group = thing("Redwood")
    moved = [
        Redirect(old=OLD, new=NEW, since=DAY),
        Redirect(old=OLD, new=Iri(f"{OLD}x"), since=date(2025, 1, 1)),
        Redirect(old=NEW, new=THIRD, since=DAY),
        Redirect(old=THIRD, new=OLD, since=date(2025, 1, 1)),
    ]
    found = identified({group: "agent/x"}, [row(THIRD, "agent/x", places(group)[0])], moved)
    assert found.iris == {group: THIRD}
    assert found.redirects == ((NEW, THIRD), (OLD, THIRD))
    assert found.gone == ()


def test_merges_that_go_round_lead_nowhere() -> None:
    group = thing("Redwood")
    moved = [Redirect(old=OLD, new=NEW, since=DAY), Redirect(old=NEW, new=OLD, since=DAY)]
    assert identified({group: "agent/x"}, moved=moved).gone == tuple(sorted((OLD, NEW)))
