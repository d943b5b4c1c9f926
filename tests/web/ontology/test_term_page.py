"""The page of one term: what follows from it, where it is used, and who else has it."""

import re
from html import unescape

from starlette.testclient import TestClient

from clustergraph.operations.ontology_guide.explain import Term
from given.read_pages import markup, page, words


def test_a_term_page_tells_what_follows_and_by_which_rule(site: TestClient) -> None:
    found = words(page(site, "/ns/fundingSource"))
    assert "follows by the rules, never read from a text" in found
    assert "wherever part of and then source of funding lead" in found
    assert "Whatever is said by “funded by” is also said by “source of funding”" in found
    assert "INSERT { GRAPH graph:inferred" in found


def test_a_term_page_says_what_one_of_means(site: TestClient) -> None:
    found = words(page(site, "/ns/fundedBy"))
    assert "Domain activity Range: one of cluster, organisation" in found
    assert "Whatever has it is of the class activity; that follows" in found
    assert "nothing follows from it about which" in found


def test_a_term_page_counts_its_uses(site: TestClient) -> None:
    assert "3 statements: 3 asserted, 0 inferred; in 1 document." in words(
        page(site, "/ns/partner")
    )
    assert "3 of this class: 0 directly, 3 by a narrower class or another rule" in words(
        page(site, "/ns/Place")
    )


def test_a_term_page_quotes_real_uses_where_they_stand(site: TestClient) -> None:
    source = markup(site, "/ns/coordinatedBy")
    assert '<blockquote lang="bg">DARE. от Италия – координатор на проекта</blockquote>' in source
    assert 'href="/page/doc/9aa47e5e7e1b7005?at=' in source
    assert "български" in source


def test_a_term_page_shows_the_shapes_that_speak_of_it(site: TestClient) -> None:
    found = words(page(site, "/ns/partner"))
    assert "warning This partner is also named as a payer" in found
    assert "violation A partner is an organisation, a cluster or a project" in found
    assert "sh:disjoint cg:fundedBy" in found


def test_a_term_page_says_what_its_alignments_mean(site: TestClient) -> None:
    found = words(page(site, "/ns/Person"))
    assert "Specialises each of ours is one of theirs foaf:Person" in found
    assert "Close to much the same" in found


def test_a_term_page_leads_to_the_questions_that_use_it(site: TestClient) -> None:
    source = markup(site, "/ns/taughtBy")
    assert 'href="/queries/who-taught"' in source


def test_a_term_is_named_and_defined_in_all_languages(site: TestClient) -> None:
    source = markup(site, "/ns/Cluster?lang=bg")
    for language, label in (("en", "cluster"), ("pl", "klaster"), ("bg", "клъстер")):
        assert re.search(f'<[a-z]+[^>]* lang="{language}"[^>]*>{label}</', source)
    assert re.search('<p class="lead"><[a-z]+[^>]* lang="bg"[^>]*>Група от свързани', source)


def test_the_ready_query_of_every_term_in_use_runs_and_gives_rows(
    site: TestClient, terms: list[Term]
) -> None:
    for term in terms:
        source = markup(site, f"/ns/{term.thing.iri.local}")
        (query,) = re.findall(r'<pre class="query"[^>]*>(.*?)</pre>', source, re.DOTALL)
        (count,) = re.findall(r"<p>(\d+) (?:of this class|statements?)[:;.]", source)
        answer = site.get(
            "/sparql", params={"query": unescape(query)}, headers={"Accept": "text/csv"}
        )
        assert answer.status_code == 200, answer.text
        assert (len(answer.text.splitlines()) > 1) == (int(count) > 0), term.thing.iri
