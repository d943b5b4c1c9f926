"""Names find the concept that they mean or the one above, by our sectors and by small trees."""

import pytest

from clustergraph.iris import concept_iri
from clustergraph.model import Concept, LangString
from clustergraph.rdf.vocabularies import read_concepts
from clustergraph.resolving import ConceptMatch, Vocabulary


@pytest.fixture(scope="module")
def sectors() -> Vocabulary:
    return Vocabulary(read_concepts("sectors"))


def _match(sectors: Vocabulary, *names: str, language: str = "en") -> ConceptMatch | None:
    return sectors.match([LangString(name, language) for name in names])


def _same(concept: str) -> ConceptMatch:
    return ConceptMatch(concept=concept_iri("sectors", concept), is_same=True)


def _broader(concept: str) -> ConceptMatch:
    return ConceptMatch(concept=concept_iri("sectors", concept), is_same=False)


@pytest.mark.parametrize(
    ("name", "language", "concept"),
    [
        ("Microelectronics", "en", "microelectronics"),
        ("Technical Textile", "en", "technical-textiles"),
        ("Wicker", "en", "wickerwork"),
        ("Clothing Design", "en", "fashion-design"),
        ("AGRI-FOOD", "en", "agrifood"),
        ("textile & garments", "en", "textiles-and-clothing"),
        ("wood/furniture", "en", "wood-and-furniture"),
        ("Obróbka metali", "pl", "metalworking"),
        ("branza meblarska", "pl", "furniture"),
        ("drewno oraz meble", "pl", "wood-and-furniture"),
        ("Енергийна ефективност", "bg", "energy-efficiency"),
        ("ВЕИ", "bg", "renewable-energy"),
        ("производство на мебели", "bg", "furniture"),
        ("Maschinenbau", "de", "mechanical-engineering"),
        ("Holz und Möbel", "de", "wood-and-furniture"),
        ("agroalimentaire", "fr", "agrifood"),
        ("aéronautique et spatial", "fr", "aerospace"),
        ("automoción", "es", "automotive"),
        ("energías renovables", "es", "renewable-energy"),
        ("arredamento", "it", "furniture"),
        ("tessile e abbigliamento", "it", "textiles-and-clothing"),
        ("industria lemnului", "ro", "wood-processing"),
        ("construcții navale", "ro", "shipbuilding"),
        ("strojírenství", "cs", "mechanical-engineering"),
        ("automobilový průmysl", "cs", "automotive"),
        ("пищевая промышленность", "ru", "food"),
        ("фармацевтика", "ru", "pharmaceuticals"),
    ],
)
def test_a_label_however_spelled_is_its_concept(
    sectors: Vocabulary, name: str, language: str, concept: str
) -> None:
    assert _match(sectors, name, language=language) == _same(concept)


@pytest.mark.parametrize(
    ("name", "language", "concept"),
    [
        ("Gourmet Food", "en", "food"),
        ("Wedding Tourism", "en", "tourism"),
        ("Wedding Textile", "en", "textiles"),
        ("energetyka wiatrowa na morzu", "pl", "renewable-energy"),
        ("meble ogrodowe", "pl", "furniture"),
        ("винен туризъм", "bg", "tourism"),
        ("производство на луксозни мебели", "bg", "furniture"),
    ],
)
def test_a_name_that_holds_a_label_is_narrower_than_its_concept(
    sectors: Vocabulary, name: str, language: str, concept: str
) -> None:
    assert _match(sectors, name, language=language) == _broader(concept)


def test_a_label_that_means_something_narrower_is_never_the_concept_itself(
    sectors: Vocabulary,
) -> None:
    assert _match(sectors, "logistics") == _broader("transport-and-logistics")


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("party supplies", "en"),
        ("winery", "en"),
        ("woodwind instruments", "en"),
        ("foodie", "en"),
        ("heavy metal music", "en"),
        ("partyjny", "pl"),
        ("drewnofon", "pl"),
        ("напитковед", "bg"),
        ("градска вода", "bg"),
    ],
)
def test_letters_within_a_word_are_no_label(sectors: Vocabulary, name: str, language: str) -> None:
    assert _match(sectors, name, language=language) is None


@pytest.mark.parametrize(
    ("name", "language", "concept"),
    [
        ("automotive textiles", "en", "textiles"),
        ("textile machinery", "en", "mechanical-engineering"),
        ("organic food packaging", "en", "packaging"),
        ("meble drewno", "pl", "furniture"),
    ],
)
def test_of_several_labels_the_noun_of_the_phrase_counts(
    sectors: Vocabulary, name: str, language: str, concept: str
) -> None:
    assert _match(sectors, name, language=language) == _broader(concept)


@pytest.mark.parametrize(
    ("name", "language", "concept"),
    [
        ("packaging for food", "en", "packaging"),
        ("Packaging (food)", "en", "packaging"),
        ("Contract Manufacturing (furniture)", "en", "furniture"),
        ("suppliers of furniture", "en", "furniture"),
        ("софтуер за туризъм", "bg", "software"),
        ("услуги за туризъм", "bg", "tourism"),
    ],
)
def test_what_is_added_in_brackets_or_by_a_preposition_only_counts_by_itself(
    sectors: Vocabulary, name: str, language: str, concept: str
) -> None:
    assert _match(sectors, name, language=language) == _broader(concept)


@pytest.mark.parametrize(
    ("name", "language", "concept"),
    [
        ("food and drinks", "en", "agrifood"),
        ("both textiles and leather", "en", "textiles-and-clothing"),
        ("technical textiles, wedding textiles", "en", "textiles"),
        ("renewable energy & energy efficiency", "en", "energy"),
        ("храни и напитки", "bg", "agrifood"),
    ],
)
def test_a_list_is_narrower_than_what_stands_above_all_of_it(
    sectors: Vocabulary, name: str, language: str, concept: str
) -> None:
    assert _match(sectors, name, language=language) == _broader(concept)


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("energy and tourism", "en"),
        ("food, wine and poetry", "en"),
        ("turystyka i rekreacja", "pl"),
        ("туризъм и култура", "bg"),
    ],
)
def test_a_list_with_nothing_above_all_of_it_is_left_alone(
    sectors: Vocabulary, name: str, language: str
) -> None:
    assert _match(sectors, name, language=language) is None


def test_a_name_is_compared_with_labels_of_its_own_language_only(sectors: Vocabulary) -> None:
    assert _match(sectors, "meble", language="pl") == _same("furniture")
    assert _match(sectors, "meble", language="en") is None


def test_a_name_in_a_language_without_a_pack_is_left_alone(sectors: Vocabulary) -> None:
    assert _match(sectors, "software", language="hu") is None


def test_the_first_name_that_says_anything_decides(sectors: Vocabulary) -> None:
    assert _match(sectors, "???", "Wedding Textile", "clothing") == _broader("textiles")


def test_nothing_matches_a_vocabulary_without_concepts() -> None:
    assert Vocabulary(()).match([LangString("food", "en")]) is None


def test_of_two_concepts_above_a_list_the_nearest_counts() -> None:
    def concept(name: str, *broader: str) -> Concept:
        return Concept(
            iri=concept_iri("trees", name),
            names=(LangString(name, "en"),),
            broader=tuple(concept_iri("trees", each) for each in broader),
        )

    trees = [
        concept("plant"),
        concept("tree", "plant"),
        concept("crop", "plant"),
        concept("oak", "tree"),
        concept("apple", "crop", "tree"),
    ]
    found = Vocabulary(trees).match([LangString("oak and apple", "en")])
    assert found == ConceptMatch(concept=concept_iri("trees", "tree"), is_same=False)
