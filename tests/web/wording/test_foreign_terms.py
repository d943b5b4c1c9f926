"""Terms of other vocabularies, which the graph does not name, are named for the reader."""

import pytest

from clustergraph.rdf.prefixes import expand
from clustergraph.web.wording import wording_in
from clustergraph.web.wording.foreign_terms import foreign_name


@pytest.mark.parametrize(
    ("language", "name"),
    [("en", "close match"), ("pl", "bliski odpowiednik"), ("bg", "близко съответствие")],
)
def test_a_foreign_term_is_named_as_the_reader_speaks(language: str, name: str) -> None:
    assert foreign_name(expand("skos:closeMatch"), wording_in(language)) == name
    assert foreign_name(expand("skos:hiddenLabel"), wording_in(language)) == ""
