"""Files that are wrong are told each with its place, all of them at once."""

from clustergraph.errors import BadCuration, BadDocuments, CurationError, UnreadableDocument


def test_each_document_is_told_with_its_place_and_the_cure_once() -> None:
    bad = [UnreadableDocument("a.txt", "not UTF-8."), UnreadableDocument("b.pdf", "locked.")]
    error = BadDocuments(bad)
    told = str(error)
    assert "2 documents can't be read" in told
    assert told.count("--skip-bad") == 1
    assert told.endswith("\n  a.txt: not UTF-8.\n  b.pdf: locked.")
    assert error.documents == tuple(bad)


def test_one_is_told_as_one() -> None:
    told = str(BadCuration([CurationError("decisions.tsv:3", "no such passage.")]))
    assert "1 decision can't be carried out" in told
    assert told.endswith("\n  decisions.tsv:3: no such passage.")
