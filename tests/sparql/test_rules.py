"""Files of rules are taken apart, and told by their line where they are no rules."""

from pathlib import Path

import pytest

from clustergraph.errors import RuleError
from clustergraph.locations import ONTOLOGY
from clustergraph.sparql.rules import Rule, read_rule, read_rules

RULE = """# Whatever is “{?one}” is also “other”.
# because: ?thing cg:one ?one
PREFIX cg: <https://w3id.org/clustergraph/ns#>
PREFIX graph: <https://w3id.org/clustergraph/graph/>

INSERT { GRAPH graph:inferred { ?thing cg:other ?one } }
USING graph:asserted
USING graph:inferred
WHERE {
  ?thing cg:one ?one .
  FILTER NOT EXISTS { ?thing cg:other ?one }
}
"""
NS = "https://w3id.org/clustergraph/ns#"


def _read(folder: Path, text: str) -> Rule:
    path = folder / "rule.rq"
    path.write_text(text, encoding="utf-8")
    return read_rule(path)


def test_a_rule_says_what_it_adds_and_why(tmp_path: Path) -> None:
    rule = _read(tmp_path, RULE)
    assert rule.sentence == "Whatever is “{?one}” is also “other”."
    assert rule.head == (("?thing", f"<{NS}other>", "?one"),)
    assert rule.because == (("?thing", f"<{NS}one>", "?one"),)
    assert rule.location == f"{tmp_path / 'rule.rq'}:6"
    assert not rule.takes_all


def test_several_lines_of_reasons_belong_together(tmp_path: Path) -> None:
    rule = _read(tmp_path, RULE.replace("# because", "# because: ?one a cg:Old\n# because", 1))
    assert [pattern[0] for pattern in rule.because] == ["?one", "?thing"]


def test_reasons_may_count_all_at_once(tmp_path: Path) -> None:
    assert _read(tmp_path, RULE.replace("because:", "because all:")).takes_all


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("# Whatever is “{?one}” is also “other”.\n", "", 1, "what follows from what"),
        ("# because: ?thing cg:one ?one\n", "", 1, "because"),
        ("# because: ?thing cg:one ?one", "# because: ?thing cg:one", 2, "three terms"),
        ("INSERT { GRAPH graph:inferred {", "DELETE { GRAPH graph:inferred {", 6, "DELETE stands"),
        ("INSERT {", "INSERT DATA {", 6, "DATA stands where { should"),
        ("GRAPH graph:inferred {", "GRAPH graph:asserted {", 6, "may only write into"),
        ("GRAPH graph:inferred", "GRAPH ?somewhere", 6, "may only write into"),
        ("{ ?thing cg:other ?one } }", "{ ?thing cg:other ?one ; cg:also ?one } }", 6, "three"),
        ("USING graph:inferred\n", "FROM graph:inferred\n", 8, "FROM stands where WHERE should"),
        ("  FILTER NOT EXISTS { ?thing cg:other ?one }\n", "", 11, "must end with FILTER NOT"),
        ("{ ?thing cg:other ?one }\n", "{ ?thing cg:third ?one }\n", 12, "must end with FILTER"),
        (
            "  ?thing cg:one ?one .",
            "  SERVICE <urn:x> { ?thing cg:one ?one }",
            10,
            "another service",
        ),
        ("“{?one}”", "“{?ones}”", 1, "?ones is not among the variables of WHERE"),
        ("{ ?thing cg:other ?one } }", "{ ?thing cg:other ?ones } }", 6, "?ones is not among"),
        ("  ?thing cg:one ?one .", "  ?thing cg:one ?ones .", 6, "?one is not among"),
        ("}\n}\n", "", 11, "does not end"),
        (RULE.partition("INSERT")[2], "", 6, "stands where { should"),
    ],
)
def test_what_is_no_rule_is_told_by_file_and_line(
    tmp_path: Path, old: str, new: str, line: int, words: str
) -> None:
    with pytest.raises(RuleError) as caught:
        _read(tmp_path, RULE.replace(old, new, 1))
    assert caught.value.location == f"{tmp_path / 'rule.rq'}:{line}"
    assert words in caught.value.reason


def test_a_query_is_no_rule(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="SELECT stands where INSERT should"):
        _read(tmp_path, "# What?\n# because: ?a ?b ?c\nSELECT * WHERE { ?a ?b ?c }")


def test_a_rule_that_is_not_text_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "rule.rq").write_bytes(b"# \xff")
    with pytest.raises(RuleError, match="can't be read"):
        read_rule(tmp_path / "rule.rq")


def test_the_sentence_of_each_of_our_rules_names_only_its_own_variables() -> None:
    for rule in read_rules(ONTOLOGY / "rules"):
        named = {f"?{piece.partition('}')[0]}" for piece in rule.sentence.split("{?")[1:]}
        assert all(variable in rule.derivation for variable in named), rule.name
        assert rule.sentence.endswith("."), rule.name
