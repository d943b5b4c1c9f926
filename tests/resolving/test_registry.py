from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustergraph.errors import RegistryError
from clustergraph.model import Iri, MentionPlace, Span
from clustergraph.resolving import Registry
from clustergraph.resolving.registry import Redirect, Registration

EFCE = Iri("https://w3id.org/clustergraph/id/efce-aaaaaaaa")
FOUNDATION = Iri("https://w3id.org/clustergraph/id/foundation-bbbbbbbb")
DOCUMENT = "71fb2550c3039bbf"
HEADER = "key\tiri\tsince\tdocument\tstart\tend"
ROW = f"agent/efce\t{EFCE}\t2026-11-21\t{DOCUMENT}\t10\t14"
REDIRECT = f"redirect/{FOUNDATION}\t{EFCE}\t2026-11-22\t\t\t"


def registration(key: str, iri: Iri, since: date, start: int) -> Registration:
    mention = MentionPlace(DOCUMENT, Span(start, start + 4))
    return Registration(key=key, iri=iri, since=since, mention=mention)


dates = st.dates(date(2026, 1, 1), date(2027, 1, 1))
registrations = st.builds(
    registration,
    st.sampled_from(("agent/efce", "activity/invest v/year 2018", "place/country:KZ")),
    st.sampled_from((EFCE, FOUNDATION)),
    dates,
    st.integers(0, 5),
)
redirects = st.builds(
    lambda since: Redirect(old=EFCE, new=FOUNDATION, since=since),
    dates,
)


@given(rows=st.lists(registrations), moved=st.lists(redirects))
def test_what_is_written_is_read_again(
    rows: list[Registration], moved: list[Redirect], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("registry") / "registry.tsv"
    registry = Registry.of(rows, moved)
    registry.write(path)
    assert Registry.read(path) == registry


@given(rows=st.lists(registrations), extra=st.lists(registrations))
def test_rows_are_never_lost_and_keep_their_first_date(
    rows: list[Registration], extra: list[Registration]
) -> None:
    registry = Registry.of(rows)
    grown = registry.with_rows(extra, [])
    since = {row.what: row.since for row in grown.registrations}
    assert all(since[row.what] <= row.since for row in [*rows, *extra])
    assert len(since) == len(grown.registrations)


def test_a_missing_file_is_an_empty_registry(tmp_path: Path) -> None:
    assert Registry.read(tmp_path / "none.tsv") == Registry()


def test_the_file_is_sorted_lines_that_a_person_can_read(tmp_path: Path) -> None:
    path = tmp_path / "data" / "registry.tsv"
    Registry.of(
        [
            registration("agent/foundation", FOUNDATION, date(2026, 11, 21), 3),
            registration("agent/efce", EFCE, date(2026, 11, 21), 10),
        ],
        [Redirect(old=EFCE, new=FOUNDATION, since=date(2026, 11, 22))],
    ).write(path)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not line.startswith("#")] == [
        HEADER,
        ROW,
        REDIRECT,
        f"agent/foundation\t{FOUNDATION}\t2026-11-21\t{DOCUMENT}\t3\t7",
    ]
    assert list(path.parent.iterdir()) == [path]


def test_the_lines_of_both_sides_of_a_merge_are_a_registry(tmp_path: Path) -> None:
    path = tmp_path / "registry.tsv"
    earlier = ROW.replace("2026-11-21", "2026-01-01")
    path.write_text(f"{HEADER}\n{ROW}\n{earlier}\n{HEADER}\n{ROW}", encoding="utf-8")
    (row,) = Registry.read(path).registrations
    assert row.since == date(2026, 1, 1)


def test_line_ends_of_windows_are_read(tmp_path: Path) -> None:
    path = tmp_path / "registry.tsv"
    path.write_bytes(f"{HEADER}\r\n{ROW}\r\n{REDIRECT}\r\n".encode())
    assert len(Registry.read(path).registrations) == len(Registry.read(path).redirects) == 1


MALFORMED = [
    ("agent/efce", "6 cells"),
    (ROW.replace("\t10", "\tten"), "not an offset: 'ten'"),
    (ROW.replace("\t10", "\t20"), "not a span"),
    (ROW.replace("2026-11-21", "yesterday"), "YYYY-MM-DD"),
    (ROW.replace(EFCE, "efce"), "not an absolute IRI"),
    (ROW.replace(DOCUMENT, "first.txt"), "16 hexadecimal digits"),
    (ROW.replace("agent/efce", ""), "needs a key"),
    (REDIRECT.replace(FOUNDATION, "nowhere"), "not an absolute IRI"),
    ("<<<<<<< HEAD", "keep the lines of both sides"),
    (">>>>>>> branch", "keep the lines of both sides"),
]


@pytest.mark.parametrize(("line", "reason"), MALFORMED)
def test_a_malformed_line_is_named_with_its_place_and_cure(
    line: str, reason: str, tmp_path: Path
) -> None:
    path = tmp_path / "registry.tsv"
    path.write_text(f"{HEADER}\n{ROW}\n{line}\n", encoding="utf-8")
    with pytest.raises(RegistryError) as caught:
        Registry.read(path)
    assert caught.value.location == f"{path}:3"
    assert reason in caught.value.reason
    assert "correct the line" in caught.value.reason


def test_a_file_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "registry.tsv"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(RegistryError, match="byte 0 is not UTF-8") as caught:
        Registry.read(path)
    assert caught.value.location == str(path)


def test_a_file_that_cannot_be_read_or_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(RegistryError, match="can't be read") as caught:
        Registry.read(tmp_path)
    assert caught.value.location == str(tmp_path)
    (tmp_path / "file").touch()
    path = tmp_path / "file" / "registry.tsv"
    with pytest.raises(RegistryError, match="can't be written") as caught:
        Registry().write(path)
    assert caught.value.location == str(path)


def test_folders_on_the_way_to_the_file_are_made(tmp_path: Path) -> None:
    path = tmp_path / "far" / "away" / "registry.tsv"
    Registry().write(path)
    assert Registry.read(path) == Registry()
