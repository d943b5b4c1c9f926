"""A thing is summarised in a few lines with the words that say so."""

import pytest

from clustergraph.errors import NotFound
from clustergraph.operations.dataset import OpenVersion
from clustergraph.operations.reconciling.summarising import summary_of


def test_a_thing_is_called_placed_and_described_in_the_language(opened: OpenVersion) -> None:
    summary = summary_of(opened, "green-energy-cluster-aaaaaaaf", language="bg")
    assert summary.thing.label.text == "Клъстер Зелена енергия"
    assert summary.place == "Русе, България"
    assert {name.text for name in summary.names} == {"Green Energy Cluster", "GEC"}
    assert summary.kind is not None


def test_a_line_shows_the_words_that_say_it(opened: OpenVersion) -> None:
    summary = summary_of(opened, "autumn-school-aaaaaaah", language="en")
    lines = {line.property.iri.local: line for line in summary.lines}
    count = lines["participantCount"]
    assert [value.text for value in count.values] == ["31"]
    assert count.passage is not None
    assert count.passage.quote.text == "31 people came"


@pytest.mark.parametrize(
    ("language", "topic"), [("pl", "polityka klastrowa"), ("de", "cluster policy")]
)
def test_what_is_said_in_several_languages_is_shown_in_the_one_read_best(
    opened: OpenVersion, language: str, topic: str
) -> None:
    lines = summary_of(opened, "autumn-school-aaaaaaah", language=language).lines
    (line,) = (line for line in lines if line.property.iri.local == "topic")
    assert ([value.text for value in line.values], line.more) == ([topic], 1)


def test_only_what_is_exactly_the_same_elsewhere_is_told(opened: OpenVersion) -> None:
    summary = summary_of(opened, "krakow-aaaaaaac", language="en")
    assert [each.object for each in summary.elsewhere] == ["https://sws.geonames.org/3094802/"]


def test_what_is_not_here_has_no_summary(opened: OpenVersion) -> None:
    with pytest.raises(NotFound):
        summary_of(opened, "nobody-aaaaaaaa", language="en")
