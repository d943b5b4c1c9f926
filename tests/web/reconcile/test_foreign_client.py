"""A client that others wrote, against a real server: the ``reconciler`` package of PyPI."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from reconciler import reconcile  # type: ignore[import-untyped]

from clustergraph.store.versions import Home
from given.running import serve

pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(scope="module")
def address(namesakes_home: Home, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    log: Path = tmp_path_factory.mktemp("served") / "log"
    with serve(namesakes_home.path, log) as running:
        yield f"{running.address}/reconcile"


def test_a_column_is_reconciled_row_by_row(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # The package was written for NumPy 1, and fills rows without a candidate with it.
    monkeypatch.setattr(np, "NaN", np.nan, raising=False)
    countries = pd.Series(["Bulgaria", "Полша", "qqqqqqqq"])
    found = reconcile(countries, reconciliation_endpoint=address)
    by_input = dict(zip(found["input_value"], found["name"], strict=True))
    assert by_input["Bulgaria"] == "Bulgaria"
    assert by_input["Полша"] == "Poland"
    matched = dict(zip(found["input_value"], found["match"], strict=True))
    assert matched == {"Bulgaria": True, "Полша": True, "qqqqqqqq": False}


def test_a_type_and_other_columns_are_taken_into_account(address: str) -> None:
    found = reconcile(
        pd.Series(["Green Energy Cluster"]),
        type_id="Cluster",
        top_res="all",
        property_mapping={"locatedIn": pd.Series(["Kraków"])},
        reconciliation_endpoint=f"{address}/",
    )
    assert list(found["id"])[:2] == [
        "green-energy-cluster-aaaaaaae",
        "green-energy-cluster-aaaaaaaf",
    ]
    assert next(iter(found["type"])) == "cluster"
    assert list(found["match"])[:2] == [True, False]
