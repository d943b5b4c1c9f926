"""All names of a thing, gathered by language."""

from collections.abc import Iterable

from clustergraph.operations.describing.describe import Name
from clustergraph.web.things.views import NameForm, NameRow
from clustergraph.web.wording import Wording

__all__ = ["name_rows"]


def name_rows(
    names: Iterable[Name], wording: Wording, *, marks_written: bool = True
) -> tuple[NameRow, ...]:
    """Gather names by language; those without language come last.

    With ``marks_written`` those that people wrote are told from those that a build gave.
    """
    by_language: dict[str, list[Name]] = {}
    for name in names:
        by_language.setdefault(name.language, []).append(name)
    return tuple(
        NameRow(
            language=language,
            called=wording.language_name(language) if language else wording.gettext("any language"),
            preferred=_forms(by_language[language], marks_written=marks_written, preferred=True),
            others=_forms(by_language[language], marks_written=marks_written, preferred=False),
        )
        for language in sorted(by_language, key=lambda language: (not language, language))
    )


def _forms(names: Iterable[Name], *, marks_written: bool, preferred: bool) -> tuple[NameForm, ...]:
    return tuple(
        NameForm(text=name.text, is_written=marks_written and bool(name.written))
        for name in names
        if name.preferred == preferred
    )
