import pytest

from given.mapped import ends_of, facts_of, map_text


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


def test_an_object_far_behind_its_cue_is_none() -> None:
    graph = map_text(
        "The course was funded by what many of us in those very long years had come to call "
        "the Wood Agency."
    )
    assert not any(relation == "fundedBy" for _, relation, _ in facts_of(graph))


def test_what_commas_set_off_does_not_part_a_speaker_from_the_verb() -> None:
    graph = map_text(
        "A conference was held. Ann Lee, who has for many years been the very busy director of the "
        "Toy Agency and of much else, spoke."
    )
    assert ("conference", "speaker", "Ann Lee") in facts_of(graph)


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
    assert {organiser for _, organiser in ends_of("organisedBy", text, language)} == {who}


@pytest.mark.parametrize(
    "text",
    [
        "A seminar began. Ann Lee (Toy Agency) attended the seminar.",
        "A seminar began. Ann Lee, director of the Toy Agency, attended the seminar.",
    ],
)
def test_whom_a_person_works_for_does_not_attend(text: str) -> None:
    assert ends_of("attendedBy", text) == {("seminar", "Ann Lee")}


def test_the_body_of_a_relative_clause_does_nothing_outside_it() -> None:
    text = "Ann Lee, who heads the Wood Cluster, opened the seminar."
    assert ends_of("organisedBy", text) == set()


def test_what_a_director_opens_is_not_organised_by_the_agency() -> None:
    text = "Ann Lee, director of the Toy Agency, opened the conference."
    assert ends_of("organisedBy", text) == set()


def test_the_lead_partner_may_follow_the_words_that_open_the_sentence() -> None:
    text = "As lead partner of the project “Alpha”, the Toy Agency welcomed all."
    assert ends_of("coordinatedBy", text) == {("Alpha", "Toy Agency")}


def test_a_colon_opens_the_list_behind_other_names() -> None:
    text = (
        "The project “Alpha” began. The consortium consists of partners from the EU as follows:"
        " Wood Cluster; Toy Agency; Glass Institute."
    )
    names = ("Wood Cluster", "Toy Agency", "Glass Institute")
    assert ends_of("partner", text) == {("Alpha", name) for name in names}


def test_among_others_does_not_part_a_cue_from_its_list() -> None:
    text = (
        "All’incontro prenderanno parte, tra gli altri, anche Mario Rossi, rettore"
        " dell’Università del Legno, e Anna Bianchi."
    )
    assert {who for _, who in ends_of("attendedBy", text, "it")} == {"Mario Rossi", "Anna Bianchi"}


def test_a_seat_does_not_end_the_list() -> None:
    text = "The project “Sea” began. Its partners are the Wood Club based in Lyon and the Toy Club."
    assert ends_of("partner", text) == {("Sea", "Wood Club"), ("Sea", "Toy Club")}


def test_the_director_attends_and_not_the_agency() -> None:
    text = "El congreso contó con la presencia del director del Fondo Alfa, Ana Gil."
    assert ends_of("attendedBy", text, "es") == {("congreso", "Ana Gil")}
