"""Replies that are kept are those to the very same request, of the version that is served."""

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from clustergraph.operations.dataset import Dataset
from clustergraph.store.versions import Home
from clustergraph.web.exchange.kept_replies import KeepReplies, KeptReplies
from clustergraph.web.operating.counting import RequestCount
from clustergraph.web.operating.metrics import Metrics
from clustergraph.web.serving.at_once import AtOnce
from given.homes import publish

THINGS = "/page/thing"


class Counter:
    """Answers each request with how many there were."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self.asked = 0
        self.headers = {"ETag": '"one"', "Vary": "Accept"}
        self.status = 200

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self.answer(Request(scope))(scope, receive, send)

    def answer(self, request: Request) -> Response:
        self.asked += 1
        headers = {"Dataset-Version": self.dataset.current().version.id, **self.headers}
        if request.query_params.get("streamed"):
            return StreamingResponse(iter([b"one", b"two"]), headers=headers)
        return PlainTextResponse(str(self.asked), self.status, headers=headers)


@pytest.fixture
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    path = tmp_path_factory.mktemp("kept")
    publish(path)
    return Home(path)


@pytest.fixture
def counter(home: Home) -> Counter:
    dataset = Dataset(home)
    dataset.current()
    return Counter(dataset)


@pytest.fixture
def client(counter: Counter) -> TestClient:
    replies = KeptReplies(counter.dataset, limit_bytes=1_000_000)
    at_once = AtOnce(replies, doorkeeper=None, count=RequestCount(Metrics(readers=1)))
    keeping = KeepReplies(counter, replies=replies)

    async def service(scope: Scope, receive: Receive, send: Send) -> None:
        if not await at_once.gives(scope, send):
            await keeping(scope, receive, send)

    return TestClient(service)


def test_what_was_given_is_given_again(client: TestClient) -> None:
    first, again = client.get(THINGS), client.get(THINGS)
    assert (first.text, again.text) == ("1", "1")
    assert first.headers == again.headers


@pytest.mark.parametrize(
    "headers",
    [
        {"Accept": "text/turtle"},
        {"Accept-Language": "pl"},
        {"Accept-Encoding": "zstd"},
        {"Host": "other.example"},
    ],
)
def test_who_asks_otherwise_gets_something_else(
    client: TestClient, headers: dict[str, str]
) -> None:
    assert client.get(THINGS).text == "1"
    assert client.get(THINGS, headers=headers).text == "2"


def test_headers_in_another_order_ask_the_same(client: TestClient) -> None:
    ways = ({"Accept": "a/b", "Accept-Language": "pl"}, {"Accept-Language": "pl", "Accept": "a/b"})
    client.headers.clear()
    assert [client.get(THINGS, headers=headers).text for headers in ways] == ["1", "1"]


@pytest.mark.parametrize("path", [f"{THINGS}?lang=pl", f"{THINGS}s"])
def test_another_address_has_a_reply_of_its_own(client: TestClient, path: str) -> None:
    assert client.get(THINGS).text == "1"
    assert client.get(path).text == "2"


def test_a_new_version_has_new_replies(client: TestClient, home: Home) -> None:
    assert client.get(THINGS).text == "1"
    publish(home.path, count=4)
    assert [client.get(THINGS).text for _ in range(3)] == ["2", "3", "3"]  # it is open by now


def test_a_reply_of_a_version_that_came_up_meanwhile_is_not_kept_for_the_one_before(
    client: TestClient, counter: Counter
) -> None:
    counter.headers["Dataset-Version"] = "20300101T000000Z-0123456789abcdef"
    assert [client.get(THINGS).text for _ in range(2)] == ["1", "2"]


def test_a_client_that_has_the_reply_is_told_so(client: TestClient, counter: Counter) -> None:
    client.get(THINGS)
    for tags in ('"one"', 'W/"one"', '"none", "one"', "*"):
        answer = client.get(THINGS, headers={"If-None-Match": tags})
        assert (answer.status_code, answer.content) == (304, b"")
        assert answer.headers["ETag"] == '"one"'
        assert "Content-Length" not in answer.headers
    assert client.get(THINGS, headers={"If-None-Match": '"other"'}).text == "1"
    assert counter.asked == 1


@pytest.mark.parametrize(
    ("method", "path", "headers"),
    [
        ("HEAD", THINGS, {}),
        ("POST", THINGS, {}),
        ("GET", THINGS, {"Range": "bytes=0-1"}),
        ("GET", "/dumps/thing", {}),
        ("GET", f"{THINGS}?streamed=1", {}),
        ("GET", f"{THINGS}?{'x' * 1_000}", {}),
        ("GET", THINGS, {"Accept-Language": "pl, " * 300}),
    ],
)
def test_nothing_else_is_kept(
    client: TestClient, counter: Counter, method: str, path: str, headers: dict[str, str]
) -> None:
    for _ in range(2):
        client.request(method, path, headers=headers)
    assert counter.asked == 2


def test_problems_are_not_kept(client: TestClient, counter: Counter) -> None:
    counter.status = 404
    assert [client.get(THINGS).text for _ in range(2)] == ["1", "2"]


def test_what_has_no_tag_is_not_kept(client: TestClient, counter: Counter) -> None:
    counter.headers["ETag"] = ""
    assert [client.get(THINGS).text for _ in range(2)] == ["1", "2"]


def test_headers_take_memory_too(counter: Counter) -> None:
    """A hundred replies with long headers are more than may be kept."""
    counter.headers["Link"] = "x" * 10_000
    replies = KeptReplies(counter.dataset, limit_bytes=100_000)
    client = TestClient(KeepReplies(counter, replies=replies))
    scopes = []
    for number in range(100):
        answer = client.get(f"{THINGS}?{number}")
        headers = [(name.lower(), value) for name, value in answer.request.headers.raw]
        scopes.append(
            {
                "type": "http",
                "method": "GET",
                "scheme": "http",
                "path": THINGS,
                "query_string": str(number).encode(),
                "headers": headers,
            }
        )
    assert sum(replies.find(scope) is not None for scope in scopes) < 10
