import pytest

from given.mapped import evidence_of, map_text

FACT = ("Ann Lee", "affiliatedWith", "Wood Agency")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Ann Lee, director of the Wood Agency, came.", "director"),
        ("Ann Lee (director of the Wood Agency) came.", "director"),
        ("Ann Lee of the Wood Agency came.", ""),
        ("Ann Lee (Wood Agency) came.", ""),
        ("Ann Lee from the Wood Agency came.", ""),
    ],
)
def test_neighbours_tell_whom_a_person_works_for(text: str, role: str) -> None:
    evidence = evidence_of(map_text(text))
    assert FACT in evidence
    assert evidence[FACT].role == role


def test_a_compound_with_a_hyphen_is_whom_somebody_works_for() -> None:
    text = "Es sprach Max Huber, Manager des Holz-Clusters."
    assert ("Max Huber", "affiliatedWith", "Holz-Cluster") in evidence_of(map_text(text, "de"))


@pytest.mark.parametrize(
    "text", ["We met Ann Lee, the Wood Agency and others.", "Ann Lee saw the Wood Agency."]
)
def test_neighbours_that_nothing_links_are_not_each_others(text: str) -> None:
    assert FACT not in evidence_of(map_text(text))


def test_a_position_that_is_no_longer_held_is_told() -> None:
    evidence = evidence_of(map_text("Ann Lee, former director of the Wood Agency, came."))[FACT]
    assert (evidence.role, evidence.former) == ("former director", True)


def test_the_head_of_a_unit_works_for_the_whole() -> None:
    text = "Ann Lee, Head of the Toy Unit at the Ministry of Wood, came."
    evidence = evidence_of(map_text(text))
    fact = ("Ann Lee", "affiliatedWith", "Ministry of Wood")
    assert evidence[fact].role == "Head of the Toy Unit"


def test_a_polish_position_governs_the_genitive() -> None:
    evidence = evidence_of(map_text("Jan Kowalski, prezes Fundacji Leśnej, przybył.", "pl"))
    assert evidence[("Jan Kowalski", "affiliatedWith", "Fundacja Leśna")].role == "prezes"


@pytest.mark.parametrize(
    ("language", "text", "fact"),
    [
        ("en", "We met the Wood Agency. Its director Ann Lee was glad.", FACT),
        ("en", "Ann Lee, representing the Wood Agency, was glad.", FACT),
        ("pl", "W Krakowie działa Fundacja Leśna. Jej prezes Jan Kowalski był zadowolony.",
         ("Jan Kowalski", "affiliatedWith", "Fundacja Leśna")),
    ],
)  # fmt: skip
def test_words_tell_for_whom_a_person_stands(
    language: str, text: str, fact: tuple[str, str, str]
) -> None:
    assert fact in evidence_of(map_text(text, language))


def test_its_director_behind_among_them_is_of_the_body_right_before() -> None:
    text = (
        "Le Club Bois tient une réunion à Lyon. Des membres de la Fondation Avenir, "
        "dont son président M. Marc Petit, sont venus."
    )
    told = {o for (s, p, o) in evidence_of(map_text(text, "fr")) if p == "affiliatedWith"}
    assert told == {"Fondation Avenir"}


def test_its_director_is_nobodys_where_no_body_was_told_of() -> None:
    assert evidence_of(map_text("It rained. Its director Ann Lee was glad.")) == {}


def _affiliations(text: str, language: str) -> set[tuple[str, str, str, bool]]:
    """Return who works for whom as what, and whether no longer."""
    told = evidence_of(map_text(text, language)).items()
    return {
        (person, body, evidence.role, evidence.former)
        for (person, relation, body), evidence in told
        if relation == "affiliatedWith"
    }


