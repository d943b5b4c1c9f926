"""What the pages of a PDF file may cost: a page of a few bytes can draw for hours.

The limits are counts, not seconds, so that the same file is read or refused on every machine.
"""

from pypdf import PageObject
from pypdf.errors import LimitReachedError
from pypdf.generic import DictionaryObject, NameObject, PdfObject, StreamObject

__all__ = ["LARGEST_STREAM_BYTES", "PageWork"]

LARGEST_STREAM_BYTES = 10_000_000
"""What one stream may unpack to."""
_LARGEST_PAGES_BYTES = 60_000_000
"""What the streams of all pages may unpack to."""
_LARGEST_FORM_BYTES = 250_000
"""A form that is larger is a figure; what is drawn again and again is small."""
_MOST_OPERATIONS = 500_000
"""Drawing operations of all pages; a page of text has about a thousand."""
_OPERATIONS_OF_A_FORM = 250
"""What drawing a form counts for: it is parsed each time."""


class PageWork:
    """Counts the work that the pages of one file make.

    Raises:
        LimitReachedError: when it is more than a document needs; pypdf raises the same.
    """

    def __init__(self) -> None:
        self._operations = 0
        self._bytes = 0
        self._figures: dict[int, bool] = {}

    def weigh(self, page: PageObject) -> None:
        """Count what the page unpacks to before it is drawn, and take large figures off it."""
        contents = page.get_contents()
        if contents is not None:
            self._add_bytes(contents)
        self._weigh_resources(page)

    def count(self, operator: bytes, *_rest: object) -> None:
        """Count an operation before it is drawn."""
        self._operations += _OPERATIONS_OF_A_FORM if operator == b"Do" else 1
        self.check()

    def check(self) -> None:
        """Raise what pypdf took for a flaw of a form, and stepped over."""
        if self._operations > _MOST_OPERATIONS or self._bytes > _LARGEST_PAGES_BYTES:
            raise LimitReachedError("more is drawn than a document needs")

    def _weigh_resources(self, owner: DictionaryObject) -> None:
        resources = _dictionary(owner, "/Resources")
        fonts, forms = _dictionary(resources, "/Font"), _dictionary(resources, "/XObject")
        for name in fonts:
            self._add_bytes(_found(_dictionary(fonts, name), "/ToUnicode"))
        for name in [name for name in forms if self._is_figure(_found(forms, name))]:
            del forms[name]

    def _is_figure(self, form: object) -> bool:
        """Tell whether a form is too large to be text; weighs each form of the file once."""
        if not isinstance(form, StreamObject) or _found(form, "/Subtype") != NameObject("/Form"):
            return False
        if id(form) not in self._figures:
            self._figures[id(form)] = self._add_bytes(form) > _LARGEST_FORM_BYTES
            self._weigh_resources(form)
        return self._figures[id(form)]

    def _add_bytes(self, stream: object) -> int:
        size = len(stream.get_data()) if isinstance(stream, StreamObject) else 0
        self._bytes += size
        self.check()
        return size


def _found(owner: DictionaryObject, key: str) -> PdfObject | None:
    """Return what stands below a key, also where the file only points to it."""
    value = owner.get(key)
    return value.get_object() if isinstance(value, PdfObject) else None


def _dictionary(owner: DictionaryObject, key: str) -> DictionaryObject:
    """Return the dictionary below a key, an empty one where the file has none or nonsense."""
    found = _found(owner, key)
    return found if isinstance(found, DictionaryObject) else DictionaryObject()
