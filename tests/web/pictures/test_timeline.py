"""The timeline: a bar for each activity as long as its dates allow, and the same as a table."""

import re

import pytest
from starlette.testclient import TestClient

from clustergraph.operations.labels import Labels
from clustergraph.operations.picturing.periods import period_of
from clustergraph.store.graph import GraphStore
from clustergraph.web.linking import Linker
from clustergraph.web.pictures.timeline import BarView, TimelineView, timeline_view
from clustergraph.web.wording.reader import Reader
from given.clients import BROWSER
from given.located import graph_of_triples, iri

ASSERTED = """
    id:training a cg:Training ; skos:prefLabel "Training"@en ;
        cg:startDate "2018-02-19"^^xsd:date ; cg:endDate "2018-02-23"^^xsd:date .
    id:visit a cg:Event ; skos:prefLabel "Visit"@en ; cg:startDate "2017"^^xsd:gYear .
    id:project a cg:Project ; skos:prefLabel "Project"@en ; cg:startDate "2016-11"^^xsd:gYearMonth .
    id:ended a cg:Programme ; skos:prefLabel "Ended"@en ; cg:endDate "2013-06"^^xsd:gYearMonth .
    id:fair a cg:Event ; skos:prefLabel "Fair"@en ; cg:startDate "--05-12"^^xsd:gMonthDay .
    id:broken a cg:Event ; skos:prefLabel "Broken"@en ; cg:startDate "soon"@en .
    id:last a cg:Event ; skos:prefLabel "The last of days"@en ;
        cg:startDate "9999-12-31"^^xsd:date .
    id:long a cg:Project ; cg:startDate "2016"^^xsd:gYear ; skos:prefLabel
        "Capacity building that goes on \\u202E and on and on and on and on and on and on"@en .
"""


@pytest.fixture(scope="module")
def graph() -> GraphStore:
    return graph_of_triples(ASSERTED)


def timeline_of(
    graph: GraphStore, *things: str, most: int = 10, language: str = "en"
) -> TimelineView | None:
    found = [period_of(graph, iri(thing)) for thing in things]
    linker = Linker(Labels(graph, language), Reader(language=language))
    return timeline_view([each for each in found if each], linker, most=most)


def drawn(graph: GraphStore, *things: str, most: int = 10, language: str = "en") -> TimelineView:
    timeline = timeline_of(graph, *things, most=most, language=language)
    assert timeline is not None
    return timeline


def bars(graph: GraphStore, *things: str) -> dict[str, BarView]:
    return {bar.link.text: bar for bar in drawn(graph, *things).bars}


def test_bars_stand_in_the_order_in_which_they_begin(graph: GraphStore) -> None:
    assert list(bars(graph, "training", "visit", "ended", "project")) == [
        *("Ended", "Project", "Visit", "Training"),
    ]


def test_a_year_is_a_bar_of_a_year(graph: GraphStore) -> None:
    found = bars(graph, "visit", "training", "ended")
    days_a_unit = 365 / found["Visit"].width
    assert found["Training"].width == pytest.approx(max(4, 5 / days_a_unit), abs=0.2)
    assert found["Visit"].x + found["Visit"].width < found["Training"].x


def test_a_bar_is_open_where_no_document_tells_an_end(graph: GraphStore) -> None:
    found = bars(graph, "training", "visit", "project", "ended")
    assert {name: (bar.is_open_before, bar.is_open_after) for name, bar in found.items()} == {
        "Ended": (True, False),
        "Project": (False, True),
        "Visit": (False, False),
        "Training": (False, False),
    }


def test_the_arrows_of_open_bars_are_on_the_picture(graph: GraphStore) -> None:
    timeline = drawn(graph, "project", "ended")
    for points in (bar.after if bar.is_open_after else bar.before for bar in timeline.bars):
        xs = [float(point.split(",")[0]) for point in points.split()]
        assert 0 <= min(xs) <= max(xs) <= timeline.width


@pytest.mark.parametrize(
    ("thing", "when"),
    [
        ("training", "19–23 February 2018"),
        ("visit", "2017"),
        ("project", "November 2016 –"),
        ("ended", "– June 2013"),
        ("fair", "12 May"),
    ],
)
def test_the_table_tells_dates_as_they_are(graph: GraphStore, thing: str, when: str) -> None:
    rows = {row.link.href: row.when for row in drawn(graph, thing, "training").rows}
    assert rows[f"/id/{thing}"] == when


def test_dates_are_written_in_the_readers_language(graph: GraphStore) -> None:
    assert drawn(graph, "training", language="pl").bars[0].when == "19–23 lutego 2018"


def test_what_has_no_year_is_in_the_table_and_has_no_bar(graph: GraphStore) -> None:
    timeline = drawn(graph, "fair", "broken", "training")
    assert len(timeline.bars) == 1
    assert {row.link.text for row in timeline.rows} == {"Fair", "Broken", "Training"}


def test_without_a_year_there_is_no_timeline(graph: GraphStore) -> None:
    assert timeline_of(graph, "fair", "broken") is None
    assert timeline_of(graph) is None


def test_the_last_of_days_can_be_drawn(graph: GraphStore) -> None:
    assert [bar.link.text for bar in drawn(graph, "last").bars] == ["The last of days"]


def test_of_too_many_activities_the_first_ones_given_are_shown(graph: GraphStore) -> None:
    timeline = drawn(graph, "training", "visit", "ended", most=2)
    assert [bar.link.text for bar in timeline.bars] == ["Visit", "Training"]
    assert timeline.left_out == 1


def test_a_name_never_runs_out_of_the_picture(graph: GraphStore) -> None:
    (bar,) = drawn(graph, "long").bars
    assert len(bar.name) < len(bar.link.text)
    assert "\u202e" not in bar.name
    late = bars(graph, "ended", "training")["Training"]
    assert late.ends_there
    assert late.name_x <= 480


def test_a_bar_says_no_more_than_the_beginning_of_a_very_long_name() -> None:
    name = "Long " * 1000
    named = f'id:long a cg:Event ; skos:prefLabel "{name}"@en ; cg:startDate "2018"^^xsd:gYear .'
    (bar,) = drawn(graph_of_triples(named), "long").bars
    assert len(bar.link.text) < 200


def test_names_of_lines_do_not_lie_on_each_other(graph: GraphStore) -> None:
    ticks = drawn(graph, "ended", "training").ticks
    assert [tick.text for tick in ticks if tick.text] == ["2014", "2015", "2016", "2017", "2018"]
    assert ticks[-1].ends_there


def test_the_page_of_a_thing_has_a_timeline_of_what_is_round_it(located_site: TestClient) -> None:
    page = located_site.get("/page/project", headers={"Accept": BROWSER}).text
    (figure,) = re.findall(r'<figure class="timeline">.*?</figure>', page, re.DOTALL)
    assert figure.count("<rect") == 2
    assert figure.count("<polygon") == 1
    assert "4th &lt;training&gt; week: 19–23 February 2018</title>" in figure
    assert "<summary>The timeline as a table</summary>" in figure
    assert not re.search(r"<style|<script|\sstyle=|\son[a-z]+=", figure)


def test_the_page_of_what_has_no_date_has_no_timeline(located_site: TestClient) -> None:
    page = located_site.get("/page/idea", headers={"Accept": BROWSER}).text
    assert 'class="timeline"' not in page
