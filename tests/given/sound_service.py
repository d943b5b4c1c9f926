"""A small reconciliation service that keeps to the specification: a function from call to reply.

It speaks 0.1 and 0.2 at ``/reconcile``, and 1.0 below ``/v1``. What is tested with it is spoiled
first: see ``Spoil``.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from http.server import BaseHTTPRequestHandler
from typing import Any, ClassVar, Protocol, TypeAlias
from urllib.parse import parse_qsl, urlsplit

from clustergraph.recon_check import Specification, Verdict
from given.listening import listening

Json: TypeAlias = Any

_JSON = "application/json"
_OPEN = {"access-control-allow-origin": "*", "access-control-allow-headers": "content-type"}

ENTITIES: Mapping[str, tuple[str, str]] = {
    "u1": ("University of Oslo", "university"),
    "u2": ("University of Bergen", "university"),
    "u3": ("University of London", "university"),
    "m1": ("London Museum", "museum"),
    "m2": ("Museum of Science", "museum"),
    "c 1/ü": ("City of Energy", "city"),
}
TYPES = {"university": "University", "museum": "Museum", "city": "City"}
PROPERTIES = {"area": "Area", "size": "Size", "seat": "Seat", "start": "Start"}
VALUES: Mapping[str, list[Json]] = {
    "area": [{"str": "North"}, {}],
    "size": [{"int": 7}, {"float": 7.5}, {"bool": True}],
    "seat": [{"id": "m1", "name": "London Museum"}],
    "start": [{"date": "2024-01-01T00:00:00Z"}],
}


@dataclass(frozen=True, kw_only=True)
class Call:
    """What was asked, with the fields of the query or of the form."""

    method: str
    path: str
    fields: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes

    @classmethod
    def of(cls, method: str, url: str, headers: Mapping[str, str], body: bytes) -> "Call":
        parts = urlsplit(url)
        is_form = headers.get("content-type", "").startswith("application/x-www-form")
        fields = body.decode() if is_form else parts.query
        pairs = dict(parse_qsl(fields, keep_blank_values=True))
        return cls(method=method, path=parts.path, fields=pairs, headers=headers, body=body)


@dataclass(frozen=True, kw_only=True)
class Reply:
    status: int = 200
    headers: Mapping[str, str]
    body: bytes

    def with_json(self, value: Json) -> "Reply":
        return replace(self, body=json.dumps(value).encode())


Spoil: TypeAlias = Callable[[Call, Reply], Reply | None]
"""Makes another reply of the sound one, or leaves it."""


def leave(call: Call, reply: Reply) -> Reply:
    """Spoil nothing."""
    del call
    return reply


def part_of(call: Call) -> str:
    """Return the part of the service that a call is for."""
    if call.method == "OPTIONS":
        return "options"
    by_field = {"queries": "match", "extend": "extend"}
    words = call.path.strip("/").split("/")
    by_path = {"properties": "propose", "reconcile": "manifest", "v1": "manifest"}
    fields = [part for field, part in by_field.items() if field in call.fields]
    word = words[1] if words[1:2] == ["suggest"] else words[-1]
    return fields[0] if fields else by_path.get(word, word)


def at(part: str, change: Callable[[Json], object], method: str = "") -> Spoil:
    """Change the JSON of a part, where it has what is changed."""

    def spoil(call: Call, reply: Reply) -> Reply | None:
        if part_of(call) != part or method not in {"", call.method} or reply.status != 200:
            return None
        value = json.loads(reply.body)
        try:
            change(value)
        except (KeyError, IndexError):
            return None
        return reply.with_json(value)

    return spoil


def put(path: str, new: Json) -> Callable[[Json], None]:
    """Put a value at a path (``q0.result.0.name``), also where there was none."""

    def change(value: Json) -> None:
        *way, last = path.split(".")
        for step in way:
            value = value[int(step) if isinstance(value, list) else step]
        value[int(last) if isinstance(value, list) else last] = new

    return change


def drop(path: str) -> Callable[[Json], None]:
    """Take away what is at a path."""

    def change(value: Json) -> None:
        *way, last = path.split(".")
        for step in way:
            value = value[int(step) if isinstance(value, list) else step]
        del value[int(last) if isinstance(value, list) else last]

    return change


def sent(part: str, method: str = "", **changes: Any) -> Spoil:
    """Change the status, the body or the headers of a part; a header of none is left away."""

    def spoil(call: Call, reply: Reply) -> Reply | None:
        if part not in {part_of(call), "all"} or method not in {"", call.method}:
            return None
        rest = {key: value for key, value in changes.items() if key in {"status", "body"}}
        named = {key.replace("_", "-"): value for key, value in changes.items() if key not in rest}
        headers = {**reply.headers, **named}
        kept = {key: value for key, value in headers.items() if value is not None}
        return replace(reply, headers=kept, **rest)

    return spoil


def refusing(word: bytes) -> Spoil:
    """Break on what has some word in it."""

    def spoil(call: Call, reply: Reply) -> Reply | None:
        told = "".join(call.fields.values()).encode() + call.body
        return replace(reply, status=500, body=b"") if word in told else None

    return spoil


def deaf(part: str, field: str) -> Spoil:
    """Answer a part as if one of the parameters was not there."""

    def spoil(call: Call, reply: Reply) -> Reply | None:
        del reply
        fields = {key: value for key, value in call.fields.items() if key != field}
        return reply_to(replace(call, fields=fields)) if part_of(call) == part else None

    return spoil


class Judge(Protocol):
    """Judges one requirement on the service, spoiled in some way."""

    def __call__(
        self, key: str, spoil: Spoil = ..., specification: Specification = ...
    ) -> Verdict: ...


class Sound:
    """Where the service is, and how it is spoiled."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.calls: list[Call] = []
        self.mend()

    def mend(self) -> None:
        """Let it answer soundly again, and forget what it was asked."""
        self.spoil: Spoil = leave
        self.calls.clear()

    @property
    def endpoint(self) -> str:
        return f"{self.address}/reconcile"

    @property
    def draft(self) -> str:
        return f"{self.address}/v1"


