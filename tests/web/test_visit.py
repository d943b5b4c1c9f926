import pytest
from starlette.testclient import TestClient

ENTITY = "/page/green-synergy-aaaaaaaa"


def ask(site: TestClient, address: str, *languages: str) -> tuple[str, str, str]:
    """Return the language of the interface, and what the answer varies by, and its tag."""
    headers = {"Accept": "text/html"} | {"Accept-Language": ", ".join(languages)}
    answer = site.get(address, headers=headers)
    assert answer.status_code == 200
    assert f'<html lang="{answer.headers["content-language"]}">' in answer.text
    return answer.headers["content-language"], answer.headers["vary"], answer.headers["etag"]


@pytest.mark.parametrize("address", ["/", "/queries", ENTITY, "/search?q=green", "/ns", "/dataset"])
def test_a_page_comes_in_the_language_of_the_browser_unless_the_address_says_otherwise(
    site: TestClient, address: str
) -> None:
    sign = "&" if "?" in address else "?"
    polish, vary, polish_tag = ask(site, address, "pl-PL", "en;q=0.5")
    assert polish == "pl"
    assert {"Accept", "Accept-Language"} <= {name.strip() for name in vary.split(",")}
    english, _, english_tag = ask(site, address, "en")
    assert english == "en"
    assert polish_tag != english_tag
    assert ask(site, f"{address}{sign}lang=bg", "pl")[0] == "bg"
    assert ask(site, address, "fr")[0] == "en"


def test_data_do_not_go_by_the_browser(site: TestClient) -> None:
    address = ENTITY.replace("/page/", "/data/") + ".json"
    answers = [site.get(address, headers={"Accept-Language": tag}) for tag in ("pl", "en")]
    assert answers[0].content == answers[1].content
    assert "Accept-Language" not in answers[0].headers["vary"]


def test_links_carry_the_language_on_where_the_address_asked_for_it(site: TestClient) -> None:
    asked = site.get(f"{ENTITY}?lang=pl", headers={"Accept": "text/html"}).text
    assert 'href="/queries?lang=pl"' in asked
    told = site.get(ENTITY, headers={"Accept": "text/html", "Accept-Language": "pl"}).text
    assert 'href="/queries"' in told