@pytest.mark.parametrize(
    ("language", "text", "person", "body", "role"),
    [
        (
            "en",
            "The director of the Wood Cluster, Ann Lee, spoke.",
            "Ann Lee",
            "Wood Cluster",
            "director",
        ),
        ("en", "Ann Lee is director of the Toy Agency.", "Ann Lee", "Toy Agency", "director"),
        (
            "en",
            "Ann Lee, founder and director of the Toy Agency, spoke.",
            "Ann Lee",
            "Toy Agency",
            "founder and director",
        ),
        (
            "en",
            "Professor Ann Lee, director of the Toy Agency, spoke.",
            "Ann Lee",
            "Toy Agency",
            "director",
        ),
        ("en", "The Toy Agency's director, Ann Lee, spoke.", "Ann Lee", "Toy Agency", "director"),
        ("en", "Toy Agency director Ann Lee spoke.", "Ann Lee", "Toy Agency", "director"),
        ("en", "Toy Agency's Ann Lee spoke.", "Ann Lee", "Toy Agency", ""),
        ("en", "Ann Lee (director, Wood Cluster) spoke.", "Ann Lee", "Wood Cluster", "director"),
        (
            "en",
            "The CEO of the Toy Agency, Teemu Aalto, spoke.",
            "Teemu Aalto",
            "Toy Agency",
            "CEO",
        ),
        (
            "es",
            "El presidente de la Asociación Madera, Juan Pérez, habló.",
            "Juan Pérez",
            "Asociación Madera",
            "presidente",
        ),
        (
            "es",
            "El director general de la Fundación Norte, Luis Gómez, habló.",
            "Luis Gómez",
            "Fundación Norte",
            "director general",
        ),
        (
            "es",
            "El presidente de la Cámara de Comercio de Vigo (CCV), Juan Pérez, habló.",
            "Juan Pérez",
            "Cámara de Comercio de Vigo",
            "presidente",
        ),
        (
            "it",
            "Il presidente della Camera di Commercio di Bari, Mario Rossi, ha parlato.",
            "Mario Rossi",
            "Camera di Commercio di Bari",
            "presidente",
        ),
        (
            "fr",
            "Le directeur de l’Agence du Bois, Pierre Martin, a parlé.",
            "Pierre Martin",
            "Agence du Bois",
            "directeur",
        ),
        (
            "fr",
            "Anne Lefèvre, présidente du cluster Eskal Eureka, a parlé.",
            "Anne Lefèvre",
            "Eskal Eureka",
            "présidente",
        ),
        (
            "fr",
            "Au CTMCCV, le sous-directeur Pierre Martin a parlé.",
            "Pierre Martin",
            "CTMCCV",
            "sous-directeur",
        ),
        (
            "de",
            "Der Präsident der Handelskammer Graz, Josef Herk, sprach.",
            "Josef Herk",
            "Handelskammer Graz",
            "Präsident",
        ),
        (
            "ro",
            "Președintele Asociației Lemnului, Ion Popescu, a vorbit.",
            "Ion Popescu",
            "Asociația Lemnului",
            "Președintele",
        ),
        (
            "pl",
            "Prezes Fundacji Leśnej, Jan Kowalski, przemawiał.",
            "Jan Kowalski",
            "Fundacja Leśna",
            "Prezes",
        ),
        (
            "pl",
            "Prezes Fundacji Leśnej Jan Kowalski przemawiał.",
            "Jan Kowalski",
            "Fundacja Leśna",
            "Prezes",
        ),
        (
            "cs",
            "Ředitel Nadace Dřevo, Jan Novák, promluvil.",
            "Jan Novák",
            "Nadace Dřevo",
            "Ředitel",
        ),
        (
            "cs",
            "Rektor Univerzity Palackého Jaroslav Miller promluvil.",
            "Jaroslav Miller",
            "Univerzita Palackého",
            "Rektor",
        ),
        (
            "ru",
            "Директор Центра кластерного развития, Иван Иванов, выступил.",
            "Иван Иванов",
            "Центр кластерного развития",
            "Директор",
        ),
        (
            "ru",
            "Директор Центра кластерного развития Иван Иванов выступил.",
            "Иван Иванов",
            "Центр кластерного развития",
            "Директор",
        ),
        (
            "bg",
            "Председателят на Фондация Север, Иван Петров, говори.",
            "Иван Петров",
            "Фондация Север",
            "Председателят",
        ),
    ],
)
def test_a_position_may_stand_before_or_behind_the_name(
    language: str, text: str, person: str, body: str, role: str
) -> None:
    assert _affiliations(text, language) == {(person, body, role, False)}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Ann Lee, the former president of the Wood Cluster, spoke.",
            ("Ann Lee", "Wood Cluster", "former president"),
        ),
        (
            "es",
            "La exdirectora del Clúster Madera, Rosa Vidal, habló.",
            ("Rosa Vidal", "Clúster Madera", "exdirectora"),
        ),
        (
            "it",
            "L’ex presidente della Fondazione Nord, Mario Rossi, ha parlato.",
            ("Mario Rossi", "Fondazione Nord", "ex presidente"),
        ),
        (
            "fr",
            "L’ancien président de la Fondation Nord, Pierre Martin, a parlé.",
            ("Pierre Martin", "Fondation Nord", "ancien président"),
        ),
        (
            "de",
            "Der ehemalige Präsident der Stiftung Nord, Josef Herk, sprach.",
            ("Josef Herk", "Stiftung Nord", "ehemalige Präsident"),
        ),
        (
            "ro",
            "Fostul președinte al Fundației Nord, Ion Popescu, a vorbit.",
            ("Ion Popescu", "Fundația Nord", "Fostul președinte"),
        ),
        (
            "pl",
            "Były prezes Fundacji Leśnej Jan Kowalski przemawiał.",
            ("Jan Kowalski", "Fundacja Leśna", "Były prezes"),
        ),
        (
            "cs",
            "Bývalý ředitel Nadace Dřevo Jan Novák promluvil.",
            ("Jan Novák", "Nadace Dřevo", "Bývalý ředitel"),
        ),
        (
            "ru",
            "Бывший директор Агентства развития Иван Иванов выступил.",
            ("Иван Иванов", "Агентство развития", "Бывший директор"),
        ),
    ],
)
def test_a_former_position_is_told_as_such_in_every_order(
    language: str, text: str, expected: tuple[str, str, str]
) -> None:
    assert _affiliations(text, language) == {(*expected, True)}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Ann Lee, director of the Wood Cluster and president of the Toy Agency, spoke.",
            {("Ann Lee", "Wood Cluster"), ("Ann Lee", "Toy Agency")},
        ),
        (
            "en",
            (
                "Ann Lee, Director of the Wood Cluster; Tom Reed, President of the Toy Agency; and "
                "Mark Stone, Manager of the Steel Agency, spoke."
            ),
            {
                ("Ann Lee", "Wood Cluster"),
                ("Tom Reed", "Toy Agency"),
                ("Mark Stone", "Steel Agency"),
            },
        ),
        (
            "en",
            "Ann Lee (Wood Cluster), Teemu Aalto (Toy Agency) and Mark Stone (Steel Agency) spoke.",
            {
                ("Ann Lee", "Wood Cluster"),
                ("Teemu Aalto", "Toy Agency"),
                ("Mark Stone", "Steel Agency"),
            },
        ),
        (
            "en",
            (
                "The president of the Toy Agency, Ann Lee, the director of the Wood Cluster, Tom "
                "Reed, and the mayor of Vienna, Mark Stone, spoke."
            ),
            {("Ann Lee", "Toy Agency"), ("Tom Reed", "Wood Cluster")},
        ),
        (
            "es",
            (
                "La consejera de Economía, Ana Pérez, el presidente de la Asociación Madera, "
                "Juan Pérez, la directora del Clúster Textil, Rosa Vidal, y el alcalde de Vigo, "
                "Luis Gómez, inauguraron la jornada."
            ),
            {("Juan Pérez", "Asociación Madera"), ("Rosa Vidal", "Clúster Textil")},
        ),
        (
            "it",
            (
                "Il sindaco di Bari, Mario Rossi, e la direttrice del Cluster Legno, Anna Bianchi, "
                "hanno firmato."
            ),
            {("Anna Bianchi", "Cluster Legno")},
        ),
        (
            "de",
            (
                "Anna Huber, Geschäftsführerin der Holz Agentur, und Josef Herk, Präsident der "
                "Stiftung Nord, kamen."
            ),
            {("Anna Huber", "Holz Agentur"), ("Josef Herk", "Stiftung Nord")},
        ),
        (
            "bg",
            "Кметът на София, Иван Петров, и директорът на Агенция Изток, Мария Иванова, говориха.",
            {("Мария Иванова", "Агенция Изток")},
        ),
    ],
)
def test_each_in_a_row_keeps_the_position_that_is_theirs(
    language: str, text: str, expected: set[tuple[str, str]]
) -> None:
    found = _affiliations(text, language)
    assert {(person, body) for person, body, *_ in found} == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The president of France met Ann Lee."),
        ("en", "Ann Lee and the director of the Wood Cluster spoke."),
        ("en", "The director of the Wood Cluster and Ann Lee spoke."),
        ("en", "After the talk of the president of the Toy Agency, Ann Lee spoke."),
        ("en", "Present were the Toy Agency, Mayor Tom Reed, and others."),
        ("en", "The mayor of Springwood, Tom Reed, spoke."),
        ("en", "Tom Reed, mayor of Springwood, spoke."),
        ("en", "The coordinator of the Alpha project, Ann Lee, spoke."),
        ("en", "Ann Lee, Tom Reed, the Wood Cluster and others came."),
        ("es", "Juan Pérez y el presidente de la Asociación Madera inauguraron la jornada."),
        ("es", "El presidente de la Asociación Madera visitó a Juan Pérez."),
        ("es", "El alcalde de Villanueva, Juan Pérez, habló."),
        ("it", "Il direttore del Cluster Legno ha incontrato Mario Rossi."),
        ("fr", "Après le discours du président de la Fondation Nord, Jeanne Dupont a parlé."),
        ("de", "Der Präsident der Stiftung Nord traf Josef Herk."),
        ("ro", "Președintele Asociației Lemnului a vizitat pe Ion Popescu."),
        ("pl", "Jan Kowalski oraz prezes Fundacji Leśnej przemawiali."),
        ("cs", "Ředitel Nadace Dřevo navštívil Jana Nováka."),
        ("ru", "Иван Иванов и директор Агентства развития выступили."),
        ("bg", "Директорът на Фондация Север посети Иван Петров."),
    ],
)
def test_a_position_beside_somebody_else_is_not_theirs(language: str, text: str) -> None:
    assert _affiliations(text, language) == set()


