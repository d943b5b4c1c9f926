"""Names in German, where every noun has a capital."""

import pytest

from given.mapped import facts_of, map_text, mentions_in

NAMES = {
    "Die 5. Clusterkonferenz des Bundesministeriums für Bildung und Forschung begann.": [
        "Bundesministeriums für Bildung und Forschung"
    ],
    "Es half das Ministerium für Umwelt, Naturschutz und nukleare Sicherheit.": [
        "Ministerium für Umwelt, Naturschutz und nukleare Sicherheit"
    ],
    "Vertreter der Agentur Zorvo und des Clusters Quillan kamen.": [
        "Agentur Zorvo",
        "Clusters Quillan",
    ],
    "Die Industrie- und Handelskammer Stuttgart half.": ["Industrie- und Handelskammer Stuttgart"],
    "Im Projekt ZorvoNet lernten sie viel.": ["ZorvoNet"],
    "Sie lobten das „Zorvo“-Programm.": ["Zorvo"],
    "Gastgeber Thomas Zorvick begrüßte sie.": ["Thomas Zorvick"],
    "Sie kamen zur Hamburg Quillan.": ["Hamburg Quillan"],
    "Es half das Bundesamt für Bau-, Holz- und Raumforschung.": [
        "Bundesamt für Bau-, Holz- und Raumforschung"
    ],
    "Sie lobten den Holz-Cluster.": ["Holz-Cluster"],
    "Es kamen zur Zorvotagung 2019 Max Huber und Eva Lang.": [
        "Zorvotagung 2019",
        "Max Huber",
        "Eva Lang",
    ],
    "Wir trafen Jan Zorvick und Ida Buch.": ["Jan Zorvick", "Ida Buch"],
    "Es half die Zorvo Quill GmbH.": ["Zorvo Quill GmbH"],
    "Sie loben die Clusterinitiativen: Zorvo, Quillan und Brimm.": ["Zorvo", "Quillan", "Brimm"],
}


@pytest.mark.parametrize("text", NAMES)
def test_a_name_has_a_word_of_its_own_or_the_noun_of_a_body(text: str) -> None:
    found = [m.names for m in mentions_in(text, "de") if m.named and not m.is_place]
    assert [set(NAMES[text][i : i + 1]) & set(names) for i, names in enumerate(found)] == [
        {name} for name in NAMES[text]
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Wir luden Unternehmen zu einer Diskussion über Herausforderungen der Digitalisierung.",
        "Der Erfolg der Netzwerkpartner gab den Teilnehmern Hoffnung.",
        "Sie besuchten Anfang Mai viele Betriebe.",
        "Es kamen Clustermanager*innen und Expert:innen.",
        "Alles lief unter dem Motto „Growing Cluster Trees“.",
        "Sie wollten „besser wissen, was Cluster alles kann“ und gehen.",
    ],
)
def test_common_nouns_and_what_is_put_together_of_them_are_no_names(text: str) -> None:
    assert [m.names[0] for m in mentions_in(text, "de") if m.named] == []


def test_a_compound_is_an_activity_by_its_last_part() -> None:
    (mention,) = mentions_in("Die 5. Clusterkonferenz begann.", "de")
    assert (mention.kind and mention.kind.local, mention.ordinal) == ("Event", 5)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Er ist Manager des Holzclusters Zorvo.", "Holzcluster Zorvo", "Cluster"),
        ("Sie kamen zur Internationalen Cluster Wood Conference.",
         "Internationale Cluster Wood Conference", "Event"),
        ("Er lobte den European Cluster Wood Award.", "European Cluster Wood Award",
         "ClusterLabel"),
    ],
)  # fmt: skip
def test_a_compound_and_an_english_name_get_the_kind_and_form_of_their_noun(
    text: str, name: str, kind: str
) -> None:
    (mention,) = (m for m in mentions_in(text, "de") if m.named)
    assert (mention.names[0], mention.kind and mention.kind.local) == (name, kind)


def test_no_adjective_stands_behind_its_noun() -> None:
    (mention,) = mentions_in("Die Konferenz eröffneten viele.", "de")
    assert mention.names == ("Konferenz",)


def test_a_noun_alone_means_a_body_only_if_the_text_has_named_one() -> None:
    named = map_text("Die Agentur Zorvo lud ein. Die Agentur organisierte den Workshop.", "de")
    assert ("Workshop", "organisedBy", "Agentur Zorvo") in facts_of(named)
    assert facts_of(map_text("Die Agentur organisierte den Workshop.", "de")) == set()
