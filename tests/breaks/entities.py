"""What can be broken of entities."""

from breaks.breaking import Break, change, named, state

__all__ = ["ENTITIES"]

ENTITIES = (
    Break(
        "a name without a class",
        change("id:event-aaaaaaaa", "a cg:Event"),
        "violation kind-known",
        "Nothing says what this is",
    ),
    Break(
        "a mention without a class",
        state("id:lost-aaaaaaaa cg:mentionedIn doc:aaaaaaaa", "graphdoc:aaaaaaaa"),
        "violation kind-known",
        "Nothing says what this is",
    ),
    Break(
        "an abstract class",
        change("id:event-aaaaaaaa", "a cg:Event", "a cg:Activity"),
        "violation kind-is-leaf",
        "abstract or not ours",
    ),
    Break(
        "an event that is a place",
        state("id:event-aaaaaaaa a cg:City"),
        "violation disjoint",
        "at once",
    ),
    Break(
        "a person that is an organisation",
        state("id:person-aaaaaaaa a cg:Organisation"),
        "violation disjoint",
        "cg:Organisation and cg:Person at once",
    ),
    Break(
        "a label for clusters that is one for persons",
        state("id:certificate-aaaaaaaa a cg:ClusterLabel"),
        "violation disjoint",
        "at once",
    ),
    Break(
        "a cluster that is nowhere",
        state(named("lone", "Cluster") + " ; cg:sector id:sector-aaaaaaaa"),
        "warning cluster-place",
        "where this cluster is",
    ),
    Break(
        "a cluster in no sector",
        state(named("lone", "Cluster") + " ; cg:covers id:city-aaaaaaaa"),
        "info cluster-sector",
        "in which sector",
    ),
    Break(
        "a person with nothing to do",
        state(named("lone", "Person")),
        "warning person-role",
        "for whom this person works",
    ),
    Break(
        "an entity without a name",
        change("id:event-aaaaaaaa", "skos:prefLabel ?x"),
        "violation name",
        "add or correct it",
    ),
    Break(
        "two names in one language",
        state('id:event-aaaaaaaa skos:prefLabel "Launch"@en'),
        "violation name-unique",
        "two names in one language",
    ),
    Break(
        "a name in no language",
        state('id:event-aaaaaaaa skos:prefLabel "Launch"'),
        "violation name",
        "tagged with its language",
    ),
    Break(
        "a name of two lines",
        state('id:event-aaaaaaaa skos:prefLabel "Kick\\noff"@de'),
        "violation name",
        "one line of words",
    ),
    Break(
        "a name with two spaces",
        state('id:event-aaaaaaaa skos:prefLabel "Kick  off"@de'),
        "violation name",
        "one line of words",
    ),
    Break(
        "an alternative name that begins with a space",
        state('id:event-aaaaaaaa skos:altLabel " Launch"@en'),
        "violation name-alternative",
        "alternative name",
    ),
    Break(
        "an IRI that no registry gives",
        state('id:Kick_Off_aaaaaaaa a cg:Event ; skos:prefLabel "Launch"@en'),
        "violation address",
        "readable name and eight characters",
    ),
    Break(
        "something replaced and still in use",
        change("id:older-aaaaaaaa", "owl:deprecated true"),
        "violation redirect-deprecated",
        "mark it as deprecated",
    ),
    Break(
        "something replaced by what is unknown",
        state("id:gone-aaaaaaaa dcterms:isReplacedBy id:lost-aaaaaaaa", "graph:redirects"),
        "violation redirect-known",
        "described nowhere",
    ),
    Break(
        "redirects in a circle",
        change(
            "id:old-aaaaaaaa", "dcterms:isReplacedBy ?x", "dcterms:isReplacedBy id:older-aaaaaaaa"
        ),
        "violation redirect-circle",
        "round in a circle",
    ),
    Break(
        "something said of what is gone",
        state('id:gone-aaaaaaaa rdfs:comment "still here"', "graph:redirects"),
        "violation retired",
        "no longer used",
    ),
)
