"""The outlines that are written at set-up are pictures, complete and harmless."""

import re
from importlib.resources import files

import pytest

from clustergraph.web.pictures.outlines import Outlines, known_outlines

BUILT = files("clustergraph.web") / "assets" / "built" / "outlines"


@pytest.fixture
def outlines() -> Outlines:
    if not known_outlines().names:
        pytest.skip("the outlines were not bundled: `make serve` does it where there is npm")
    return known_outlines()


def test_without_outlines_no_picture_is_named() -> None:
    assert Outlines().world == ""
    assert Outlines().tile(6, 4) == ""


def test_every_outline_that_is_named_is_a_picture_that_loads_nothing(outlines: Outlines) -> None:
    assert {"world", "6-4"} <= outlines.names
    for name in outlines.names:
        picture = (BUILT / f"{name}.svg").read_text("utf-8")
        assert picture.startswith('<svg xmlns="http://www.w3.org/2000/svg" viewBox="')
        assert not re.search(r"<script|<style|href|url\(|\son[a-z]+=", picture)


def test_the_address_of_an_outline_changes_with_what_is_drawn(outlines: Outlines) -> None:
    assert re.fullmatch(r"/assets/built/outlines/world\.svg\?[0-9a-f]{12}", outlines.world)
