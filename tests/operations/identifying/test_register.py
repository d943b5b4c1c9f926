"""The register is collected once for a build, and knows what people write of documents."""

from pathlib import Path

from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.operations.dataset import Dataset
from clustergraph.operations.identifying.register import Register, register_of
from clustergraph.operations.identifying.schemes import Identifier
from clustergraph.operations.identifying.standing import redirects_of
from clustergraph.store.versions import Home
from given.written_home import update_home, written_home

DOCUMENT = Iri(f"{BASE}doc/written-aaaaaaaa")
FILE = Identifier(scheme="file", value="written.txt")
WRITTEN = (
    f"INSERT DATA {{ <{DOCUMENT}> a cg:Document ; "
    '<http://purl.org/dc/terms/identifier> "written.txt" }'
)


def _bearing(register: Register) -> list[Iri]:
    return [each.iri for each in register.bearing(FILE)]


def test_what_the_build_knows_of_is_collected_once_while_people_write(
    small_home: Home, tmp_path: Path
) -> None:
    home = written_home(small_home, tmp_path)
    dataset = Dataset(home)
    register, redirects = register_of(dataset.current()), redirects_of(dataset.current())
    update_home(home, tmp_path, "INSERT DATA { id:one-more-aaaaaaaa cg:partner id:x-aaaaaaaa }")
    assert register_of(dataset.current()) is register
    assert redirects_of(dataset.current()) is redirects


def test_a_document_that_was_written_is_found_by_its_file_until_it_is_removed(
    small_home: Home, tmp_path: Path
) -> None:
    home = written_home(small_home, tmp_path)
    dataset = Dataset(home)
    built = register_of(dataset.current())
    update_home(home, tmp_path, WRITTEN)
    assert _bearing(register_of(dataset.current())) == [DOCUMENT]
    assert _bearing(register_of(Dataset(home).current())) == [DOCUMENT]
    assert _bearing(built) == []
    update_home(home, tmp_path, f"DELETE WHERE {{ <{DOCUMENT}> ?p ?o }}")
    assert _bearing(register_of(dataset.current())) == []
