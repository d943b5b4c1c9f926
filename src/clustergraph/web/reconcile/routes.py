"""The addresses of the service: 0.2 at ``/reconcile``, or with a language after it.

The draft of 1.0 answers below ``/reconcile/v1``, and at ``/reconcile`` too: its manifest where the
Accept header asks for it, and all else at paths that 0.2 has not. No address redirects a POST.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any
from urllib.parse import quote

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from clustergraph.errors import InvalidParameter
from clustergraph.web.limiting.batches import batches_for
from clustergraph.web.reconcile.about import about
from clustergraph.web.reconcile.call import ROOT, Call
from clustergraph.web.reconcile.draft import extension as draft_extension
from clustergraph.web.reconcile.draft import manifest as draft_manifest
from clustergraph.web.reconcile.draft import matching as draft_matching
from clustergraph.web.reconcile.forms import read_body, read_form
from clustergraph.web.reconcile.previewing import flyout, preview
from clustergraph.web.reconcile.proposing import proposed
from clustergraph.web.reconcile.stable import extension, manifest, matching
from clustergraph.web.reconcile.suggesting import KINDS, suggested

__all__ = ["router"]

_Tell = Callable[[Call], Mapping[str, Any]]
_Answer = Callable[[Call, bytes], Mapping[str, Any]]
_KNOWN = ("queries", "extend")


async def stable_root(request: Request) -> Response:
    """Answer the queries in the address, or tell what the service offers."""
    call = Call(request)
    asked = [name for name in _KNOWN if name in request.query_params]
    if asked:
        name, text = asked[0], request.query_params[asked[0]]
        return await _in_turn(request, lambda: call.told(lambda: _asked(call, name, text)))
    tell = draft_manifest.manifest if call.wants_draft else manifest.manifest
    return await run_in_threadpool(lambda: call.told(lambda: tell(call)))


async def stable_post(request: Request) -> Response:
    """Answer the queries in a form."""
    call = Call(request)
    form = await read_form(request)
    asked = [name for name in _KNOWN if name in form]
    if not asked:
        wanted = "a form with a field queries or extend"
        raise InvalidParameter("the body", ", ".join(form), wanted)
    name, text = asked[0], form[asked[0]]
    return await _in_turn(request, lambda: call.answered(_asked(call, name, text)))


def draft_root_post(_: Request) -> Response:
    """Say where the draft takes what it is sent: not at its root, as 0.2 does."""
    detail = f"The draft of 1.0 takes JSON at {ROOT}/v1/match and {ROOT}/v1/extend, and not here."
    raise HTTPException(400, detail)


async def _in_turn(request: Request, answer: Callable[[], Response]) -> Response:
    return await batches_for(request).answer(request, answer)


def _asked(call: Call, name: str, text: str) -> Mapping[str, Any]:
    return matching.matched(call, text) if name == "queries" else extension.extended(call, text)


def _telling(tell: _Tell) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        call = Call(request)
        return call.told(lambda: tell(call))

    return answer


def _answering(answer: _Answer) -> Callable[[Request], Any]:
    async def answer_post(request: Request) -> Response:
        call = Call(request)
        body = await read_body(request)
        return await _in_turn(request, lambda: call.answered(answer(call, body)))

    return answer_post


def _preview(request: Request) -> Response:
    return preview(Call(request))


def _about(request: Request) -> Response:
    return about(Call(request))


def _leading_to(kind: str) -> Callable[[Request], Response]:
    """Lead from the identifier of a concept or a document to its address, which has slashes."""

    def lead(request: Request) -> Response:
        rest = quote(request.path_params["rest"].replace(":", "/"))
        return RedirectResponse(f"/{kind}/{rest}", status_code=301)

    return lead


_GETS: dict[str, Callable[[Request], Any]] = {
    "/preview": _preview,
    "/extend/propose": _telling(proposed),
    **{f"/suggest/{kind}": _telling(partial(suggested, kind=kind)) for kind in KINDS},
    **{f"/flyout/{kind}": _telling(partial(flyout, kind=kind)) for kind in KINDS},
}
"""What both versions ask by GET, below the root of either."""
_DRAFT_POSTS = {
    "/match": _answering(draft_matching.matched),
    "/extend": _answering(draft_extension.extended),
}

router = APIRouter(include_in_schema=False)
for _kind in ("voc", "doc"):
    router.add_route(f"/id/{_kind}:{{rest}}", _leading_to(_kind))
router.add_route(f"{ROOT}/about", _about)
for _root in (ROOT, f"{ROOT}/v1", f"{ROOT}/{{lang}}"):  # the last one takes all other words
    for _path, _endpoint in _GETS.items():
        router.add_route(_root + _path, _endpoint)
    for _path, _endpoint in _DRAFT_POSTS.items():
        router.add_route(_root + _path, _endpoint, methods=["POST"])
    for _address in (_root, f"{_root}/"):
        if _root.endswith("/v1"):
            router.add_route(_address, _telling(draft_manifest.manifest))
            router.add_route(_address, draft_root_post, methods=["POST"])
        else:
            router.add_route(_address, stable_root)
            router.add_route(_address, stable_post, methods=["POST"])
