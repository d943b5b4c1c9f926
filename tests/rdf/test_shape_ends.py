"""Which ends of a property belong together is read from the shapes."""

from pathlib import Path

from clustergraph.rdf.shape_ends import tied_ends
from clustergraph.vocab import CG


def test_an_activity_is_part_of_an_activity() -> None:
    assert tied_ends() == {CG.partOf: {CG.Activity: CG.Activity}}


def test_shapes_of_other_forms_tie_nothing(tmp_path: Path) -> None:
    (tmp_path / "other.ttl").write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix : <https://example.org/> .\n"
        ":one sh:or ( [ sh:not [ sh:class :A ] ] [ sh:class :B ] ) .\n"
        ":two sh:or ( [ sh:class :A ] [ sh:path :p ; sh:class :B ] [ sh:class :C ] ) .\n"
    )
    assert tied_ends(tmp_path) == {}
