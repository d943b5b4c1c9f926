import pytest

from clustergraph.operations.dataset import Dataset, OpenVersion
from given.linked_home import linked_home


@pytest.fixture(scope="session")
def linked(tmp_path_factory: pytest.TempPathFactory) -> OpenVersion:
    """A version whose things bear identifiers of others, open."""
    return Dataset(linked_home(tmp_path_factory.mktemp("linked"))).current()
