"""Where the ends of a cue stand. What single cues mean is shown by their own examples."""

import pytest

from given.mapped import evidence_of, facts_of, map_text, names_of

SIDES = {
    "subject left, object right": (
        'The project "Blue Harbour" is funded by the Toy Agency.',
        ("Blue Harbour", "fundedBy", "Toy Agency"),
    ),
    "subject right, object left": (
        'The Toy Agency finances the project "Blue Harbour".',
        ("Blue Harbour", "fundedBy", "Toy Agency"),
    ),
    "subject of the story": (
        'The project "Blue Harbour" began. Lead partner is the Toy Agency.',
        ("Blue Harbour", "coordinatedBy", "Toy Agency"),
    ),
    "object a number": (
        "The training consists of six modules.",
        ("training", "moduleCount", "6"),
    ),
    "object a text": (
        "The training focused on pricing of toys.",
        ("training", "topic", "pricing of toys"),
    ),
    "verb first": (
        "Projekt „Błękitna Zatoka” realizuje Fundacja Leśna.",
        ("Błękitna Zatoka", "implementedBy", "Fundacja Leśna"),
    ),
}


@pytest.mark.parametrize("case", SIDES)
def test_the_ends_of_a_cue_are_found_on_its_sides(case: str) -> None:
    text, fact = SIDES[case]
    assert fact in facts_of(map_text(text, "pl" if case == "verb first" else "en"))


def test_a_subject_that_the_sentence_does_not_name_makes_the_fact_less_sure() -> None:
    named = map_text("The course is funded by the Toy Agency.")
    assumed = map_text("The course began. It is funded by the Toy Agency.")
    fact = ("course", "fundedBy", "Toy Agency")
    assert evidence_of(named)[fact].confidence > evidence_of(assumed)[fact].confidence
    assert evidence_of(assumed)[fact].subject is None


def test_every_name_of_a_list_is_an_object() -> None:
    graph = map_text(
        "The conference was organised by the Wood Agency, the Fish Institute, and the Toy Cluster."
    )
    assert facts_of(graph) == {
        ("conference", "organisedBy", body)
        for body in ("Wood Agency", "Fish Institute", "Toy Cluster")
    }


def test_every_name_of_a_list_before_the_verb_is_an_object() -> None:
    graph = map_text("Klaster Leśny i Fundacja Wodna zorganizowały seminarium.", "pl")
    assert facts_of(graph) == {
        ("seminarium", "organisedBy", "Klaster Leśny"),
        ("seminarium", "organisedBy", "Fundacja Wodna"),
    }


def test_every_body_of_a_list_is_a_subject() -> None:
    graph = map_text("The Wood Cluster, the Toy Cluster and the Fish Cluster hold the Gold Label.")
    assert facts_of(graph) == {
        (body, "holds", "Gold Label") for body in ("Wood Cluster", "Toy Cluster", "Fish Cluster")
    }


def test_a_list_ends_where_another_clause_begins() -> None:
    graph = map_text("The course was organised by the Wood Agency while the Toy Cluster slept.")
    assert facts_of(graph) == {("course", "organisedBy", "Wood Agency")}


def test_jointly_with_goes_to_the_subject_of_the_clause_before() -> None:
    graph = map_text(
        "The course, funded by the Wood Agency and organised by the Fish Institute jointly with "
        "the Toy Chamber, ended."
    )
    assert ("course", "partner", "Toy Chamber") in facts_of(graph)
    assert not any(subject == "Fish Institute" for subject, _, _ in facts_of(graph))


def test_what_belongs_to_a_person_is_not_the_cues_object() -> None:
    graph = map_text("The course was hosted by Ann Lee, director of the Wood Agency.")
    assert facts_of(graph) == {("Ann Lee", "affiliatedWith", "Wood Agency")}


def test_what_belongs_to_a_person_does_not_go_on_with_the_list() -> None:
    graph = map_text("The course was led by Ann Lee, director of the Wood Agency.")
    assert ("course", "coordinatedBy", "Wood Agency") not in facts_of(graph)


def test_the_list_goes_on_behind_what_belongs_to_a_person() -> None:
    graph = map_text(
        "The project was led by Ann Lee, director of the Wood Agency, and the Toy Cluster."
    )
    led_by = {who for _, relation, who in facts_of(graph) if relation == "coordinatedBy"}
    assert led_by == {"Ann Lee", "Toy Cluster"}