def test_who_has_a_body_of_her_own_is_not_the_president_named_before() -> None:
    text = "We met the president of the Wood Cluster, Ann Lee from the Toy Agency, and others."
    assert _affiliations(text, "en") == {("Ann Lee", "Toy Agency", "", False)}


@pytest.mark.parametrize(
    ("language", "text", "person", "body"),
    [
        ("en", "Ann Lee was elected president of the Wood Cluster.", "Ann Lee", "Wood Cluster"),
        ("en", "Ann Lee, the new president of the Wood Cluster, spoke.", "Ann Lee", "Wood Cluster"),
        ("en", "The Wood Cluster has appointed Ann Lee as its new director.", "Ann Lee",
         "Wood Cluster"),
        ("es", "Pedro Salas es el nuevo presidente del Clúster Verde.", "Pedro Salas",
         "Clúster Verde"),
        ("it", "Il Cluster Legno ha nominato Mario Bruni nuovo direttore.", "Mario Bruni",
         "Cluster Legno"),
        ("de", "Anna Huber wurde zur Präsidentin des Holzclusters Tirol gewählt.", "Anna Huber",
         "Holzcluster Tirol"),
        ("pl", "Prezesem Klastra Leśnego została Anna Kowalska.", "Anna Kowalska",
         "Klaster Leśny"),
        ("cs", "Prezidentem Dřevařského klastru byl zvolen Jan Novák.", "Jan Novák",
         "Dřevařský klastr"),
        ("ru", "Директором Кластера «Древо» избран Иван Петров.", "Иван Петров", "Древо"),
        ("bg", "Иван Петров бе избран за председател на Клъстер Дърво.", "Иван Петров",
         "Клъстер Дърво"),
    ],
)  # fmt: skip
def test_who_is_given_a_position_works_there(
    language: str, text: str, person: str, body: str
) -> None:
    assert (person, body) in {(who, where) for who, where, *_ in _affiliations(text, language)}


