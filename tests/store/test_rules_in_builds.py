"""A bad rule stops a real build, by file and line; what was published before stays."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import clustergraph
from clustergraph.locations import ONTOLOGY
from clustergraph.store.versions import Home
from given.homes import publish

PACKAGE = Path(clustergraph.__file__).parent
CHECKOUT = PACKAGE.parent.parent
ENDLESS = """# Everything leads on.
# because: ?one cg:mentionedIn ?other
PREFIX cg: <https://w3id.org/clustergraph/ns#>
PREFIX graph: <https://w3id.org/clustergraph/graph/>
INSERT { GRAPH graph:inferred { ?new cg:basedOn ?one } }
USING graph:asserted
USING graph:inferred
WHERE {
  ?one a cg:Activity .
  BIND(UUID() AS ?new)
  FILTER NOT EXISTS { ?next cg:basedOn ?one }
}
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with an ontology of its own; the rest is the real one."""
    folder = tmp_path / "checkout"
    shutil.copytree(ONTOLOGY, folder / "ontology")
    (folder / "src").mkdir()
    (folder / "src" / "clustergraph").symlink_to(PACKAGE)
    for name in ("data", "queries"):
        (folder / name).symlink_to(CHECKOUT / name)
    return folder


def test_a_bad_rule_stops_the_build_and_the_current_version_stays(
    checkout: Path, tmp_path: Path
) -> None:
    before = publish(tmp_path / "home")
    rule = checkout / "ontology" / "rules" / "made.rq"
    rule.write_text(ENDLESS, encoding="utf-8")
    documents = tmp_path / "documents"
    documents.mkdir()
    (documents / "news.txt").write_text("The project Alpha is funded by DARE.\n", encoding="utf-8")
    command = [sys.executable, "-m", "clustergraph", "build", "--documents", str(documents)]
    done = subprocess.run(
        [*command, "--home", str(tmp_path / "home")],
        env={**os.environ, "PYTHONPATH": str(checkout / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert f"clustergraph: {rule}:5: the rules come to no end" in done.stderr
    assert "Traceback" not in done.stderr
    assert Home(tmp_path / "home").current_id == before.id
