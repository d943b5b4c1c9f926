"""The addresses of the dataset: its description, and the files that hold all of it.

``/dataset`` gives a page or RDF, ``/.well-known/void`` the same RDF (VoID, W3C 2011, section 7.2).
``/dumps/{version}/`` holds the files of a version for as long as it is kept, ``/dumps/{file}`` is
always of the current one. A packed file is sent as the file that it is, without Content-Encoding,
so that its checksum is that of what a client saves.
"""

from collections.abc import Mapping
from typing import Final

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response

from clustergraph.errors import DumpsMissing, NotAcceptable, NotFound
from clustergraph.operations.dataset_description.count_dataset import Counts, count_dataset
from clustergraph.operations.dataset_description.offer_dataset import Offered, offered_quads
from clustergraph.operations.dumping.dump import Dump, dumps_in
from clustergraph.operations.serving.as_of_build import built_version, found_in_build
from clustergraph.rdf.write import write_quads
from clustergraph.store.versions import CHECKSUMS, Version
from clustergraph.web.dataset.pages import dataset_page, downloads_page
from clustergraph.web.dataset.ranges import is_range
from clustergraph.web.exchange.methods import IS_HEAD
from clustergraph.web.linked_data.forms import data_instead, links_between, passing_on, wanted
from clustergraph.web.linked_data.linksets import dataset_signposts
from clustergraph.web.offers import HTML, Offer, offers_at
from clustergraph.web.visit import PageVisit, Visit, knows

__all__ = ["router"]

_PATH: Final = "/dataset"
_PACKED: Final = "application/gzip"
_FOR_EVER: Final = "public, max-age=31536000, immutable"
_ASK_EACH_TIME: Final = "no-cache"


def dataset(request: Request) -> Response:
    """Describe the dataset, to people or to programs."""
    visit = Visit(request)
    offers = offers_at(_PATH)
    return _described(visit, wanted(visit, offers, request.path_params.get("extension", "")))


def well_known(request: Request) -> Response:
    """Describe the dataset in RDF, to programs that know nothing of this service.

    Whoever takes no RDF gets Turtle all the same (RFC 9110, section 12.4.1): it is all there is.
    """
    visit = Visit(request)
    offers = [offer for offer in offers_at(_PATH) if offer.media_type != HTML]
    try:
        return _described(visit, wanted(visit, offers))
    except NotAcceptable:
        return _described(visit, offers[0])


def version(request: Request) -> Response:
    """Lead from the IRI of a version to what can be had of it, or to its description in RDF."""
    visit = Visit(request)
    kept = _kept(visit, request.path_params["version"])
    if data := data_instead(visit, offers_at(_PATH)):
        asked = "" if kept.id == visit.version_id else f"?version={kept.id}"
        return visit.redirect(passing_on(visit, f"{data.address}{asked}"), 303)
    built = built_version(visit.dataset, kept)
    return visit.redirect(f"/dumps/{built.id}/", 303)


def folder(_: Request) -> Response:
    """Lead to the files of the current version, which stand in a folder."""
    return RedirectResponse("/dumps/", status_code=308)


def downloads(request: Request) -> Response:
    """List the files of a version."""
    visit = PageVisit(request)
    kept = _kept(visit, request.path_params.get("version", visit.version_id))
    offered = _offered(visit, kept)
    if not offered.dumps:
        raise DumpsMissing(kept.id)
    if offered.of != kept.id:
        return visit.redirect(f"/dumps/{offered.of}/", 303)
    others = "".join(offered.others)
    return visit.answer(lambda: downloads_page(visit, offered), media_type=HTML, depends_on=others)


def dump(request: Request) -> Response:
    """Send a file of a version, or a part of it."""
    visit = Visit(request)
    name = request.path_params["file"]
    asked = _kept(visit, request.path_params.get("version", visit.version_id))
    kept = built_version(visit.dataset, asked)
    found = dumps_in(kept.dumps_path)
    if not found:
        raise DumpsMissing(kept.id)
    if name == CHECKSUMS:
        text = (kept.dumps_path / CHECKSUMS).read_bytes()
        return visit.answer(lambda: text, media_type="text/plain", depends_on=kept.id)
    if name in {each.id for each in visit.dataset.versions()}:
        return RedirectResponse(f"/dumps/{name}/", status_code=308)
    return _sent(request, kept, next((each for each in found if each.name == name), None))


router = APIRouter(include_in_schema=False)
router.add_route(_PATH, dataset)
router.add_route(f"{_PATH}.{{extension}}", dataset)
router.add_route(f"{_PATH}/{{version}}", version)
router.add_route("/.well-known/void", well_known)
router.add_route("/dumps", folder)
router.add_route("/dumps/", downloads)
router.add_route("/dumps/{version}/", downloads)
router.add_route("/dumps/{file}", dump)
router.add_route("/dumps/{version}/{file}", dump)


def _described(visit: Visit, offer: Offer) -> Response:
    visit = visit.of_person() if offer.media_type == HTML else visit
    offered = _offered(visit, visit.version)
    return visit.answer(
        lambda: _description(visit, offered, offer),
        media_type=offer.media_type,
        headers=links_between(visit, dataset_signposts(visit), offer),
        depends_on="".join(offered.others),
    )


def _description(visit: Visit, offered: Offered, offer: Offer) -> bytes | str:
    counts = _counts(visit)
    if offer.format is None:
        return dataset_page(visit, counts, offered, offers_at(_PATH))
    return write_quads(offered_quads(counts, offered), offer.format)


def _counts(visit: Visit) -> Counts:
    return found_in_build(visit.dataset, visit.opened, "counts of the dataset", count_dataset)


def _offered(visit: Visit, kept: Version) -> Offered:
    versions = visit.dataset.versions()
    others = (each.id for each in versions if each.dumps_path.is_dir() and _is_built(each))
    built = built_version(visit.dataset, kept)
    return Offered(
        version=kept.id,
        of=built.id,
        created=kept.created,
        host=str(visit.request.base_url),
        dumps=dumps_in(built.dumps_path),
        others=tuple(id_ for id_ in others if id_ != kept.id),
    )


def _is_built(version: Version) -> bool:
    """Tell whether a version's files are its own, and not those of the one before a write."""
    return version.built_id == version.id


def _kept(visit: Visit, id_: str) -> Version:
    """Return the version of that id.

    Raises:
        NotFound: when it is not kept.
    """
    if id_ == visit.version_id:
        return visit.version
    return visit.dataset.version(id_)


def _sent(request: Request, kept: Version, found: Dump | None) -> Response:
    if found is None:
        raise NotFound(request.url.path)
    headers = {"ETag": f'"{found.sha256}"', **_standing(request, kept)}
    if knows(request, headers["ETag"]):
        return Response(status_code=304, headers=headers)
    media_type = _PACKED if found.is_packed else f"{found.form.media_type}; charset=utf-8"
    path = kept.dumps_path / found.name
    sent = FileResponse(path, headers=headers, media_type=media_type, filename=found.name)
    if request.scope.get(IS_HEAD, False):
        told = {**sent.headers, "Content-Length": str(found.byte_size)}
        return Response(headers=told)
    if not is_range(request.headers.get("range", "")):
        request.scope["headers"] = [it for it in request.scope["headers"] if it[0] != b"range"]
    return sent


def _standing(request: Request, kept: Version) -> Mapping[str, str]:
    """Let caches keep for ever what is asked of a version; the current one may change."""
    lasts = "version" in request.path_params
    return {
        "Dataset-Version": kept.id,
        "Cache-Control": _FOR_EVER if lasts else _ASK_EACH_TIME,
    }
