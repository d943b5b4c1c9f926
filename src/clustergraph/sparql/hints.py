"""What a person who wrote a query that is not SPARQL may have meant, in a sentence that says so.

The engine tells at which place it could not go on, and which words might have stood there; that
seldom helps. Here the usual mistakes are known. It is looked only at texts that were refused.
"""

import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from functools import partial

from clustergraph.sparql.tokens import Kind, Token, placed_tokens, tokens

__all__ = ["hint", "nearest_form"]

_LOOKED_AT = 10_000
"""Characters: nobody writes more by hand."""

_FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_WORDS = frozenset(
    """
    A ABS ADJUST AS ASC ASK AVG BASE BIND BNODE BOUND BY CEIL COALESCE CONCAT CONSTRUCT CONTAINS
    COUNT DATATYPE DAY DESC DESCRIBE DISTINCT ENCODE_FOR_URI EXISTS FALSE FILTER FLOOR FROM GRAPH
    GROUP GROUP_CONCAT HASLANG HASLANGDIR HAVING HOURS IF IN IRI ISBLANK ISIRI ISLITERAL ISNUMERIC
    ISTRIPLE ISURI LANG LANGDIR LANGMATCHES LATERAL LCASE LIMIT MAX MD5 MIN MINUS MINUTES MONTH
    NAMED NOT NOW OBJECT OFFSET OPTIONAL ORDER PREDICATE PREFIX RAND REDUCED REGEX REPLACE ROUND
    SAMETERM SAMPLE SECONDS SELECT SEPARATOR SERVICE SHA1 SHA256 SHA384 SHA512 SILENT STR STRAFTER
    STRBEFORE STRDT STRENDS STRLANG STRLANGDIR STRLEN STRSTARTS STRUUID SUBJECT SUBSTR SUM TIMEZONE
    TRIPLE TRUE TZ UCASE UNDEF UNION URI UUID VALUES VERSION WHERE YEAR
    """.split()  # noqa: SIM905  (as a list it would be ninety lines)
)

_REASONS = {
    "variable that is unbound": (
        "a variable that SELECT shows must stand in GROUP BY, or in an aggregate such as "
        "(SAMPLE(?x) AS ?y)."
    ),
    "Duplicated variable name": "two columns of SELECT have the same name.",
    "IRI parsing failed": "what stands in < > is no IRI; a space in it is written %20.",
}
"""What the engine says, and what that means."""

_PLACES = {
    "LATERAL": "a pattern has three parts, such as ?thing ?property ?value",
    "OPTIONAL": "before it a dot may be missing, which parts two patterns.",
}
"""What the engine would take at a place, and what is mostly wrong there."""

_PATTERNS = [
    (r"\A\ufeff", "the text begins with a byte order mark (U+FEFF); leave it out."),
    (r"\A\s*```", "leave out the ``` round the query."),
    (r'\A\s*\{\s*"', "this is JSON; send the text of the query alone."),
    (
        r"\A\s*\w+(%20|%0A|%3F|%7B|\+[*?])",
        "the text is percent-encoded; it was encoded twice, or sent in the wrong place.",
    ),
    (r"&(gt|lt|amp|quot);", 'write < > & " instead of &lt; &gt; &amp; &quot;.'),
    (r"@prefix\b", "a prefix is declared without @ and without a dot: PREFIX ex: <http://…>"),
    (r"\bPREFIX\s+[\w.-]*:\s*<[^>\s]*>\s*\.", "no dot follows PREFIX ex: <http://…>"),
    (r"\bPREFIX\s+[\w.-]+\s*<", "a colon follows the prefix: PREFIX ex: <http://…>"),
    (r"\bPREFIX\s+[\w.-]*:\s*[^<\s]", "the IRI of a prefix stands in < >: PREFIX ex: <http://…>"),
    (
        r"\bSELECT\b[^{}]*\bFROM\s+\w+(?![\w:.])",
        "this looks like SQL; in SPARQL it is SELECT ?name WHERE { ?thing ?property ?name }",
    ),
    (r"\bSELECT\s+(DISTINCT\s+)?(WHERE\s*)?\{", "name variables after SELECT, or write SELECT *"),
    (r"\bSELECT\s[^{}()]*[?$]\w+\s*,", "variables after SELECT have spaces between, no commas."),
    (
        r"\bSELECT\s[^{}(]*\b(COUNT|SUM|AVG|MIN|MAX|SAMPLE|GROUP_CONCAT)\s*\(",
        "an aggregate needs brackets and a name: SELECT (COUNT(*) AS ?n)",
    ),
    (
        r"\bSELECT\s[^{}]*\(\s*(COUNT|SUM|AVG|MIN|MAX|SAMPLE)\s*\([^()]*\)\s*\)",
        "an aggregate needs a name: SELECT (COUNT(*) AS ?n)",
    ),
    (
        r"\b(LIMIT|OFFSET)\s+\d+\s+(ORDER|GROUP|HAVING)\b",
        "the order is GROUP BY, HAVING, ORDER BY, LIMIT, OFFSET.",
    ),
    (
        r"\b(LIMIT\s+\d+|(ORDER|GROUP)\s+BY\s[^{}]*)\s*\}\s*\Z",
        "ORDER BY, GROUP BY and LIMIT stand after the last }",
    ),
    (r"\}\s*(SELECT|ASK|CONSTRUCT|DESCRIBE)\b", "one request asks one query."),
    (r"<https?://[^\s<>]*\s", "an IRI ends with > and has no space in it."),
    (r"\}\s*;\s*\Z", "no semicolon follows a query."),
    (r"\bFILTER\s+[?$\d]", "what FILTER tests stands in brackets: FILTER(?x > 5)"),
    (r"\b(OPTIONAL|EXISTS|UNION|MINUS)\s*\(", "patterns stand in braces: OPTIONAL { ?s ?p ?o }"),
    (r"\bBIND\s*\((?![^{}]*\bAS\b)", "BIND needs a name: BIND(1 AS ?x)"),
    (r"==", "equality is written with one ="),
    (r"[?$]\w+\s*=\s*[<?$\w'\"][^(){}]*\}\s*\Z", "a comparison stands in FILTER(?x = ?y)"),
    (r"\sAND\s", "and is written &&, or is written ||"),
    (r"\sOR\s", "and is written &&, or is written ||"),
    (r"\sLIKE\s", "there is no LIKE; write CONTAINS(?x, 'text') or REGEX(?x, 'pattern')."),
    (r"(?<![<\w\"'%])https?://", "an IRI stands in < >"),
]
"""What is looked for in the text, in this order, and what is said of it."""
_COMPILED = [(re.compile(pattern, re.IGNORECASE), said) for pattern, said in _PATTERNS]

