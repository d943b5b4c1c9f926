"""The files that pages load: kept by browsers for a year where an address tells their content.

The style sheet is put together in ``framing.style_sheet``.
"""

import os
import re
from typing import Final

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from clustergraph.web.exchange.root_path import path_below_root
from clustergraph.web.framing.bundles import bundle
from clustergraph.web.framing.style_sheet import ASK_EACH_TIME, FOR_A_YEAR
from clustergraph.web.pictures.outlines import known_outlines

__all__ = ["AssetFiles"]

_BUNDLED: Final = re.compile(r"/built/([\w-]+\.(?:js|css))")
_OUTLINE: Final = re.compile(r"/built/outlines/[\w-]+\.svg")
_NAMED_BY_CONTENT: Final = re.compile(r"/built/[\w-]+-[A-Z0-9]{8}\.js")
"""Parts of scripts, which the bundler names so."""


class AssetFiles(StaticFiles):
    """The folder of them."""

    def __init__(self) -> None:
        super().__init__(packages=[("clustergraph.web", "assets")])

    def file_response(
        self,
        full_path: "os.PathLike[str] | str",
        stat_result: os.stat_result,
        scope: Scope,
        status_code: int = 200,
    ) -> Response:
        """Give a file, and say how long it holds."""
        response = super().file_response(full_path, stat_result, scope, status_code)
        path, query = path_below_root(scope), scope["query_string"].decode("latin-1")
        response.headers["Cache-Control"] = FOR_A_YEAR if _lasts(path, query) else ASK_EACH_TIME
        return response


def _lasts(path: str, query: str) -> bool:
    """Tell whether another content would have another address; paths are those below the folder."""
    if _OUTLINE.fullmatch(path):
        return query == known_outlines().digest
    file = _BUNDLED.fullmatch(path)
    if file is None:
        return False
    is_named_so = _NAMED_BY_CONTENT.fullmatch(path) is not None
    return is_named_so or bundle(file[1]).endswith(f"{path}?{query}")
