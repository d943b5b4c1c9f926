"""The service below a path of a real Apache httpd, which strips the path or keeps it."""

import json
import re
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from clustergraph.store.versions import Home
from given.running import Reply, Service, serve, wait_for

COMMANDS = ("apache2", "httpd", "/usr/sbin/apache2", "/usr/sbin/httpd")
MODULES = tuple(
    map(Path, ("/usr/lib/apache2/modules", "/usr/lib64/httpd/modules", "/usr/lib/httpd/modules"))
)
NEEDED = ("mpm_event", "authz_core", "unixd", "proxy", "proxy_http")
CONFIGURATION = """
ServerRoot "{root}"
ServerName localhost
Listen 127.0.0.1:{port}
PidFile "{root}/pid"
ErrorLog "{root}/errors"
User #65534
Group #65534
{modules}
ProxyPreserveHost On
AllowEncodedSlashes NoDecode
ProxyPass "/kg" "http://127.0.0.1:{behind}{target}" nocanon
"""
ADDRESS = re.compile(r'\s(?:href|src|action)="([^"]*)"')
PAGES = (
    "",
    "sparql",
    "ns",
    "ns/Cluster",
    "dataset",
    "queries",
    "search?q=cluster",
    "docs",
    "nowhere",
)
BROWSER = "text/html"


