"""What may be asked for in the query of a call; what is none of it is refused, not passed over."""

from typing import Annotated, Any, TypeVar

from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.datastructures import QueryParams
from starlette.requests import Request

from clustergraph.web.api.facet_names import FACETS
from clustergraph.web.exchange.repeating import refuse_repeated

__all__ = [
    "ChangesParameters",
    "DocumentParameters",
    "DocumentsParameters",
    "EntityParameters",
    "FeedParameters",
    "FilterParameters",
    "Parameters",
    "PassagesParameters",
    "ResolveParameters",
    "SearchParameters",
    "SuggestParameters",
    "described",
    "read",
    "said_once",
]


class Parameters(BaseModel):
    """The parameters of a call: no others, and none with a value that can't be."""

    model_config = ConfigDict(frozen=True, extra="forbid")


_Asked = TypeVar("_Asked", bound=Parameters)
_LabelLanguage = Annotated[str, Field(description="Labels in this language, where there are any.")]
_PageLength = Annotated[int, Field(ge=1, le=100, description="The most results on a page.")]
_Token = Annotated[str, Field(description="Where to go on: a token of the page before.")]


class FilterParameters(Parameters):
    """What is looked for, and what narrows it."""

    q: str = Field(
        "",
        description="A name in any script, or an IRI; all that passes the filters where empty.",
    )
    type: list[str] = Field(
        [],
        description="A class, with all below it; of several, any.",
    )
    place: list[str] = Field(
        [],
        description="A place by its name, IRI or identifier: what lies in it; of several, any.",
    )
    sector: list[str] = Field(
        [],
        description="A branch of the economy by its name or identifier, with all below it; of "
        "several, any.",
    )
    programme: list[str] = Field(
        [],
        description="A programme by its name, IRI or identifier: what is part of it or paid by it, "
        "at any depth; of several, any.",
    )
    year: list[str] = Field(
        [],
        description="A year: what takes place in it, from its start to its end; of several, any.",
    )
    source_language: list[str] = Field(
        [],
        description="What documents in this language mention; of several, any.",
    )
    lang: str = Field(
        "",
        description="Keep the names in this language and those without one, and label in it.",
    )


class SuggestParameters(FilterParameters):
    """What may be asked for while somebody types."""

    limit: int = Field(10, ge=1, le=100, description="The most results.")
    label_language: str = Field(
        "", description="Label in this language, but find names in all; `lang` does both."
    )


class SearchParameters(FilterParameters):
    """What may be asked for in a search."""

    limit: _PageLength = 20
    next: _Token = ""
    facets: str = Field(
        "",
        description="Count the results by these, with commas between: type, place, sector, "
        "programme, year, source_language, lang.",
    )


class ResolveParameters(Parameters):
    """An identifier: in any shape, or by its scheme."""

    uri: str = Field(
        "",
        description="An address in any shape: an IRI, a page, a local id, one with a prefix, or "
        "that of a register.",
        examples=["https://www.wikidata.org/wiki/Q232"],
    )
    scheme: str = Field("", description="Or the register that gave it.", examples=["wikidata"])
    value: str = Field("", description="The identifier in that register.", examples=["Q232"])
    lang: _LabelLanguage = ""
    format: str = Field("", description="The form wanted, which wins over Accept.")


class ChangesParameters(Parameters):
    """From which version on changes are wanted."""

    since: str = Field(
        description="The id of the version that you have: the Dataset-Version of an answer.",
        examples=["20261122T140643Z-9f3c2758e2fd847f"],
    )


class FeedParameters(Parameters):
    """From which version on changes are wanted, if not from the first that are kept."""

    since: str = Field("", description="The id of a version; all kept ones where empty.")


class EntityParameters(Parameters):
    """What may be asked for of one entity."""

    lang: _LabelLanguage = ""
    include: str = Field(
        "",
        description="Parts to add, with commas between: "
        "names, relations, incoming, consequences, documents, same_as, evidence.",
    )


class DocumentsParameters(Parameters):
    """What may be asked for in a list of documents."""

    written_in: str = Field("", description="Documents in this language.")
    publisher: str = Field("", description="Documents of this publisher.")
    issued_from: str = Field("", description="Published then or later: a day, a month or a year.")
    issued_to: str = Field("", description="Published then or before.")
    mentions: str = Field("", description="Documents that mention this: an IRI or an identifier.")
    lang: _LabelLanguage = ""
    limit: _PageLength = 20
    next: _Token = ""


class DocumentParameters(Parameters):
    """What may be asked for of one document."""

    lang: _LabelLanguage = ""
    include: str = Field("", description="Parts to add: entities.")


class PassagesParameters(Parameters):
    """What may be asked for of the passages of a document."""

    lang: _LabelLanguage = ""
    limit: _PageLength = 20
    next: _Token = ""


async def said_once(request: Request) -> None:
    """See to it that no parameter of a call but a list has two values; for all routes.

    Raises:
        InvalidParameter: when one has.
    """
    refuse_repeated(request.query_params.multi_items(), lists=FACETS)


def read(model: type[_Asked], query: QueryParams) -> _Asked:
    """Read the parameters of a call as the framework would, in a tenth of the time.

    Raises:
        InvalidParameter: when one that is no list has two values.
        RequestValidationError: when one is missing, unknown, or can't be.
    """
    refuse_repeated(query.multi_items(), lists=FACETS)
    given = {
        name: query.getlist(name) if _is_list(model, name) else value
        for name, value in query.items()
    }
    try:
        return model.model_validate(given)
    except ValidationError as error:
        places = ({**wrong, "loc": ("query", *wrong["loc"])} for wrong in error.errors())
        raise RequestValidationError([*places]) from error


def described(model: type[Parameters]) -> list[dict[str, Any]]:
    """Describe the parameters of a call for OpenAPI."""
    schema = model.model_json_schema()
    return [
        {
            "name": name,
            "in": "query",
            "required": name in schema.get("required", ()),
            "description": each.get("description", ""),
            "schema": each,
        }
        for name, each in schema["properties"].items()
    ]


def _is_list(model: type[Parameters], name: str) -> bool:
    field = model.model_fields.get(name)
    return field is not None and isinstance(field.default, list)
