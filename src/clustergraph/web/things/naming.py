"""All names of a thing, gathered by language."""

from collections.abc import Iterable

from clustergraph.operations.describe import Name
from clustergraph.web.pieces import NameRow
from clustergraph.web.wording import Wording

__all__ = ["name_rows"]


def name_rows(names: Iterable[Name], wording: Wording) -> tuple[NameRow, ...]:
    """Gather names by language; those without language come last."""
    by_language: dict[str, list[Name]] = {}
    for name in names:
        by_language.setdefault(name.language, []).append(name)
    return tuple(
        NameRow(
            language=language,
            called=wording.language_name(language) if language else wording.gettext("any language"),
            preferred=", ".join(name.text for name in by_language[language] if name.preferred),
            others=tuple(name.text for name in by_language[language] if not name.preferred),
        )
        for language in sorted(by_language, key=lambda language: (not language, language))
    )
