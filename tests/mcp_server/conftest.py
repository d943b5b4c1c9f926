"""The server as a host of language models starts it, asked by the official client over stdio."""

from collections.abc import Iterator

import pytest

from clustergraph.store.versions import Home
from given.conversations import Conversation, conversing


@pytest.fixture(scope="session")
def model(small_home: Home) -> Iterator[Conversation]:
    """Talks with a server that opens the small graph itself."""
    with conversing("--home", str(small_home.path)) as conversation:
        yield conversation