def test_a_cue_speaks_of_the_course_of_a_programme_not_of_the_programme() -> None:
    graph = map_text("The course of the Open Gates programme was held in Lyon.")
    assert ("course", "locatedIn", "Lyon") in facts_of(graph)
    assert ("Open Gates programme", "locatedIn", "Lyon") not in facts_of(graph)


def test_an_object_far_behind_its_cue_is_none() -> None:
    graph = map_text(
        "The course was funded by what many of us in those very long years had come to call "
        "the Wood Agency."
    )
    assert not any(relation == "fundedBy" for _, relation, _ in facts_of(graph))


def test_of_two_cues_that_overlap_the_longer_speaks() -> None:
    graph = map_text("The course was implemented jointly by the Wood Agency.")
    assert {relation for _, relation, _ in facts_of(graph)} == {"implementedBy"}


def test_a_name_of_unknown_kind_becomes_what_the_relation_wants() -> None:
    graph = map_text("The course was organised by Silver Birch.")
    assert facts_of(graph) == {("course", "organisedBy", "Silver Birch")}
    assert names_of(graph, "Silver Birch") == {"Silver Birch"}


def test_what_the_ontology_does_not_allow_is_no_fact() -> None:
    assert facts_of(map_text("The Wood Agency is funded by Lyon.")) == set()


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        (
            "The course focused on pricing of wood, export of toys and marketing in shops.",
            {"pricing of wood", "export of toys", "marketing in shops"},
        ),
        ("The course focused on pricing of wood and export of toys.",
         {"pricing of wood and export of toys"}),
        ("The course focused on the wood trade (and more).", {"wood trade"}),
        ("The course focused on wood trade, which was fun.", {"wood trade"}),
        ("A course in Lyon ended.", set()),
        ("A course in June ended.", set()),
    ],
)  # fmt: skip
def test_topics_are_the_items_of_an_enumeration(text: str, topics: set[str]) -> None:
    found = {value for _, relation, value in facts_of(map_text(text)) if relation == "topic"}
    assert found == topics


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("Das Seminar zum Thema „Holz, Glas und mehr“ begann.", {"Holz, Glas und mehr"}),
        ("Die Schulung zum Thema Holzbau in Wien war gut.", {"Holzbau"}),
        ("Die Tagung lief unter dem Motto „Holz 2.0“.", {"Holz 2.0"}),
    ],
)
def test_a_topic_is_what_stands_in_quotes_and_no_town(text: str, topics: set[str]) -> None:
    facts = facts_of(map_text(text, "de"))
    assert {value for _, relation, value in facts if relation == "topic"} == topics


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("The course focused on mapping, planning and finance.",
         {"mapping", "planning", "finance"}),
        ("The course focused on the opening session of the training.", set()),
        ("The course focused on the region.", set()),
        ("The course focused on how to sell toys.", {"how to sell toys"}),
        ("The course focused on during the week.", set()),
        ("A course on wood trade last Friday was fun.", {"wood trade"}),
    ],
)  # fmt: skip
def test_a_topic_is_no_meeting_and_no_aside(text: str, topics: set[str]) -> None:
    found = {value for _, relation, value in facts_of(map_text(text)) if relation == "topic"}
    assert found == topics


def test_all_of_a_list_of_meetings_are_subjects() -> None:
    graph = map_text("The Toy Agency organised the wood conference, a workshop and the toy fair.")
    assert facts_of(graph) == {
        (meeting, "organisedBy", "Toy Agency")
        for meeting in ("wood conference", "workshop", "toy fair")
    }


def test_what_commas_set_off_does_not_part_a_speaker_from_the_verb() -> None:
    graph = map_text(
        "A conference was held. Ann Lee, who has for many years been the very busy director of the "
        "Toy Agency and of much else, spoke."
    )
    assert ("conference", "speaker", "Ann Lee") in facts_of(graph)


def test_brackets_behind_names_do_not_end_a_list() -> None:
    graph = map_text(
        "The speakers were Ann Lee (Toy Agency), Oto Kranz (what a name) and Eva Brook."
        " The conference ended."
    )
    assert {who for _, relation, who in facts_of(graph) if relation == "speaker"} == {
        "Ann Lee",
        "Oto Kranz",
        "Eva Brook",
    }


