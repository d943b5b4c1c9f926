import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

from given.clients import BROWSER

Told = list[dict[str, Any]]

_BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


@pytest.fixture(scope="session")
def told_by(site: TestClient) -> Callable[[str], Told]:
    """What a page tells in the words of schema.org: the page itself first, then what it shows."""

    def read(address: str) -> Told:
        page = site.get(address, headers={"Accept": BROWSER})
        assert page.status_code == 200
        told = json.loads(_BLOCK.findall(page.text)[0])
        assert told["@context"] == "https://schema.org/"
        graph: Told = told["@graph"]
        return graph

    return read
