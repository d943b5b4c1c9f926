import pytest

from clustergraph.operations.dataset import Dataset, OpenVersion
from given.namesakes import namesakes_home_in


@pytest.fixture(scope="session")
def opened(tmp_path_factory: pytest.TempPathFactory) -> OpenVersion:
    """A version of things that share their names."""
    return Dataset(namesakes_home_in(tmp_path_factory.mktemp("namesakes"))).current()
