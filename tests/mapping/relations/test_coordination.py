from given.mapped import ends_of, facts_of, map_text


def test_a_list_ends_where_another_clause_begins() -> None:
    graph = map_text("The course was organised by the Wood Agency while the Toy Cluster slept.")
    assert facts_of(graph) == {("course", "organisedBy", "Wood Agency")}


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


def test_together_with_joins_two_who_organise() -> None:
    graph = map_text("The Toy Agency, together with the Wood Club, launched the Toy Fair.")
    organisers = {who for _, relation, who in facts_of(graph) if relation == "organisedBy"}
    assert organisers == {"Toy Agency", "Wood Club"}


def test_people_in_a_list_may_each_be_explained() -> None:
    text = (
        "Na konferencji prelegentami będą Jan Kowalski - poseł na Sejm, przewodniczący Zespołu"
        " Leśnego, Anna Nowak - podsekretarz stanu w Ministerstwie Drewna, Ewa Lis - prezes"
        " Agencji Leśnej."
    )
    speakers = {who for _, who in ends_of("speaker", text, "pl")}
    assert speakers == {"Jan Kowalski", "Anna Nowak", "Ewa Lis"}
