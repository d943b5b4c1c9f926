from pathlib import Path

import pytest

from clustergraph.errors import UnreadableDocument, UnsupportedDocument
from clustergraph.reading.source_file import SourceFile

FILE = SourceFile(path=Path("news/one.pdf"), data=b"")


def test_whatever_a_library_raises_refuses_the_file_by_name() -> None:
    refused = pytest.raises(UnreadableDocument, match=r"one\.pdf: .*broken or no PDF")
    with refused as caught, FILE.refused_if_broken("PDF"):
        raise AttributeError("page")
    assert isinstance(caught.value.__cause__, AttributeError)


@pytest.mark.parametrize(
    "error", [UnsupportedDocument("x", "is not read."), MemoryError(), FILE.refused("is locked.")]
)
def test_what_says_more_than_broken_is_not_covered(error: Exception) -> None:
    with pytest.raises(type(error)) as caught, FILE.refused_if_broken("PDF"):
        raise error
    assert caught.value is error
