from given.mapped import Told, evidence_of, facts_of, kinds_of, map_text

PARTNERS = """The project "Blue Harbour" began. The partners are four clusters:

• Oak Valley
• Pine Hill, Spain
• Nordic Toys from Norway
"""


def of(relation: str, text: str, language: str = "en") -> set[Told]:
    return {fact for fact in facts_of(map_text(text, language)) if fact[1] == relation}


def test_what_a_line_says_holds_for_the_bullets_under_it() -> None:
    assert of("partner", PARTNERS) == {
        ("Blue Harbour", "partner", name) for name in ("Oak Valley", "Pine Hill", "Nordic Toys")
    }


def test_a_counted_noun_says_what_the_bullets_are() -> None:
    kinds = kinds_of(map_text(PARTNERS))
    assert {kinds[name] for name in ("Oak Valley", "Pine Hill", "Nordic Toys")} == {"Cluster"}


def test_a_bullet_tells_where_its_body_is() -> None:
    assert of("locatedIn", PARTNERS) == {
        ("Pine Hill", "locatedIn", "Spain"),
        ("Nordic Toys", "locatedIn", "Norway"),
    }


def test_the_quote_goes_from_the_line_to_the_bullet() -> None:
    evidence = evidence_of(map_text(PARTNERS))[("Blue Harbour", "partner", "Oak Valley")]
    assert evidence.quote == "The partners are four clusters:\n\n• Oak Valley"


def test_bullets_of_persons_tell_whom_they_work_for() -> None:
    text = (
        "The training was run by a faculty of instructors:\n\n"
        "• Ann Lee, Wood Agency\n• Oto Kranz, Toy Institute\n"
    )
    assert of("taughtBy", text) == {
        ("training", "taughtBy", "Ann Lee"),
        ("training", "taughtBy", "Oto Kranz"),
    }
    assert of("affiliatedWith", text) == {
        ("Ann Lee", "affiliatedWith", "Wood Agency"),
        ("Oto Kranz", "affiliatedWith", "Toy Institute"),
    }


def test_bullets_under_a_topic_are_topics() -> None:
    text = "The seminar focused on:\n\n• pricing of timber;\n• export of toys.\n"
    assert of("topic", text) == {
        ("seminar", "topic", "pricing of timber"),
        ("seminar", "topic", "export of toys"),
    }


def test_a_line_that_names_its_object_says_nothing_of_the_bullets() -> None:
    text = "The course was organised by the Wood Agency:\n\n• Oak Valley\n"
    assert of("organisedBy", text) == {("course", "organisedBy", "Wood Agency")}


def test_bullets_are_read_in_polish() -> None:
    text = "Partnerami projektu „Błękitna Zatoka” są:\n\n• Klaster Leśny\n• Fundacja Wodna\n"
    assert of("partner", text, "pl") == {
        ("Błękitna Zatoka", "partner", "Klaster Leśny"),
        ("Błękitna Zatoka", "partner", "Fundacja Wodna"),
    }


def test_a_bullet_says_who_coordinates() -> None:
    text = 'The project "Sea" began. The partners are:\n\n• Oak Valley (Spain) – Coordinator\n'
    assert of("coordinatedBy", text) == {("Sea", "coordinatedBy", "Oak Valley")}


def test_a_place_behind_a_dash_is_the_seat() -> None:
    text = "Започна проект „Море“. Партньорите са:\n\n• Технологичен институт – Тирана, Албания\n"
    found = of("locatedIn", text, "bg")
    assert ("Технологичен институт", "locatedIn", "Тирана") in found


def test_the_members_of_a_consortium_are_partners_of_its_project() -> None:
    text = "The consortium SEA-DROP met. The members of SEA-DROP are:\n\n• Oak Valley\n• Elm Hill\n"
    assert {name for _, _, name in of("partner", text)} == {"Oak Valley", "Elm Hill"}
    assert "Project" in kinds_of(map_text(text)).values()


def test_a_line_may_say_of_each_item_what_it_holds() -> None:
    text = "The following clusters hold the Gold Label:\n\n• Wood Cluster\n• Glass Cluster\n"
    assert of("holds", text) == {
        ("Wood Cluster", "holds", "Gold Label"),
        ("Glass Cluster", "holds", "Gold Label"),
    }
