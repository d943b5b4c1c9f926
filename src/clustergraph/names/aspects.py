"""What a thing has beside names and places that lists are narrowed by; or what is wanted of one.

Which statements of the graph make these is said by the queries of ``queries/lists``.
"""

from typing import Final, NamedTuple

from clustergraph.model import Iri

__all__ = ["NO_ASPECTS", "Aspects"]


class Aspects(NamedTuple):
    """The values by which a thing is found in lists; none where nothing is said.

    ``sectors`` and ``programmes`` hold those above it too, at any depth; ``years`` each year from
    its start to its end; ``source_languages`` those of the documents that mention it.
    """

    sectors: tuple[Iri, ...] = ()
    programmes: tuple[Iri, ...] = ()
    years: tuple[int, ...] = ()
    source_languages: tuple[str, ...] = ()

    def fields(self) -> dict[str, list[str]]:
        """Return the values as the index keeps them, by field.

        >>> Aspects(years=(2018,)).fields()["year"]
        ['2018']
        """
        fields = ("sector", "programme", "year", "source_language")
        return {field: [*map(str, values)] for field, values in zip(fields, self, strict=True)}

    def ordered(self) -> "Aspects":
        """Return the values in one order, each once, so that equal ones are the same."""
        return Aspects(*(tuple(sorted({*values})) for values in self))

    def admits(self, others: "Aspects") -> bool:
        """Tell whether what has the others has one of each kind that is wanted here.

        >>> Aspects(years=(2018, 2019)).admits(Aspects(years=(2017, 2018)))
        True
        """
        pairs = zip(self, others, strict=True)
        return all(not wanted or {*wanted} & {*has} for wanted, has in pairs)


NO_ASPECTS: Final = Aspects()