_SIGNS = {
    **dict.fromkeys("“”„‟«»‹›", "{} is a typographic quotation mark; strings stand in \" or '"),
    **dict.fromkeys("‘’‚‛´", "{} is a typographic quotation mark; strings stand in \" or '"),
    "`": "{} is no quotation mark; strings stand in \" or '",
    "\u00a0": "there is a no-break space (U+00A0) between words; write a plain one.",
    "\u200b": "there is an invisible character (U+200B) between words; leave it out.",
    "–": "{} is a dash; minus is -",
}
_CLOSED = re.compile(
    r"""\"{3}(?:"{0,2}(?:[^"\\]|\\.))*+"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*+'{3}
    | "(?:[^"\\]|\\.)*+" | '(?:[^'\\]|\\.)*+'""",
    re.VERBOSE | re.DOTALL,
)


def hint(
    text: str, reason: str, *, line: int, column: int, prefixes: Mapping[str, str]
) -> str | None:
    """Say what is probably wrong with a text that the engine does not take for SPARQL.

    Args:
        text: the query.
        reason: the engine's words.
        line: where it stopped, from 1.
        column: behind the last character that it took, from 1.
        prefixes: those that are offered for declaration.
    """
    if "Prefix not found" in reason:
        return _about_prefix(_before(text, line, column), prefixes)
    known = next((said for words, said in _REASONS.items() if words in reason), None)
    if known is not None:
        return known
    beginning = text[:_LOOKED_AT]
    found = [*tokens(beginning)]
    ways: list[Callable[[], str | None]] = [
        partial(_about_pattern, _code(beginning)),
        partial(_about_signs, found),
        partial(_about_string, found),
        partial(_about_words, found),
        partial(_about_brackets, found if len(text) == len(beginning) else []),
        partial(_about_place, reason),
    ]
    return next((said for way in ways if (said := way()) is not None), None)


def nearest_form(text: str) -> str | None:
    """Say what a text without any of the four forms may have meant, by its first words."""
    if text.lstrip().startswith("{"):
        return "send the text of the query alone, not as JSON."
    words = [token.text for token in tokens(text[:200]) if token.kind is Kind.WORD]
    for word in words:
        if near := get_close_matches(word.upper(), _FORMS, n=1, cutoff=0.75):
            return f"{word} may stand for {near[0]}."
    return None


def _before(text: str, line: int, column: int) -> str:
    """Return what stands on a line before a column."""
    lines = text.split("\n")
    return lines[line - 1][: column - 1] if line <= len(lines) else ""


def _about_prefix(before: str, prefixes: Mapping[str, str]) -> str | None:
    names = re.findall(r"([\w.-]*):", before)
    if not names:
        return None
    prefix = names[-1]
    iri = prefixes.get(prefix, "…")
    return f"the prefix {prefix}: is not declared; write PREFIX {prefix}: <{iri}> before the query."


def _about_signs(found: list[Token]) -> str | None:
    for token in found:
        if token.kind is Kind.MARK and token.text in _SIGNS:
            return _SIGNS[token.text].format(token.text)
    return None


def _code(text: str) -> str:
    """Return the text without its strings and comments, so that nothing in them counts as code."""
    pieces = []
    end = 0
    for start, token in placed_tokens(text):
        gap = text[end:start]
        pieces.append(gap if "#" not in gap else "\n")
        pieces.append("''" if token.kind is Kind.STRING else token.text)
        end = start + len(token.text)
    return "".join(pieces)


def _about_pattern(code: str) -> str | None:
    return next((said for pattern, said in _COMPILED if pattern.search(code)), None)


def _about_string(found: list[Token]) -> str | None:
    for token in found:
        if token.kind is Kind.STRING and _CLOSED.fullmatch(token.text) is None:
            start = token.text[:20].splitlines()[0]
            return f"the string {start} does not end; one of several lines stands in three quotes."
    return None


def _about_words(found: list[Token]) -> str | None:
    for token in found:
        word = token.text.upper()
        if token.kind is Kind.WORD and word not in _WORDS:
            near = get_close_matches(word, _WORDS, n=1, cutoff=0.75)
            meant = f"; {near[0]} may be meant" if near else ""
            return f"{token.text[:40]} is no word of SPARQL{meant}."
    return None


def _about_place(reason: str) -> str | None:
    return next((said for word, said in _PLACES.items() if word in reason), None)


def _about_brackets(found: list[Token]) -> str | None:
    marks = [token.text for token in found if token.kind is Kind.MARK]
    for opening, closing in ("{}", "()", "[]"):
        missing = marks.count(opening) - marks.count(closing)
        if missing > 0:
            return f"a {closing} is missing at the end, or further up ({missing} in all)."
        if missing < 0:
            return f"there is a {closing} too many ({-missing} in all)."
    return None
