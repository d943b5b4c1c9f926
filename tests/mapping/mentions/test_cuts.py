import pytest

from given.mapped import named_in

CUT = [
    ("en", "We saw the Wood Growth Cluster and Zorvoland.", {"Wood Growth Cluster", "Zorvoland"}),
    ("en", "We saw the Toy Agency and Tom Reed.", {"Toy Agency", "Tom Reed"}),
    ("it", "Ecco i dirigenti Mario Verdi e Luca Neri.", {"Mario Verdi", "Luca Neri"}),
    (
        *("it", "Ecco la Camera di Commercio, Industria, Arte e Agricoltura di Bari."),
        {"Camera di Commercio, Industria, Arte e Agricoltura di Bari"},
    ),
    (
        *("it", "Ecco la Camera di Commercio di Bari, Zorvo e Marelli."),
        {"Camera di Commercio di Bari", "Zorvo", "Marelli"},
    ),
    (
        *("es", "La Cámara de Comercio, Industria y Servicios de Soria firmó."),
        {"Cámara de Comercio, Industria y Servicios de Soria"},
    ),
    (
        *("fr", "Il aime la Chambre de commerce, d'industrie et d'agriculture de Dakar."),
        {"Chambre de commerce, d'industrie et d'agriculture de Dakar"},
    ),
    (
        *("en", "We saw the Alpine Wood Agency - Lead Partner of Zorvo."),
        {"Alpine Wood Agency", "Lead Partner of Zorvo"},
    ),
    ("en", "We saw the Dutch ZORVO today.", {"ZORVO"}),
    ("en", "At a seminar in Graz the ZORVO project began.", {"Graz", "ZORVO project"}),
    ("en", "It was in the Big Morning of November 8th.", {"Big Morning"}),
    ("es", "La Agencia Zorvo 8 clústeres apoyó.", {"Agencia Zorvo"}),
    ("bg", "Това е проект BG16ZOR002-2.009-0026-C01 „Синя гора“.", {"Синя гора"}),
    ("es", "Vimos el programa de formación “Manos Azules”.", {"Manos Azules"}),
    ("pl", "Było tam z Partnerem Klastra Leśnego.", {"Klaster Leśny"}),
    (
        *("pl", "To Departament Analiz i Strategii Polskiej Agencji Drewna."),
        {"Departament Analiz i Strategii Polskiej Agencji Drewna"},
    ),
    ("ro", "A venit Fundația pentru Sate Mici și Reci.", {"Fundația pentru Sate Mici și Reci"}),
    (
        *("ro", "A venit Conferința Internațională a Lemnarilor din Nord."),
        {"Conferința Internațională a Lemnarilor din Nord"},
    ),
    (
        *("ro", "A venit Ministerul Apelor, Pădurilor Verzi și Administrației."),
        {"Ministerul Apelor, Pădurilor Verzi și Administrației"},
    ),
    (
        *("ro", "A venit Institutul pentru Apă, Lemn şi Transfer Zorvic."),
        {"Institutul pentru Apă, Lemn şi Transfer Zorvic"},
    ),
    ("ro", "Ne vedem la Hotel Zorvo din Brașov.", {"Hotel Zorvo", "Brașov"}),
    ("ro", "Ne vedem la Brașov din România.", {"Brașov", "România"}),
    ("ro", "A venit Asociația Lemnului din România.", {"Asociația Lemnului din România"}),
    ("ro", "A venit președintele CCIZ Constanța.", {"CCIZ Constanța"}),
    ("fr", "Il l’a dit à AZF Anne Durand.", {"AZF", "Anne Durand"}),
    (
        *("fr", "On a vu le Ministère tunisien de l’Eau et de la Pêche."),
        {"Ministère tunisien de l’Eau et de la Pêche"},
    ),
    (
        *("fr", "On vit le ministère de l’Industrie, de l’Eau et des Mines et la Fondation Beta."),
        {"ministère de l’Industrie, de l’Eau et des Mines", "Fondation Beta"},
    ),
    (
        *("fr", "On a vu le Ministère de l’Enseignement supérieur et de la Pêche."),
        {"Ministère de l’Enseignement supérieur et de la Pêche"},
    ),
    (
        *("fr", "On a vu les gens de l’Agence de Lyon et de la Fondation Beta."),
        {"Agence de Lyon", "Fondation Beta"},
    ),
]


@pytest.mark.parametrize(("language", "text", "names"), CUT)
def test_a_name_ends_where_the_next_begins(language: str, text: str, names: set[str]) -> None:
    assert set(named_in(text, language)) == names
