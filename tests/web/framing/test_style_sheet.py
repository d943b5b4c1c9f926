from importlib.resources import files

from starlette.testclient import TestClient

from clustergraph.web.framing.style_sheet import style_sheet


def test_the_style_sheet_holds_every_sheet_once(site: TestClient) -> None:
    joined = site.get(style_sheet()).text
    sheets = list((files("clustergraph.web") / "assets" / "styles").iterdir())
    assert sheets
    for sheet in sheets:
        assert joined.count(sheet.read_text("utf-8")) >= 1, sheet


def test_its_address_may_be_kept_for_ever_and_the_bare_one_is_asked_for_each_time(
    site: TestClient,
) -> None:
    lasting, bare = site.get(style_sheet()), site.get("/assets/style.css")
    assert lasting.text == bare.text
    assert lasting.headers["content-type"] == "text/css; charset=utf-8"
    assert "immutable" in lasting.headers["cache-control"]
    assert bare.headers["cache-control"] == "no-cache"
    known = site.get("/assets/style.css", headers={"If-None-Match": bare.headers["etag"]})
    assert (known.status_code, known.content) == (304, b"")