def reply_to(call: Call) -> Reply:
    """Answer a call."""
    if call.method == "OPTIONS":
        return Reply(status=204, headers=_OPEN, body=b"")
    if "callback" in call.fields:
        return _javascript(call.fields["callback"], call)
    try:
        if call.path.startswith("/v1"):
            return _route(call)
        return _form(call)
    except (ValueError, KeyError, TypeError, AttributeError) as error:  # strange questions
        return _json({"detail": str(error)}, status=400)


def _javascript(function: str, call: Call) -> Reply:
    rest = {key: value for key, value in call.fields.items() if key != "callback"}
    body = reply_to(replace(call, fields=rest)).body
    return Reply(
        headers={**_OPEN, "content-type": "text/javascript"},
        body=f"{function}({body.decode()})".encode(),
    )


def _json(value: Json, status: int = 200) -> Reply:
    return Reply(
        status=status, headers={**_OPEN, "content-type": _JSON}, body=json.dumps(value).encode()
    )


def _html(text: str) -> Reply:
    return Reply(headers={**_OPEN, "content-type": "text/html; charset=utf-8"}, body=text.encode())


def _form(call: Call) -> Reply:
    if "queries" in call.fields:
        return _matched(call, lambda: _results(json.loads(call.fields["queries"])))
    if "extend" in call.fields:
        return _json(_rows(json.loads(call.fields["extend"])))
    part, _, kind = call.path.removeprefix("/reconcile").strip("/").partition("/")
    start = int(call.fields.get("cursor", 0))
    parts: dict[str, Callable[[], Reply]] = {
        "suggest": lambda: _json({"result": _suggested(kind, call.fields["prefix"])[start:]}),
        "flyout": lambda: _json({"id": call.fields["id"], "html": "<p>This</p>"}),
        "preview": lambda: _preview(call),
        "properties": lambda: _json(_proposed(call.fields)),
        "": lambda: _json(manifest()),
    }
    return parts[part]()


def _preview(call: Call) -> Reply:
    if call.fields["id"] not in ENTITIES:
        return replace(_html("<p>Nobody</p>"), status=404)
    return _html(f"<p>{ENTITIES[call.fields['id']][0]}</p>")


def _matched(call: Call, results: Callable[[], Json]) -> Reply:
    if "authorization" in call.headers:
        return _json({"detail": "who are you?"}, status=401)
    return _json(results())


def manifest() -> dict[str, Json]:
    here = "http://testserver/reconcile"
    suggest = {"service_url": "/reconcile", "flyout_service_path": "/flyout?id=${id}"}
    return {
        "versions": ["0.1", "0.2"],
        "name": "Sound",
        "identifierSpace": f"{here}/id/",
        "schemaSpace": f"{here}/types/",
        "documentation": here,
        "logo": f"{here}.png",
        "serviceVersion": "1",
        "view": {"url": here + "/id/{{id}}"},
        "feature_view": {"url": here + "/features/{{id}}"},
        "defaultTypes": [
            {
                "id": "university",
                "name": "University",
                "broader": [{"id": "thing", "name": "Thing"}],
            }
        ],
        "batchSize": 12,
        "authentication": {"type": "http", "scheme": "basic"},
        "preview": {"url": "/reconcile/preview?id={{id}}", "width": 400, "height": 200},
        "suggest": {
            kind: {**suggest, "service_path": f"/suggest/{kind}"}
            for kind in ("entity", "property", "type")
        },
        "extend": {
            "propose_properties": {"service_url": "/reconcile", "service_path": "/properties"},
            "property_settings": [
                {"name": "limit", "label": "Limit", "type": "number", "default": 0},
                {"name": "raw", "label": "Raw", "type": "checkbox"},
                {
                    "name": "as",
                    "label": "As",
                    "type": "select",
                    "choices": [{"value": "id", "name": "Id"}],
                },
            ],
        },
    }


def _results(batch: dict[str, Json]) -> dict[str, Json]:
    if not all("query" in query or "properties" in query for query in batch.values()):
        raise ValueError("a query of nothing")
    return {key: {"result": _found(query)} for key, query in batch.items()}