def test_what_somebody_funds_must_be_told() -> None:
    graph = map_text("A course began. The Toy Agency funds many things.")
    assert facts_of(graph) == set()


def test_a_partner_within_a_project_is_one_of_what_is_held() -> None:
    graph = map_text(
        'The course was held within the project "Sea" in cooperation with the Toy Agency.'
    )
    assert ("course", "partner", "Toy Agency") in facts_of(graph)


def test_a_bare_noun_before_another_is_no_subject() -> None:
    graph = map_text("A course began. They talked of project financing and saw the Toy Agency.")
    assert not any(subject == "project" for subject, _, _ in facts_of(graph))


def test_of_persons_and_of_bodies_two_cues_may_speak_at_once() -> None:
    graph = map_text("A visit ended with a training delivered by the Toy Agency.")
    assert ("training", "organisedBy", "Toy Agency") in facts_of(graph)


def test_the_clause_without_an_activity_speaks_of_that_of_the_sentence_before() -> None:
    graph = map_text(
        'The project "Sea" began. A workshop was held in Lyon. It was organised by the Toy Agency.'
    )
    assert ("workshop", "organisedBy", "Toy Agency") in facts_of(graph)


def test_partners_are_sooner_those_of_the_project_than_of_its_meeting() -> None:
    graph = map_text(
        'The project "Sea" held a conference.\n\nThe partners are the Toy Agency and the Wood Club.'
    )
    assert {s for s, relation, _ in facts_of(graph) if relation == "partner"} == {"Sea"}


def test_together_with_joins_two_who_organise() -> None:
    graph = map_text("The Toy Agency, together with the Wood Club, launched the Toy Fair.")
    organisers = {who for _, relation, who in facts_of(graph) if relation == "organisedBy"}
    assert organisers == {"Toy Agency", "Wood Club"}


def test_a_programme_that_only_pays_has_none_of_the_storys_partners() -> None:
    graph = map_text(
        "The Toy Fair was held. It is a joint work with the Wood Club.\n\n"
        "The fair is run in cooperation with the Fish Institute.\n\n"
        "The fair is funded by the Open Gates Programme.\n"
    )
    assert not any(s == "Open Gates Programme" for s, p, _ in facts_of(graph) if p == "partner")


def of(relation: str, text: str, language: str = "en") -> set[tuple[str, str]]:
    """Return the ends of the facts of one relation."""
    return {(s, o) for s, p, o in facts_of(map_text(text, language)) if p == relation}


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "The Wood Cluster, in cooperation with the Toy Agency, organised a conference.",
         "Wood Cluster"),
        ("en", "The Wood Cluster, on behalf of the Toy Agency, organised a conference.",
         "Wood Cluster"),
        ("it", "Il Comune di Bari assieme all’Associazione Legno promuove il convegno.",
         "Comune di Bari"),
    ],
)  # fmt: skip
def test_who_only_helps_does_not_organise(language: str, text: str, who: str) -> None:
    assert {organiser for _, organiser in of("organisedBy", text, language)} == {who}


@pytest.mark.parametrize(
    "text",
    [
        "A seminar began. Ann Lee (Toy Agency) attended the seminar.",
        "A seminar began. Ann Lee, director of the Toy Agency, attended the seminar.",
    ],
)
def test_whom_a_person_works_for_does_not_attend(text: str) -> None:
    assert of("attendedBy", text) == {("seminar", "Ann Lee")}


def test_the_body_of_a_relative_clause_does_nothing_outside_it() -> None:
    text = "Ann Lee, who heads the Wood Cluster, opened the seminar."
    assert of("organisedBy", text) == set()


def test_what_a_director_opens_is_not_organised_by_the_agency() -> None:
    text = "Ann Lee, director of the Toy Agency, opened the conference."
    assert of("organisedBy", text) == set()


@pytest.mark.parametrize(
    ("language", "text", "fact"),
    [
        ("es", "Financiado por el programa Alfa, el proyecto Beta comienza en Vigo.",
         ("Beta", "Alfa")),
        ("en", "Funded by the Toy Agency, the project “Beta” began.", ("Beta", "Toy Agency")),
    ],
)  # fmt: skip
def test_an_opening_participle_speaks_of_what_follows_the_comma(
    language: str, text: str, fact: tuple[str, str]
) -> None:
    assert fact in of("fundedBy", text, language)


