from collections.abc import Callable
from typing import Any

from clustergraph.iris import BASE

Read = Callable[[str], list[dict[str, Any]]]


def test_a_document_is_an_article_with_its_publisher_date_and_language(told_by: Read) -> None:
    _, article = told_by("/page/doc/71fb2550c3039bbf")
    assert (article["@type"], article["inLanguage"]) == ("Article", "en")
    assert article["datePublished"] == "2018-03-01"
    assert article["publisher"]["name"] == "European Foundation for Cluster Excellence"
    assert article["headline"]


def test_the_checksum_is_that_of_the_file_since_an_article_has_none(told_by: Read) -> None:
    _, article = told_by("/page/doc/71fb2550c3039bbf")
    assert "sha256" not in article
    assert article["encoding"]["@type"] == "MediaObject"
    assert article["encoding"]["sha256"].startswith("71fb2550c3039bbf")


def test_a_passage_is_a_quotation_from_its_document(told_by: Read) -> None:
    _, quote = told_by("/page/ev/0000000000000004")
    assert (quote["@type"], quote["inLanguage"]) == ("Quotation", "en")
    assert quote["text"] == "was delivered in Karaganda, Kazakhstan"
    assert quote["isPartOf"]["@id"] == f"{BASE}doc/71fb2550c3039bbf"
    assert len(quote["about"]) == 2


def test_a_concept_is_a_term_of_its_vocabulary(told_by: Read) -> None:
    _, term = told_by("/page/voc/modality/fact")
    assert term["@type"] == "DefinedTerm"
    assert term["inDefinedTermSet"]["@id"] == f"{BASE}voc/modality"
    _, vocabulary = told_by("/page/voc/modality")
    assert vocabulary["@type"] == "DefinedTermSet"