@pytest.fixture(scope="module")
def behind(small_home: Home, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """The service, which knows that it stands below ``/kg``."""
    log = tmp_path_factory.mktemp("log") / "log"
    with serve(
        small_home.path,
        log,
        root_path="/kg",
        trusted_proxies="127.0.0.1",
        log_level="info",
        readers="1",
    ) as service:
        yield service


@pytest.fixture(scope="module", params=["/", "/kg"], ids=["stripped", "kept"])
def proxy(behind: Service, request: pytest.FixtureRequest) -> Iterator[int]:
    """The port of an Apache before it; what it hands on begins with that path."""
    with _apache(behind.port, request.param) as port:
        yield port


@contextmanager
def _apache(behind: int, target: str) -> Iterator[int]:
    command = next(filter(None, map(shutil.which, COMMANDS)), None)
    modules = next((folder for folder in MODULES if folder.is_dir()), None)
    if command is None or modules is None:
        pytest.skip("needs Apache httpd (Debian: apt-get install apache2-bin)")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    files = ((name, modules / f"mod_{name}.so") for name in NEEDED)
    loads = "\n".join(f'LoadModule {n}_module "{f}"' for n, f in files if f.is_file())
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        root.chmod(0o755)  # the server gives up the rights of root
        told = {"root": root, "port": port, "modules": loads, "behind": behind}
        if target == "/":
            text = CONFIGURATION.replace('"/kg" "', '"/kg/" "').format(**told, target="/")
        else:
            text = CONFIGURATION.format(**told, target=target)
        configuration = root / "httpd.conf"
        configuration.write_text(text)
        with subprocess.Popen([command, "-DFOREGROUND", "-f", str(configuration)]) as server:
            try:
                wait_for(lambda: _listens(port, server))
                yield port
            finally:
                server.terminate()


def _listens(port: int, server: "subprocess.Popen[bytes]") -> bool:
    assert server.poll() is None, "httpd ended at once"
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _get(port: int, path: str, **headers: str) -> Reply:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    with closing(HTTPConnection("127.0.0.1", port, timeout=30)) as line:
        line.request("GET", path, headers=named)
        answer = line.getresponse()
        told = {name.lower(): value for name, value in answer.getheaders()}
        return Reply(answer.status, told, answer.read())


def _addresses(page: Reply) -> set[str]:
    return {found.replace("&amp;", "&") for found in ADDRESS.findall(page.body.decode())}


@pytest.mark.parametrize("page", PAGES)
def test_every_address_on_a_page_stays_below_the_path(proxy: int, page: str) -> None:
    shown = _get(proxy, f"/kg/{page}", accept=BROWSER)
    assert shown.headers["content-type"].startswith("text/html")
    here = [found for found in _addresses(shown) if found.startswith("/")]
    assert here
    assert all(found.startswith("/kg/") and not found.startswith("/kg/kg") for found in here)


def test_what_pages_lead_to_is_there(proxy: int) -> None:
    start = _get(proxy, "/kg/", accept=BROWSER)
    found = {urlsplit(each)._replace(fragment="").geturl() for each in _addresses(start)}
    ours = sorted(each for each in found if each.startswith("/"))
    failed = {each: _get(proxy, each, accept=BROWSER).status for each in ours}
    assert {each: status for each, status in failed.items() if status >= 400} == {}
    assert len(ours) > 10


def test_redirects_lead_below_the_path(proxy: int) -> None:
    thing = next(each for each in _addresses(_get(proxy, "/kg/", accept=BROWSER)) if "/id/" in each)
    for accept, kind in ((BROWSER, "page"), ("text/turtle", "data")):
        sent_on = _get(proxy, thing, accept=accept)
        assert sent_on.status == 303
        assert sent_on.headers["location"].startswith(f"/kg/{kind}/")
    icon = _get(proxy, "/kg/favicon.ico")
    assert (icon.status, icon.headers["location"]) == (308, "/kg/assets/icon.svg")


def test_queries_are_answered_below_the_path(proxy: int) -> None:
    answer = _get(proxy, "/kg/sparql?query=ASK%20%7B%7D", accept="text/csv")
    assert answer.status == 200
    assert json.loads(_get(proxy, "/kg/health/ready").body)["version"]


def test_the_service_describes_itself_at_the_address_that_clients_use(proxy: int) -> None:
    host = f"kg.example.org:{proxy}"
    told = _get(
        proxy, "/kg/sparql", accept="text/turtle", host=host, x_forwarded_proto="https"
    ).body.decode()
    assert f"<https://{host}/kg/sparql>" in told


def test_the_api_says_where_it_stands(proxy: int) -> None:
    described = json.loads(_get(proxy, "/kg/openapi.json").body)
    assert described["servers"] == [{"url": "/kg"}]


def test_links_in_headers_stay_below_the_path(proxy: int) -> None:
    page = _get(proxy, "/kg/ns/Cluster", accept=BROWSER)
    links = re.findall(r"<([^>]*)>", page.headers.get("link", ""))
    here = [unquote(urljoin("/", link)) for link in links if link.startswith("/")]
    assert all(link.startswith("/kg/") for link in here)


def test_the_path_itself_leads_to_the_start_page(behind: Service) -> None:
    bare = behind.get("/kg")
    assert (bare.status, bare.headers["location"]) == (308, "/kg/")


def test_a_trusted_proxy_tells_who_the_client_is(proxy: int, behind: Service) -> None:
    text = f"ASK {{ # {proxy}\n }}"
    path = "/kg/sparql?query=" + text.replace(" ", "%20").replace("\n", "%0A").replace("#", "%23")
    _get(proxy, path, x_forwarded_for="203.0.113.9")
    wait_for(lambda: [line for line in behind.log_lines(" query ") if "203.0.113.0/24" in line])


def test_nobody_else_is_believed(behind: Service) -> None:
    try:
        line = HTTPConnection("127.0.0.1", behind.port, source_address=("127.0.0.2", 0))
        line.connect()
    except OSError:
        pytest.skip("needs a second address on this machine")
    with closing(line):
        lie = {"X-Forwarded-For": "198.51.100.9", "X-Forwarded-Proto": "https"}
        line.request("GET", "/sparql?query=ASK%20%7B%7D", headers=lie)
        line.getresponse().read()
        line.request("GET", "/sparql", headers={"Accept": "text/turtle", **lie})
        assert b"<http://127.0.0.1:" in line.getresponse().read()
    wait_for(
        lambda: [told for told in behind.log_lines(" query ") if "client=127.0.0.0/24" in told]
    )
    assert not behind.log_lines("198.51.100")
