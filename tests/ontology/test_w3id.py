"""What the rules for w3id.org do in a real Apache httpd; skipped where none is installed."""

import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import TypeAlias

import pytest

from clustergraph.locations import ONTOLOGY

Ask: TypeAlias = Callable[..., tuple[int, str | None]]

HOST = "https://clustergraph.example.org"
COMMANDS = ("apache2", "httpd", "/usr/sbin/apache2", "/usr/sbin/httpd")
MODULES = tuple(
    map(Path, ("/usr/lib/apache2/modules", "/usr/lib64/httpd/modules", "/usr/lib/httpd/modules"))
)
CONFIGURATION = """
ServerRoot "{root}"
ServerName localhost
Listen 127.0.0.1:{port}
PidFile "{root}/pid"
ErrorLog "{root}/errors"
User #65534
Group #65534
{modules}
DocumentRoot "{root}/site"
<Directory "{root}/site">
    AllowOverride All
    Require all granted
</Directory>
"""
NEEDED = ("mpm_event", "authz_core", "unixd", "rewrite")
"""The modules of httpd that are needed; some are built in on some systems."""


@pytest.fixture(scope="module")
def root() -> Iterator[Path]:
    """A folder that the server can read although it gives up the rights of root."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder)
        path.chmod(0o755)
        site = path / "site" / "clustergraph"
        site.mkdir(parents=True)
        shutil.copy(ONTOLOGY / "w3id" / ".htaccess", site)
        yield path


@pytest.fixture(scope="module")
def port(root: Path) -> Iterator[int]:
    """The port of an Apache httpd that has our rules at ``/clustergraph/``."""
    command = next(filter(None, map(shutil.which, COMMANDS)), None)
    modules = next((folder for folder in MODULES if folder.is_dir()), None)
    if command is None or modules is None:
        pytest.skip("needs Apache httpd (Debian: apt-get install apache2-bin)")
    with socket.create_server(("127.0.0.1", 0)) as free:
        number: int = free.getsockname()[1]
    files = ((name, modules / f"mod_{name}.so") for name in NEEDED)
    loads = "\n".join(f'LoadModule {n}_module "{f}"' for n, f in files if f.is_file())
    configuration = root / "httpd.conf"
    configuration.write_text(CONFIGURATION.format(root=root, port=number, modules=loads))
    with subprocess.Popen([command, "-DFOREGROUND", "-f", str(configuration)]) as server:
        try:
            _wait_for(number, server)
            yield number
        finally:
            server.terminate()


def _wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    for _ in range(200):
        assert server.poll() is None, "httpd ended at once"
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail("httpd does not listen")


@pytest.fixture
def ask(port: int) -> Ask:
    """Ask for a path below our base; give the status and where it leads."""

    def run(path: str, method: str = "GET", accept: str = "*/*") -> tuple[int, str | None]:
        connection = HTTPConnection("127.0.0.1", port, timeout=10)
        connection.request(method, f"/clustergraph/{path}", headers={"Accept": accept})
        answer = connection.getresponse()
        connection.close()
        return answer.status, answer.getheader("Location")

    return run


@pytest.mark.parametrize(
    "path",
    [
        "ns",
        "ns/0.2.0",
        "ns/fundedBy",
        "ns.ttl",
        "id/european-foundation-for-cluster-excellence-6bdfq3hs",
        "voc/sectors/food",
        "voc/sectors",
        "doc/71fb2550c3039bbf",
        "ev/5f8e7202858ee398",
        "run/0a1b2c3d4e5f6071",
        "graph/asserted",
        "graph/doc/71fb2550c3039bbf",
        ".well-known/genid/clustergraph-c14n0",
    ],
)
def test_a_thing_is_to_be_seen_at_the_same_path_of_the_service(ask: Ask, path: str) -> None:
    assert ask(path) == (303, f"{HOST}/{path}")


@pytest.mark.parametrize("accept", ["text/turtle", "text/html", "application/ld+json"])
def test_the_form_is_left_to_the_service(ask: Ask, accept: str) -> None:
    assert ask("ns", accept=accept) == (303, f"{HOST}/ns")


@pytest.mark.parametrize("path", ["", "dataset", ".well-known/void", "dumps/all.nq.gz", "queries"])
def test_what_describes_the_dataset_is_found_there_for_now(ask: Ask, path: str) -> None:
    assert ask(path) == (302, f"{HOST}/{path}")


def test_a_query_is_passed_on_as_it_is(ask: Ask) -> None:
    assert ask("sparql?query=ASK%20%7B%7D") == (307, f"{HOST}/sparql?query=ASK%20%7B%7D")
    assert ask("sparql", "POST") == (307, f"{HOST}/sparql")


def test_a_slash_too_many_does_no_harm(ask: Ask) -> None:
    assert ask("ns/") == (303, f"{HOST}/ns")
    assert ask("dataset/") == (302, f"{HOST}/dataset")


@pytest.mark.parametrize("path", ["nothing", "nsx", "sparqling", "idle", "id/"])
def test_what_we_do_not_name_leads_nowhere(ask: Ask, path: str) -> None:
    assert ask(path) == (404, None)
