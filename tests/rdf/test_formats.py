"""Each format can be asked for by its key, its media type and its aliases."""

import pytest
from pyoxigraph import QueryResultsFormat, RdfFormat

from clustergraph.rdf.formats import RDF_FORMATS, RESULT_FORMATS, Format, format_of, media_types


@pytest.mark.parametrize("formats", [RESULT_FORMATS, RDF_FORMATS])
def test_no_name_means_two_formats(formats: tuple[Format, ...]) -> None:
    names = [name for each in formats for name in {each.key, each.media_type, *each.aliases}]
    assert len(names) == len(set(names))
    assert all(format_of(name, formats) for name in names)


def test_what_is_unknown_has_no_format() -> None:
    assert format_of("image/png", RDF_FORMATS) is None


@pytest.mark.parametrize("format_", RDF_FORMATS, ids=lambda format_: format_.key)
def test_the_engine_knows_the_rdf_formats_by_the_same_names(format_: Format) -> None:
    assert RdfFormat.from_media_type(format_.media_type) == format_.engine
    assert RdfFormat.from_extension(format_.extension) == format_.engine


@pytest.mark.parametrize("format_", RESULT_FORMATS, ids=lambda format_: format_.key)
def test_the_engine_knows_the_result_formats_by_the_same_names(format_: Format) -> None:
    assert QueryResultsFormat.from_media_type(format_.media_type) == format_.engine
    assert QueryResultsFormat.from_extension(format_.extension) == format_.engine


def test_the_default_comes_first_and_aliases_last() -> None:
    assert media_types(RDF_FORMATS)[0] == "text/turtle"
    assert media_types(RESULT_FORMATS)[4:] == ("application/json", "application/xml", "text/xml")


def test_every_format_has_its_w3c_name() -> None:
    names = [format_.iri for format_ in (*RESULT_FORMATS, *RDF_FORMATS)]
    assert all(name.startswith("http://www.w3.org/ns/formats/") for name in names)