@pytest.mark.parametrize(
    "text",
    [
        "A conference began. The Wood Cluster, which is supported by the Toy Agency, met there.",
        "A conference began. The Wood Cluster is financed by the Toy Agency.",
    ],
)
def test_what_is_said_of_a_body_is_not_said_of_the_meeting(text: str) -> None:
    assert of("fundedBy", text) == set()


def test_an_object_of_another_cue_is_no_such_body() -> None:
    text = "The conference was organised by the Wood Cluster, supported by the Toy Agency."
    assert of("fundedBy", text) == {("conference", "Toy Agency")}


def test_the_lead_partner_may_follow_the_words_that_open_the_sentence() -> None:
    text = "As lead partner of the project “Alpha”, the Toy Agency welcomed all."
    assert of("coordinatedBy", text) == {("Alpha", "Toy Agency")}


def test_a_colon_opens_the_list_behind_other_names() -> None:
    text = (
        "The project “Alpha” began. The consortium consists of partners from the EU as follows:"
        " Wood Cluster; Toy Agency; Glass Institute."
    )
    names = ("Wood Cluster", "Toy Agency", "Glass Institute")
    assert of("partner", text) == {("Alpha", name) for name in names}


def test_people_in_a_list_may_each_be_explained() -> None:
    text = (
        "Na konferencji prelegentami będą Jan Kowalski - poseł na Sejm, przewodniczący Zespołu"
        " Leśnego, Anna Nowak - podsekretarz stanu w Ministerstwie Drewna, Ewa Lis - prezes"
        " Agencji Leśnej."
    )
    speakers = {who for _, who in of("speaker", text, "pl")}
    assert speakers == {"Jan Kowalski", "Anna Nowak", "Ewa Lis"}


def test_among_others_does_not_part_a_cue_from_its_list() -> None:
    text = (
        "All’incontro prenderanno parte, tra gli altri, anche Mario Rossi, rettore"
        " dell’Università del Legno, e Anna Bianchi."
    )
    assert {who for _, who in of("attendedBy", text, "it")} == {"Mario Rossi", "Anna Bianchi"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "“Beta” ended. The partners of the project “Alpha” are the Wood Club and Elm Club."),
        ("fr", "Les partenaires du projet « Alpha » sont l’Agence du Bois (Lyon) et le Cluster B."),
        ("ro", "Partenerii proiectului „Alpha” sunt Fundația Lemn (România) și Clusterul Sticlă."),
    ],
)  # fmt: skip
def test_the_words_of_a_cue_may_name_its_subject(language: str, text: str) -> None:
    assert {subject for subject, _ in of("partner", text, language)} == {"Alpha"}


def test_the_nearer_words_tell_whose_seat_it_is() -> None:
    text = "The congress was organised by the Wood Institute, a private organisation based in Lyon."
    assert of("locatedIn", text) == {("Wood Institute", "Lyon")}


def test_a_seat_does_not_end_the_list() -> None:
    text = "The project “Sea” began. Its partners are the Wood Club based in Lyon and the Toy Club."
    assert of("partner", text) == {("Sea", "Wood Club"), ("Sea", "Toy Club")}


def test_the_director_attends_and_not_the_agency() -> None:
    text = "El congreso contó con la presencia del director del Fondo Alfa, Ana Gil."
    assert of("attendedBy", text, "es") == {("congreso", "Ana Gil")}


def test_what_is_organised_with_others_has_them_as_partners() -> None:
    text = (
        "Die Holzagentur Tirol organisierte gemeinsam mit dem Glasinstitut Wien ein Treffen für"
        " Partner des Programms „Alpha“."
    )
    assert of("partner", text, "de") == {("Treffen", "Glasinstitut Wien")}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "La rencontre a été animée par Jean Dupont.",
            ("rencontre", "speaker", "Jean Dupont"),
        ),
        (
            "La formation a été animée par Jean Dupont.",
            ("formation", "taughtBy", "Jean Dupont"),
        ),
        (
            "Une rencontre a eu lieu à Lyon. Les conférences animées par Jean Dupont ont plu.",
            ("rencontre", "speaker", "Jean Dupont"),
        ),
    ],
)  # fmt: skip
def test_who_leads_a_meeting_speaks_there_and_teaches_a_training(
    text: str, fact: tuple[str, str, str]
) -> None:
    told = {fact for fact in facts_of(map_text(text, "fr")) if fact[1] in {"speaker", "taughtBy"}}
    assert told == {fact}