def _found(query: Json) -> list[Json]:
    text = str(query.get("query", "")).casefold()
    candidates = [
        _candidate(key, name, kind, text)
        for key, (name, kind) in ENTITIES.items()
        if text and (text in name.casefold() or text == key)
    ]
    best = sorted(candidates, key=lambda one: -one["score"])
    return best[: query.get("limit", 10)]


def _candidate(key: str, name: str, kind: str, text: str) -> dict[str, Json]:
    exact = text in {key, name.casefold()}
    return {
        "id": key,
        "name": name,
        "description": TYPES[kind],
        "score": 100 if exact else 50,
        "match": exact,
        "type": [{"id": kind, "name": TYPES[kind]}],
        "features": [{"id": "exact", "name": "Exact", "value": exact}],
    }


def _suggested(kind: str, prefix: str) -> list[Json]:
    entities = {key: name for key, (name, _) in ENTITIES.items()}
    names = {"entity": entities, "property": PROPERTIES, "type": TYPES}[kind]
    more = {"notable": ["university"]} if kind == "entity" else {}
    folded = prefix.casefold()
    return [
        {"id": key, "name": name, **more}
        for key, name in names.items()
        if any(word.startswith(folded) for word in (name.casefold(), key, *name.casefold().split()))
    ]


def _proposed(fields: Mapping[str, str]) -> dict[str, Json]:
    limit = int(fields.get("limit", 10))
    properties = [{"id": key, "name": name} for key, name in PROPERTIES.items()]
    return {"properties": properties[:limit], "type": fields["type"], "limit": limit}


def _rows(query: Json) -> dict[str, Json]:
    asked = [one["id"] for one in query["properties"]]
    rows = {key: {one: VALUES[one] for one in asked} for key in query["ids"]}
    return {"meta": _columns(asked), "rows": rows}


def _columns(asked: Sequence[str]) -> list[Json]:
    return [{"id": one, "name": PROPERTIES[one]} for one in asked]


def _route(call: Call) -> Reply:
    part, _, kind = call.path.removeprefix("/v1").strip("/").partition("/")
    parts: dict[str, Callable[[], Reply]] = {
        "match": lambda: _matched(call, lambda: _draft_results(json.loads(call.body))),
        "extend": lambda: _json(_listed(_rows(json.loads(call.body)))),
        "suggest": lambda: _json({"result": _page(call, kind)}),
        "preview": lambda: _preview(call),
        "": lambda: _json(manifest_of_draft()),
    }
    return _json(_proposed(call.fields)) if kind == "propose" else parts[part]()


def _draft_results(batch: Json) -> Json:
    return {"results": [{"candidates": _found(_flat(query))} for query in batch["queries"]]}


def _page(call: Call, kind: str) -> list[Json]:
    start = int(call.fields.get("offset", 0))
    found = _suggested(kind, call.fields["prefix"])
    return found[start : start + int(call.fields.get("limit", 10))]


def _flat(query: Json) -> Json:
    if not query.get("conditions"):
        raise ValueError("a query of nothing")
    names = [
        one["propertyValue"] for one in query["conditions"] if one["matchType"] in {"name", "id"}
    ]
    return {**query, "query": names[0] if names else ""}


def _listed(answer: Json) -> Json:
    rows = [
        {"id": key, "properties": [{"id": one, "values": found} for one, found in row.items()]}
        for key, row in answer["rows"].items()
    ]
    return {"meta": answer["meta"], "rows": rows}


def manifest_of_draft() -> dict[str, Json]:
    here = "http://testserver/reconcile"
    taken = ("name", "documentation", "logo", "serviceVersion", "defaultTypes", "batchSize")
    same = {key: manifest()[key] for key in (*taken, "authentication")}
    setting = {"id": "limit", "name": "Limit", "type": "number", "default": 0, "helpText": "Most"}
    return {
        **same,
        "versions": ["1.0-draft"],
        "view": {"url": here + "/id/{id}"},
        "featureView": {"url": here + "/features{/id}"},
        "lang": "en",
        "dir": "ltr",
        "standardizedScore": True,
        "preview": {"width": 400, "height": 200},
        "suggest": {"entity": True, "property": True, "type": True},
        "extend": {"proposeProperties": True, "propertySettings": [setting]},
    }


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1
    sound: ClassVar[Sound]

    def do_GET(self) -> None:
        length = int(self.headers.get("content-length") or 0)
        headers = {key.lower(): value for key, value in self.headers.items()}
        call = Call.of(self.command, self.path, headers, self.rfile.read(length))
        self.sound.calls.append(call)
        sound = reply_to(call)
        reply = self.sound.spoil(call, sound) or sound
        self.send_response(reply.status)
        for name, value in {**reply.headers, "content-length": str(len(reply.body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(reply.body)

    do_POST = do_OPTIONS = do_GET  # noqa: N815


@contextmanager
def sounding() -> Iterator[Sound]:
    """Run the service on a real socket; several may run side by side, each with its own calls."""

    class Own(_Handler):
        pass

    with listening(Own) as port:
        Own.sound = Sound(f"http://127.0.0.1:{port}")
        yield Own.sound
