import pytest

from given.mapped import affiliations_in


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
    assert affiliations_in(text, language) == {(person, body, role, False)}


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
    found = affiliations_in(text, language)
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
    assert affiliations_in(text, language) == set()


def test_who_has_a_body_of_her_own_is_not_the_president_named_before() -> None:
    text = "We met the president of the Wood Cluster, Ann Lee from the Toy Agency, and others."
    assert affiliations_in(text, "en") == {("Ann Lee", "Toy Agency", "", False)}


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
    assert (person, body) in {(who, where) for who, where, *_ in affiliations_in(text, language)}


def test_a_further_position_behind_the_name_is_the_same_persons() -> None:
    text = "Dyrektorem Kongresu Drzewnego jest Jan Kowalski, prezes Klastra Leśnego."
    assert ("Jan Kowalski", "Klaster Leśny", "prezes", False) in affiliations_in(text, "pl")
