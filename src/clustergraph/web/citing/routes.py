"""``/cite/{local}.{bib,ris,json}``: the citation of a thing, for programs that keep references."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from clustergraph.errors import NotFound
from clustergraph.operations.labels import Thing
from clustergraph.web.addresses import cite_path, iri_at, split_extension
from clustergraph.web.citing.citation import Citation
from clustergraph.web.citing.views import CitationView
from clustergraph.web.linked_data.forms import passing_on
from clustergraph.web.pieces import Link
from clustergraph.web.visit import Visit

__all__ = ["citation_view", "router"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Form:
    """A way to write a citation, its media type and what people call it."""

    name: str
    media_type: str
    write: Callable[[Citation], str]


_FORMS: Final[Mapping[str, _Form]] = {
    "bib": _Form(name="BibTeX", media_type="application/x-bibtex", write=Citation.as_bibtex),
    "ris": _Form(
        name="RIS", media_type="application/x-research-info-systems", write=Citation.as_ris
    ),
    "json": _Form(
        name="CSL-JSON",
        media_type="application/vnd.citationstyles.csl+json",
        write=Citation.as_csl,
    ),
}


def citation_view(visit: Visit, thing: Thing) -> CitationView:
    """Show how to cite a thing, with a file of each form."""
    files = (
        Link(text=form.name, href=visit.reader.to(cite_path(thing.iri, extension)))
        for extension, form in _FORMS.items()
    )
    return CitationView(
        text=_citation(visit, thing).as_text(visit.reader.wording), files=tuple(files)
    )


def cite(request: Request) -> Response:
    """Give the citation of a thing as a file."""
    visit = Visit(request)
    place, extension = split_extension(request.path_params["place"])
    if extension not in _FORMS:
        raise NotFound(visit.path)
    iri = iri_at(place)
    if moved := visit.moved(iri, lambda new: passing_on(visit, cite_path(new, extension))):
        return moved
    form = _FORMS[extension]
    return visit.answer(
        lambda: form.write(_citation(visit, visit.labels.thing(iri))),
        media_type=form.media_type,
        headers={"Content-Disposition": f'attachment; filename="clustergraph.{extension}"'},
    )


router = APIRouter(include_in_schema=False)
router.add_route("/cite/{place:path}", cite)


def _citation(visit: Visit, thing: Thing) -> Citation:
    """Cite a thing under its name in the reader's language, as the version at hand tells of it."""
    return Citation(
        title=thing.label.text,
        language=thing.label.language,
        iri=thing.iri,
        version=visit.version_id,
        published=visit.version.created.date(),
    )
