"""The server asked by the official client; how a host starts it is tested with its command."""

from collections.abc import Iterator

import pytest

from clustergraph.store.versions import Home
from given.clients import application_of
from given.conversations import Conversation, conversing_in_process


@pytest.fixture(scope="session")
def model(small_home: Home) -> Iterator[Conversation]:
    """Talks with a server over the small graph."""
    with conversing_in_process(application=application_of(small_home)) as conversation:
        yield conversation
