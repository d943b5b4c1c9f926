"""A language pack: the words of one language. No grammar is coded here and no name is known."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import regex

from clustergraph.languages.cue import Cue
from clustergraph.languages.endings import NameEnding
from clustergraph.languages.given_names import GivenNames
from clustergraph.languages.pattern_filter import PatternFilter
from clustergraph.languages.patterns import compiled
from clustergraph.model import Iri

__all__ = ["Head", "LanguagePack"]

_SHORTEST_FIRST_PART = 3
"""Letters before the noun that ends a compound."""
_NOTHING = regex.compile("(?!)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A noun that tells what its phrase speaks of.

    ``generic`` nouns such as "meeting" may name an activity by themselves; the others only type a
    proper name. A ``compound`` one may be the last part of a word («Clusterkonferenz»). One that
    stands ``apart`` is no part of the name behind it («Projekt Alpha», unlike «Cluster Alpha»).
    ``gender`` is m, f or n where the pack says it. ``edition`` is what a numbered one is: «the 3rd
    Cluster Academy» is a training.
    """

    word: str
    kind: Iri
    generic: bool = False
    plural: bool = False
    compound: bool = False
    apart: bool = False
    edition: Iri | None = None
    gender: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LanguagePack:
    """All that is known of one language; there is one object a language.

    Words are lower case unless their case matters, and base forms where the language inflects.

    Attributes:
        code: of the language (BCP 47).
        head_first: whether a name begins with its noun («Fundacja Alfa», "Alpha Foundation").
        initiative: what an initiative without a name is called, with ``{sector}``, ``{place}``.
        capitalises_nouns: whether every noun has a capital, which then marks no name.
        ordinal_stop: whether a full stop makes an ordinal of figures («3. Konferenz»).
        abstract: nouns of which a phrase that ends with one is a subject and no body.
        article_endings: articles that are written as endings.
        any_gathering: nouns that may mean a gathering of any kind ("the event").
        articles: words that may stand before a name without changing it.
        at_least: words before a number that make it a lower bound.
        callings: what people are who need not be of the body whose news it is ("expert", "dean").
        complements: words with which a name goes on in lower case («Фондация за развитие»).
        conjunctions: words that join the items of a list.
        consortia: nouns of bodies that a project makes of its partners.
        common_nouns: nouns that are no part of a name, where all nouns have a capital.
        copulas: forms of "to be" between a name and what it is.
        currencies: words for money ("euro", "EUR").
        date_joins: words between the two ends of a range of dates.
        definite: words that point to something said before.
        departments: nouns of bodies that are named by a list of their fields («Ministry of A, B and
            C»).
        distinct_gatherings: nouns that never mean what has another noun ("visit", "ceremony").
        elisions: words that lean on the next with an apostrophe («l’»), each with both kinds of it.
        in_words: words before a town, and hardly ever before a body ("in").
        institutions: nouns of bodies that with whose or where they are make a name in lower case
            («the government of»).
        forenouns: adjectives that may stand before a noun, where most stand behind it.
        former: words before a position that is no longer held.
        function_words: words that are no part of a name and qualify no noun.
        funding_nouns: nouns of activities that pay for others, whoever owns them.
        indefinite: words that introduce something new.
        last_days, next_days: words that say which day of the week is meant ("last", «prochain»).
        linkers: words within a name ("of the").
        mottos: nouns behind which quotes hold what a gathering is about, and no name.
        name_particles: words within a person's name ("van").
        naming_words: words between a noun and its name ("called").
        of_places: positions that are held in a place and in no body ("mayor").
        of_words: words that say whose something is.
        ordinal_endings: what follows the figures of an ordinal.
        origin_words: words that say where somebody comes from.
        participants: nouns for people who are counted.
        plain_of: words that say of what kind something is, without an article («curso de»).
        portfolios: positions behind which a field stands («Minister for Trade»).
        no_portfolios: positions of companies that hold such a word («consejero delegado»).
        place_prepositions: words that say where something is.
        possessives: words that tie a position to the body named before ("its director").
        questions: words that begin a question ("how to found one").
        region_nouns: nouns that with an adjective make the name of a region («Zlínský kraj»).
        scopes: adjectives of reach that with a further one open the name of a body («Národní
            dřevařská asociace»).
        scales: words between figures and a currency ("million").
        seat_endings: what a place bears before the noun of whom it is the seat ("Vienna-based").
        sector_nouns: nouns for a sector of the economy ("industry").
        streets: words that make an address of the name behind them ("street", «via»).
        thousands: words and abbreviations for a thousand behind a number («7 тыс. участников»).
        sittings: nouns for parts of a meeting ("session"), as base forms and as written.
        topic_prepositions: words that say what something is about.
        unspecific: adjectives that with a noun make no name ("the European consortium").
        year_signs: what may follow the figures of a year.
        adjective: an adjective by its ending.
        announcing: what stands between a plural noun and a list of names ("such as").
        appointing: what stands between a body, a person and the position that she is given, without
            articles ("was elected", "has appointed", "as").
        aside: what interrupts a list ("for example").
        deadlines: what stands before a date on which nothing takes place ("register by").
        of_projects: what gatherings are called that belong to a project ("kick-off meeting").
        bylines: what stands before the day on which a text was published ("submitted by X on").
        clause_end: where a clause with a verb of its own goes on.
        end_words: what stands before the date of an end.
        genitive: a noun or adjective that by its ending goes on with a name in lower case
            («Ministerstvo průmyslu»).
        label: a label of excellence in common words ("gold label").
        list_separator: words that part the items of a list without a comma.
        no_activity: set phrases in which the noun of an activity speaks of none.
        planned: what shows that something is yet to be.
        relative: words behind a comma that begin a relative clause.
        reported: what shows that the text only repeats what others say.
        saying: verbs behind what somebody says.
        sector_list: what announces a list of initiatives by sector.
        start_words: what stands before the date of a beginning.
        verbal: a word that its ending makes a form of a verb.
        abbreviations: words whose full stop ends no sentence, without it.
        base_forms: the base form of words that no dictionary knows.
        boilerplate: patterns of whole lines that belong to the page and not to the text.
        cues: words that carry relations.
        days: what days are told by: how many from the news ("-1" of "yesterday"), or which of the
            week ("fri").
        demonyms: the gazetteer's key of the place that an adjective belongs to.
        given_names: given names, also those of the other languages that are no words of this one.
        heads: nouns that tell what a name is, by form.
        name_endings: how the forms of names end, and what they end with in the nominative.
        nominatives: the nominative of words that open a name in another case.
        months: the number of each form of a month's name.
        no_names: words with capitals that name nobody: acronyms of common words, currencies.
        no_sectors: words beside such nouns that name none ("private").
        numbers: the number of each cardinal in words.
        ordinals: the number of each ordinal in words.
        organisation_forms: legal forms of companies.
        roles: positions, each as its words.
        seasons: forms of the names of the seasons.
        titles: courtesy and academic titles.
    """

    code: str
    head_first: bool
    initiative: str

    abstract: frozenset[str]
    article_endings: frozenset[str]
    articles: frozenset[str]
    at_least: frozenset[str]
    complements: frozenset[str]
    conjunctions: frozenset[str]
    date_joins: frozenset[str]
    definite: frozenset[str]
    former: frozenset[str]
    function_words: frozenset[str]
    funding_nouns: frozenset[str]
    indefinite: frozenset[str]
    linkers: frozenset[str]
    name_particles: frozenset[str]
    naming_words: frozenset[str]
    of_words: frozenset[str]
    ordinal_endings: frozenset[str]
    origin_words: frozenset[str]
    participants: frozenset[str]
    place_prepositions: frozenset[str]
    topic_prepositions: frozenset[str]
    unspecific: frozenset[str]
    year_signs: frozenset[str]

    adjective: "regex.Pattern[str]"
    aside: "regex.Pattern[str]"
    clause_end: "regex.Pattern[str]"
    end_words: "regex.Pattern[str]"
    list_separator: "regex.Pattern[str]"
    planned: "regex.Pattern[str]"
    relative: "regex.Pattern[str]"
    reported: "regex.Pattern[str]"
    saying: "regex.Pattern[str]"
    sector_list: "regex.Pattern[str]"
    start_words: "regex.Pattern[str]"
    verbal: "regex.Pattern[str]"

    abbreviations: frozenset[str]
    boilerplate: tuple[str, ...]
    cues: tuple[Cue, ...]
    days: Mapping[str, str]
    demonyms: Mapping[str, str]
    given_names: GivenNames
    heads: Mapping[str, Head]
    months: Mapping[str, int]
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    organisation_forms: frozenset[str]
    roles: frozenset[tuple[str, ...]]
    seasons: frozenset[str]
    titles: frozenset[str]

    capitalises_nouns: bool = False
    ordinal_stop: bool = False

    any_gathering: frozenset[str] = frozenset()
    callings: frozenset[str] = frozenset()
    consortia: frozenset[str] = frozenset()
    departments: frozenset[str] = frozenset()
    copulas: frozenset[str] = frozenset()
    currencies: frozenset[str] = frozenset()
    distinct_gatherings: frozenset[str] = frozenset()
    elisions: frozenset[str] = frozenset()
    forenouns: frozenset[str] = frozenset()
    in_words: frozenset[str] = frozenset()
    institutions: frozenset[str] = frozenset()
    mottos: frozenset[str] = frozenset()
    no_names: frozenset[str] = frozenset()
    no_sectors: frozenset[str] = frozenset()
    of_places: frozenset[str] = frozenset()
    plain_of: frozenset[str] = frozenset()
    portfolios: frozenset[str] = frozenset()
    no_portfolios: frozenset[str] = frozenset()
    possessives: frozenset[str] = frozenset()
    last_days: frozenset[str] = frozenset()
    next_days: frozenset[str] = frozenset()
    questions: frozenset[str] = frozenset()
    region_nouns: frozenset[str] = frozenset()
    scopes: frozenset[str] = frozenset()
    scales: frozenset[str] = frozenset()
    seat_endings: frozenset[str] = frozenset()
    sector_nouns: frozenset[str] = frozenset()
    sittings: frozenset[str] = frozenset()
    thousands: frozenset[str] = frozenset()
    streets: frozenset[str] = frozenset()

    announcing: "regex.Pattern[str]" = _NOTHING
    appointing: "regex.Pattern[str]" = _NOTHING
    genitive: "regex.Pattern[str]" = _NOTHING
    label: "regex.Pattern[str]" = _NOTHING
    no_activity: "regex.Pattern[str]" = _NOTHING
    bylines: "regex.Pattern[str]" = _NOTHING
    deadlines: "regex.Pattern[str]" = _NOTHING
    of_projects: "regex.Pattern[str]" = _NOTHING

    base_forms: Mapping[str, str] = field(default_factory=dict)
    common_nouns: frozenset[str] = frozenset()
    name_endings: tuple[NameEnding, ...] = ()
    nominatives: Mapping[str, str] = field(default_factory=dict)

    _compounds: Mapping[str, Head] = field(init=False, repr=False)
    _cue_filter: PatternFilter = field(init=False, repr=False)
    _boilerplate_filter: PatternFilter = field(init=False, repr=False)

    def __post_init__(self) -> None:
        compounds = {word: head for word, head in self.heads.items() if head.compound}
        object.__setattr__(self, "_compounds", compounds)
        cue_filter = PatternFilter(cue.written for cue in self.cues)
        object.__setattr__(self, "_cue_filter", cue_filter)
        object.__setattr__(self, "_boilerplate_filter", PatternFilter(self.boilerplate))

    @property
    def goes_on_in_genitive(self) -> bool:
        """Whether names go on with words in lower case that only their ending tells."""
        return self.genitive is not _NOTHING

    def head(self, *forms: str) -> Head | None:
        """Return the noun that the first listed of a word's forms is; None where none is listed."""
        listed = next((self.heads[form] for form in forms if form in self.heads), None)
        return listed or next((head for form in forms if (head := self._last_part(form))), None)

    def _last_part(self, form: str) -> Head | None:
        """Return the noun that the word ends with, where it may be put together of several."""
        if not self._compounds:
            return None
        last = form.rpartition("-")[2]
        if last != form and last in self.heads:
            return self.heads[last]
        cuts = range(_SHORTEST_FIRST_PART, len(last) - 2)
        found = (self._compounds[last[cut:]] for cut in cuts if last[cut:] in self._compounds)
        return next(found, None)

    def cues_in(self, text: str) -> Iterator[Cue]:
        """Yield the cues that may stand in a text, in their order; the others certainly do not."""
        return (self.cues[place] for place in self._cue_filter.candidates(text))

    def is_boilerplate(self, line: str) -> bool:
        """Tell whether the whole line belongs to the page and not to the text."""
        places = self._boilerplate_filter.candidates(line)
        return any(compiled(self.boilerplate[place]).fullmatch(line) for place in places)

    def demonym(self, *forms: str) -> str:
        """Return the gazetteer's key of the place that one of the forms belongs to, or ""."""
        return next((self.demonyms[form] for form in forms if form in self.demonyms), "")

    def is_title(self, word: str) -> bool:
        """Tell whether it is a courtesy or academic title: "Mr", with its full stop or without."""
        return not self.titles.isdisjoint({word.lower(), f"{word.lower()}."})

    def is_company_form(self, word: str) -> bool:
        """Tell whether it says what kind of company a name is: "Ltd", with its stop or without."""
        return not self.organisation_forms.isdisjoint({word, f"{word}."})
