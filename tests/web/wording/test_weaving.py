"""Links woven into a sentence, where the language wants them."""

import pytest

from clustergraph.web.pieces import Link
from clustergraph.web.wording import wording_in
from clustergraph.web.wording.weaving import weave


def test_links_stand_where_the_language_wants_them() -> None:
    page = Link(text="części", href="/ns/hasPart")
    message = "The same, said from the other end: %(property)s."
    found = weave(wording_in("pl"), message, property=page)
    assert page in found
    assert "".join(each.text for each in found) == "To samo, powiedziane z drugiej strony: części."


def test_a_value_that_ends_in_a_full_stop_ends_the_sentence() -> None:
    english, bulgarian = wording_in("en"), wording_in("bg")
    assert english.gettext("%(said)s.", said="Competitiveness Inc.") == "Competitiveness Inc."
    assert english.gettext("%(said)s.", said="DARE") == "DARE."
    assert bulgarian.gettext("%(said)s.", said=bulgarian.date("2016-11")) == "ноември 2016\u202fг."
    woven = weave(english, "%(said)s.", said=[Link(text="Trainer at "), Link(text="Inc.")])
    assert "".join(each.text for each in woven) == "Trainer at Inc."


@pytest.mark.parametrize("value", ["%(page)s", "100 %", "\0", "a\0b"])
def test_signs_in_a_value_are_no_places_of_links(value: str) -> None:
    found = weave(wording_in("en"), "%(said)s.", said=Link(text=value))
    assert [each.text for each in found] == [value, "."]
