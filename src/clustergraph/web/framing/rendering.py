"""Turn a page's dataclass into HTML; all values are data, so the templates escape all of them."""

from functools import cache
from types import CodeType

from jinja2 import BytecodeCache, Environment, PackageLoader, StrictUndefined
from jinja2.bccache import Bucket

from clustergraph.web.exchange.root_path import rooted
from clustergraph.web.framing.bundles import bundle
from clustergraph.web.framing.style_sheet import style_sheet
from clustergraph.web.wording import Wording
from clustergraph.web.wording.reader import ANYBODY, Reader

__all__ = ["render"]


def render(template: str, page: object, reader: Reader = ANYBODY) -> str:
    """Render the template, whose variables are ``page``, a dataclass of views, and ``reader``.

    What the templates mark with ``trans`` is said in the reader's language; macros too can say it,
    but the reader is known to the page's own template only.
    """
    found = _environment(reader.wording).get_template(template)
    return rooted(found.render(page=page, reader=reader))


@cache
def _environment(wording: Wording) -> Environment:
    environment = Environment(
        loader=PackageLoader("clustergraph.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
        bytecode_cache=_compiled(),
    )
    environment.policies["ext.i18n.trimmed"] = True
    environment.policies["json.dumps_kwargs"] = {"sort_keys": True, "ensure_ascii": False}
    said = wording.translations
    environment.install_gettext_callables(  # type: ignore[attr-defined]  # the extension adds it
        said.gettext, said.ngettext, newstyle=True, pgettext=said.pgettext, npgettext=said.npgettext
    )
    environment.globals.update(wording=wording, style_sheet=style_sheet, bundle=bundle)
    return environment


class _Compiled(BytecodeCache):
    """The templates, each compiled once for all languages: that takes longer than many pages."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what was compiled for another language."""
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        if bucket.code is not None:
            self._codes[bucket.key, bucket.checksum] = bucket.code


@cache
def _compiled() -> _Compiled:
    return _Compiled()
