"""Going back to an older version does not bring back what was forgotten since."""

from pathlib import Path

import pytest

from clustergraph.errors import OthersWrite, TellsForgotten
from clustergraph.iris import BASE
from clustergraph.model import HIDDEN, Iri
from clustergraph.operations.forgetting.roll_back import roll_back
from clustergraph.store.versions import Home
from given.drawn_versions import draw_version, thing
from given.handwritten import write_by_hand

ANNA = Iri(f"{BASE}id/anna")
OTHER = Iri(f"{BASE}id/other")
MERGED = f"GRAPH graph:redirects {{ <{ANNA}> dcterms:isReplacedBy id:b }}"


@pytest.mark.parametrize("told", [thing("anna", "Person"), MERGED], ids=["thing", "redirect"])
def test_a_version_that_tells_of_what_was_forgotten_since_stays_behind(
    tmp_path: Path, told: str
) -> None:
    older = draw_version(tmp_path, thing("b", "Person"), told)
    newer = draw_version(tmp_path, thing("b", "Person"), withheld=[ANNA])
    with pytest.raises(TellsForgotten) as caught:
        roll_back(Home(tmp_path), older)
    assert caught.value.id == older.id
    assert Home(tmp_path).current() == newer
    assert "anna" not in str(caught.value)


def test_a_version_whose_text_holds_words_that_are_hidden_by_now_stays_behind(
    tmp_path: Path,
) -> None:
    older = draw_version(tmp_path, thing("b", "Person"), text="Anna led it.")
    draw_version(tmp_path, thing("b", "Person"), text=f"{HIDDEN * 4} led it.", withheld=[ANNA])
    with pytest.raises(TellsForgotten):
        roll_back(Home(tmp_path), older)


@pytest.mark.parametrize(
    "said",
    [
        "GRAPH our:ours { our:a our:knows id:anna . }",
        "our:a our:says <<( id:anna our:b our:c )>> .",
        'GRAPH our:ours { our:a our:says "Anna led it." . }',
    ],
)
def test_a_version_in_which_somebody_wrote_of_it_stays_behind(tmp_path: Path, said: str) -> None:
    home = Home(tmp_path)
    draw_version(tmp_path, thing("b", "Person"))
    older = write_by_hand(home, said)
    draw_version(tmp_path, thing("b", "Person"), withheld=[ANNA])
    write_by_hand(home, f'GRAPH our:ours {{ our:a our:says "{HIDDEN * 4} led it." . }}')
    with pytest.raises(TellsForgotten):
        roll_back(home, older)


def test_nobody_goes_back_while_somebody_writes(tmp_path: Path) -> None:
    older = draw_version(tmp_path, thing("b", "Person"))
    newer = draw_version(tmp_path, thing("c", "Person"))
    home = Home(tmp_path)
    with home.alone(0), pytest.raises(OthersWrite):
        roll_back(home, older, wait_seconds=0.01)
    assert home.current() == newer


def test_a_version_that_leaves_it_out_too_can_be_the_current_one_again(tmp_path: Path) -> None:
    hidden = f"{HIDDEN * 4} led it."
    older = draw_version(tmp_path, thing("b", "Person"), text=hidden, withheld=[ANNA])
    draw_version(tmp_path, thing("c", "Person"), text=hidden, withheld=[ANNA, OTHER])
    roll_back(Home(tmp_path), older)
    assert Home(tmp_path).current() == older


def test_a_version_that_never_heard_of_it_can_be_the_current_one_again(tmp_path: Path) -> None:
    older = draw_version(tmp_path, thing("b", "Person"))
    draw_version(tmp_path, thing("b", "Person"), withheld=[ANNA])
    roll_back(Home(tmp_path), older)
    assert Home(tmp_path).current() == older


def test_one_can_go_back_from_a_version_that_is_damaged(tmp_path: Path) -> None:
    older = draw_version(tmp_path, thing("b", "Person"))
    newer = draw_version(tmp_path, thing("c", "Person"), withheld=[ANNA])
    (newer.path / "version.json").write_text("{")
    roll_back(Home(tmp_path), older)
    assert Home(tmp_path).current() == older
