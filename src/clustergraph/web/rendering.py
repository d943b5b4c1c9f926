"""Turn a page's dataclass into HTML; all values are data, so the templates escape all of them."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from clustergraph.web.root_path import rooted

__all__ = ["render"]


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("clustergraph.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(template: str, page: object) -> str:
    """Render the template, whose only variable is ``page``, one of the dataclasses in ``views``."""
    return rooted(_environment().get_template(template).render(page=page))
