"""How pages speak of the catalogue: addresses of the query form, titles of groups."""

from collections.abc import Sequence
from urllib.parse import urlencode

from clustergraph.model import Iri
from clustergraph.operations.consult import Text, term_of
from clustergraph.sparql.catalogue import NamedQuery, find_query
from clustergraph.web.wording import Wording

__all__ = ["query_address", "query_text", "question_address", "title_of"]


def query_address(name: str, *, format_: str = "", **bindings: Iri | Text) -> str:
    """Return the address of the form with a query of the catalogue, its parameters filled in.

    With a format it is the address of the answer.
    """
    text = query_text(name, **bindings)
    return f"/sparql?{urlencode({'query': text, **({'format': format_} if format_ else {})})}"


def query_text(name: str, **bindings: Iri | Text) -> str:
    """Return the text of a query of the catalogue with its parameters filled in.

    They stand in a VALUES clause at its beginning; nothing else of the text is touched.
    """
    text = find_query(name).text
    if not bindings:
        return text
    variables = " ".join(f"?{variable}" for variable in bindings)
    values = " ".join(str(term_of(value)) for value in bindings.values())
    return text.replace("WHERE {", f"WHERE {{\n  VALUES ({variables}) {{ ({values}) }}", 1)


def question_address(name: str, extension: str = "") -> str:
    """Return the short address of a question in the query form, or of its answer."""
    return f"/queries/{name}.{extension}" if extension else f"/queries/{name}"


def title_of(group: Sequence[NamedQuery], wording: Wording) -> str:
    """Name a group of questions after those who ask them."""
    title = wording.gettext(group[0].asked_by or group[0].group)
    return title[:1].upper() + title[1:]
