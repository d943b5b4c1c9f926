"""Queries that only a dialect knows are refused before another engine sees them."""

import pytest

from clustergraph.errors import RefusedQuery
from clustergraph.sparql.dialects import check_portable


@pytest.mark.parametrize(
    "text",
    [
        'DEFINE get:soft "soft" SELECT * { ?s ?p ?o }',
        "define input:inference 'x' ASK {}",
        "ASK {} ; DROP GRAPH <urn:g>",
        "ASK {} CLEAR ALL",
        "SELECT * { ?s ?p ?o } INSERT DATA { <urn:a> <urn:a> <urn:a> }",
        "PREFIX a: <urn:a> ASK {} delete:x{ }",
        r"ASK {} \u0044ROP GRAPH <urn:g>",
        "# harmless\nASK {} # '\n ; MODIFY GRAPH <urn:g> DELETE {} INSERT {}",
    ],
)
def test_what_is_no_query_everywhere_is_refused(text: str) -> None:
    with pytest.raises(RefusedQuery):
        check_portable(text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { ?s ?p ?o }",
        "SELECT * { ?insert <urn:drop> 'DELETE', \"define\" } # CLEAR",
        "PREFIX drop: <urn:x> SELECT ?copy { ?copy drop:create drop:define }",
        "SELECT * { ?s ?p '''DROP\n''' }",
    ],
)
def test_words_in_names_strings_and_comments_are_only_words(text: str) -> None:
    check_portable(text)
