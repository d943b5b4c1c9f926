"""Whether something goes on, by its dates and the day."""

import re

import pytest
from starlette.testclient import TestClient


@pytest.mark.parametrize(
    ("thing", "expected"),
    [
        ("over-aaaaaaaf", "Ended"),
        ("planned-aaaaaaag", "Planned"),
        ("running-aaaaaaah", "Running"),
        ("open-aaaaaaai", ""),
        ("yearless-aaaaaaaj", ""),
        ("hoped-for-aaaaaaak", ""),
        ("meant-to-be-aaaaaaam", ""),
        ("torn-aaaaaaal", ""),
        ("busy-aaaaaaaa", ""),
    ],
)
def test_dates_tell_whether_an_activity_goes_on_and_nothing_is_guessed(
    odd_site: TestClient, thing: str, expected: str
) -> None:
    text = odd_site.get(f"/page/{thing}", headers={"Accept": "text/html"}).text
    assert re.findall(r'<span class="lasting"[^>]*>(.*?)</span>', text) == (
        [expected] if expected else []
    )