def test_a_further_position_behind_the_name_is_the_same_persons() -> None:
    text = "Dyrektorem Kongresu Drzewnego jest Jan Kowalski, prezes Klastra Leśnego."
    assert ("Jan Kowalski", "Klaster Leśny", "prezes", False) in _affiliations(text, "pl")


def test_units_before_the_institution_are_part_of_the_position() -> None:
    text = (
        "Mrs. Gina Parlo, Coordinator of Wood Policy, Industrial Policy Directorate, Romanian "
        "Ministry of Economy presented it."
    )
    role = "Coordinator of Wood Policy, Industrial Policy Directorate"
    told = _affiliations(text, "en")
    assert told == {("Gina Parlo", "Romanian Ministry of Economy", role, False)}


def test_the_body_behind_the_position_in_dashes_is_meant() -> None:
    text = "На срещата бяха Елена Горова - мениджър проекти, Агенция Изток, и други."
    expected = ("Елена Горова", "Агенция Изток", "мениджър проекти", False)
    assert expected in _affiliations(text, "bg")


def test_the_body_may_stand_before_the_position_behind_the_name() -> None:
    text = "Ann Lee, Wood Agency director, spoke."
    assert ("Ann Lee", "Wood Agency", "director", False) in _affiliations(text, "en")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "ro",
            "Petru Popescu, director general interimar al Agenției Lemnului, a vorbit.",
            ("Petru Popescu", "Agenția Lemnului"),
        ),
        (
            "ru",
            "Выступил руководитель лесного инновационного кластера «Сосна» Сергей Петров.",
            ("Сергей Петров", "Сосна"),
        ),
        (
            "ru",
            "Говорил заместитель директора департамента протокола МИД России Георгий Петров.",
            ("Георгий Петров", "МИД России"),
        ),
    ],
)
def test_adjectives_and_units_do_not_part_a_position_from_its_body(
    language: str, text: str, expected: tuple[str, str]
) -> None:
    assert expected in {(who, body) for who, body, *_ in _affiliations(text, language)}
