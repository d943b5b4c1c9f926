"""What axe-core, a foreign checker of accessibility, finds wrong on a page in a real browser."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

__all__ = ["RULES_OF_LOOKS", "violations"]

AXE = Path(__file__).parents[2] / ".venv/node/node_modules/axe-core/axe.min.js"
RULES_OF_LOOKS = ("color-contrast", "link-in-text-block", "scrollable-region-focusable")
"""What may be kept in one colour scheme or on one screen, and broken on another."""


def violations(page: Page, rules: Sequence[str] = ()) -> list[str]:
    """Return what is wrong, each broken rule with some of the elements that break it.

    Args:
        page: The page as it stands; it is not loaded again.
        rules: The rules to go by; without any, all that axe-core has for all pages.
    """
    if not AXE.exists():
        pytest.skip("axe-core comes with the scripts' parts: make test")
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text("utf-8"))
    chosen = {"runOnly": {"type": "rule", "values": list(rules)}} if rules else {}
    options = {"resultTypes": ["violations"], **chosen}
    found: dict[str, Any] = page.evaluate("options => axe.run(options)", options)
    return [
        f"{each['id']}: {[node['html'] for node in each['nodes']][:3]}"
        for each in found["violations"]
    ]
