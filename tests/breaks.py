"""What can be broken of the sound graph, one thing at a time, and what the shapes say then."""

from dataclasses import dataclass

__all__ = ["BREAKS", "Break"]


@dataclass(frozen=True, slots=True)
class Break:
    """One thing broken by an update of ``sound.trig``.

    ``says`` is severity and shape of what is said; ``words`` stand in its message. What the update
    states gets evidence, unless ``evidenced`` is false.
    """

    name: str
    update: str
    says: str
    words: str
    evidenced: bool = True


def _state(triples: str, graph: str = "graph:asserted") -> str:
    return f"INSERT DATA {{ GRAPH {graph} {{ {triples} }} }}"


def _named(name: str, kind: str) -> str:
    return f'id:{name}-aaaaaaaa a cg:{kind} ; skos:prefLabel "{name}"@en'


def _made(description: str) -> str:
    """Describe a new property where no rule reads of it, and state something by it."""
    return (
        f"INSERT DATA {{ GRAPH graph:made {{ cg:made-aaaaaaaa {description} }} "
        "GRAPH graph:asserted { id:project-aaaaaaaa cg:made-aaaaaaaa 1 } }"
    )


def _rejected(subject: str, predicate: str, value: str) -> str:
    """State evidence for what is not asserted."""
    statement = f"{subject} {predicate} {value}"
    faces = f"rdf:subject {subject} ; rdf:predicate {predicate} ; rdf:object {value}"
    return _state(
        f"ev:1-aaaaaaaa a cg:Evidence ; rdf:reifies <<( {statement} )>> ; {faces} ; "
        'cg:inDocument doc:aaaaaaaa ; cg:quote "words"@en ; cg:quoteStart 1 ; cg:quoteEnd 6 ; '
        f"cg:modality modality:fact ; cg:reviewStatus status:rejected ; {_REVIEW}",
        "graphdoc:aaaaaaaa",
    )


def _change(node: str, old: str, new: str = "") -> str:
    """Replace what is said of a node, wherever it is said."""
    return _changed(f"{node} {old}", f"{node} {old}", f"{node} {new}" if new else "")


def _passage(old: str, new: str = "") -> str:
    """Replace what is said of the evidence for who is a partner."""
    found = "?e rdf:predicate cg:partner"
    if not old:
        return _changed(found, "", f"?e {new}")
    return _changed(f"{found} . ?e {old}", f"?e {old}", f"?e {new}" if new else "")


def _changed(where: str, old: str, new: str) -> str:
    return (
        f"DELETE {{ GRAPH ?g {{ {old} }} }} INSERT {{ GRAPH ?g {{ {new} }} }} "
        f"WHERE {{ GRAPH ?g {{ {where} }} }}"
    )


_SCHEME = "<https://w3id.org/clustergraph/voc/sample-aaaaaaaa>"
_REVIEW = 'cg:reviewedBy "Anna" ; cg:reviewedOn "2026-11-22"^^xsd:date'

_EVIDENCE = (
    Break(
        "a quote of something that is no evidence",
        _state('id:event-aaaaaaaa cg:quote "words"@en', "graphdoc:aaaaaaaa"),
        "violation evidence",
        "Only evidence has a passage",
    ),
    Break(
        "a role of something that is no evidence",
        _state('id:event-aaaaaaaa cg:roleAsWritten "head"@en', "graphdoc:aaaaaaaa"),
        "violation roleAsWritten-subject",
        "Only a passage gives a role",
    ),
    Break(
        "a former state of something that is no evidence",
        _state("id:event-aaaaaaaa cg:former true", "graphdoc:aaaaaaaa"),
        "violation former-subject",
        "is former",
    ),
    Break(
        "a lower bound of something that is no evidence",
        _state("id:event-aaaaaaaa cg:atLeast true", "graphdoc:aaaaaaaa"),
        "violation atLeast-subject",
        "is a lower bound",
    ),
    Break(
        "a confidence of something that is no evidence",
        _state("id:event-aaaaaaaa cg:confidence 0.5", "graphdoc:aaaaaaaa"),
        "violation confidence-subject",
        "more or less sure",
    ),
    Break(
        "a rule of something that is no evidence",
        _state('id:event-aaaaaaaa cg:rule "a-rule"', "graphdoc:aaaaaaaa"),
        "violation rule-subject",
        "read by a rule",
    ),
    Break(
        "a review of something that is no evidence",
        _state('id:event-aaaaaaaa cg:reviewNote "why"', "graphdoc:aaaaaaaa"),
        "violation review-subject",
        "Only evidence is reviewed",
    ),
    Break(
        "evidence in no document",
        _passage("cg:inDocument ?x"),
        "violation inDocument",
        "exactly one of the documents",
    ),
    Break(
        "evidence in something that is no document",
        _passage("cg:inDocument ?x", "cg:inDocument id:event-aaaaaaaa"),
        "violation inDocument",
        "exactly one of the documents",
    ),
    Break(
        "evidence without a quote",
        _passage("cg:quote ?x"),
        "violation quote",
        "quoted exactly once",
    ),
    Break(
        "a quote of 700 characters",
        _changed(
            "?e rdf:predicate cg:partner ; cg:quote ?q ; cg:quoteEnd ?n",
            "?e cg:quote ?q ; cg:quoteEnd ?n",
            f'?e cg:quote "{"word " * 140}"@en ; cg:quoteEnd 800',
        ),
        "warning quote-too-long",
        "has 700 characters",
    ),
    Break(
        "a quote that starts nowhere",
        _passage("cg:quoteStart ?x"),
        "violation quoteStart",
        "count from the start",
    ),
    Break(
        "a quote that starts before the text",
        _changed(
            "?e rdf:predicate cg:partner ; cg:quoteStart ?s ; cg:quoteEnd ?n",
            "?e cg:quoteStart ?s ; cg:quoteEnd ?n",
            "?e cg:quoteStart -4 ; cg:quoteEnd 1",
        ),
        "violation quoteStart",
        "count from the start",
    ),
    Break(
        "a quote that ends nowhere",
        _passage("cg:quoteEnd ?x"),
        "violation quoteEnd",
        "ends at one offset",
    ),
    Break(
        "a quote of no length",
        _changed(
            "?e rdf:predicate cg:partner ; cg:quote ?q ; cg:quoteEnd ?n",
            "?e cg:quote ?q ; cg:quoteEnd ?n",
            '?e cg:quote ""@en ; cg:quoteEnd 100',
        ),
        "violation quoteStart",
        "before its end",
    ),
    Break(
        "a quote longer than its offsets",
        _passage("cg:quote ?x", 'cg:quote "six letters"@en'),
        "violation quote-length",
        "has 11 characters, but its offsets span 5",
    ),
    Break(
        "a quote in another language than its document",
        _passage("cg:quote ?x", 'cg:quote "słowo"@pl'),
        "violation quote-language",
        "marked as “pl”, its document as “en”",
    ),
    Break(
        "a role without a language",
        _passage("", 'cg:roleAsWritten "coordinator"'),
        "violation roleAsWritten",
        "in its own words and language",
    ),
    Break(
        "former said in words",
        _passage("", 'cg:former "yes"'),
        "violation former",
        "true or false",
    ),
    Break(
        "a lower bound said in words",
        _passage("", 'cg:atLeast "yes"'),
        "violation atLeast",
        "true or false",
    ),
    Break(
        "evidence without a modality",
        _passage("cg:modality ?x"),
        "violation modality",
        "a fact, a plan or hearsay",
    ),
    Break(
        "a modality of another vocabulary",
        _passage("cg:modality ?x", "cg:modality sample:wide"),
        "violation modality-scheme",
        "not in that vocabulary",
    ),
    Break(
        "a confidence above one",
        _passage("cg:confidence ?x", "cg:confidence 1.2"),
        "violation confidence",
        "from 0 to 1",
    ),
    Break(
        "a doubtful reading that nothing else supports",
        _passage("cg:confidence ?x", "cg:confidence 0.4"),
        "info lone-guess",
        "doubtful (0.4)",
    ),
    Break(
        "evidence read by two rules",
        _passage("", 'cg:rule "another"'),
        "violation rule",
        "keep one name",
    ),
    Break(
        "evidence without a status",
        _passage("cg:reviewStatus ?x"),
        "violation reviewStatus, violation supported",
        "exactly one status",
    ),
    Break(
        "a status of another vocabulary",
        _passage("cg:reviewStatus ?x", f"cg:reviewStatus sample:wide ; {_REVIEW}"),
        "violation reviewStatus-scheme",
        "not in that vocabulary",
    ),
    Break(
        "a decision by nobody",
        _passage(
            "cg:reviewStatus ?x",
            'cg:reviewStatus status:confirmed ; cg:reviewedOn "2026-11-22"^^xsd:date',
        ),
        "violation decided",
        "add cg:reviewedBy",
    ),
    Break(
        "a decision on no day",
        _passage("cg:reviewStatus ?x", 'cg:reviewStatus status:confirmed ; cg:reviewedBy "Anna"'),
        "violation decided",
        "add cg:reviewedOn",
    ),
    Break(
        "a decision by two persons",
        _passage(
            "cg:reviewStatus ?x",
            f'cg:reviewStatus status:confirmed ; {_REVIEW} ; cg:reviewedBy "Jan"',
        ),
        "violation reviewedBy",
        "keep one name",
    ),
    Break(
        "a decision on two days",
        _passage(
            "cg:reviewStatus ?x",
            f'cg:reviewStatus status:confirmed ; {_REVIEW} ; cg:reviewedOn "2026-11-23"^^xsd:date',
        ),
        "violation reviewedOn",
        "on one day of the calendar",
    ),
    Break(
        "a decision on a day that never was",
        _passage(
            "cg:reviewStatus ?x",
            "cg:reviewStatus status:confirmed ; "
            'cg:reviewedBy "Anna" ; cg:reviewedOn "2026-02-30"^^xsd:date',
        ),
        "violation reviewedOn",
        "on one day of the calendar",
    ),
    Break(
        "a note in a language",
        _passage(
            "cg:reviewStatus ?x",
            f'cg:reviewStatus status:confirmed ; {_REVIEW} ; cg:reviewNote "because"@en',
        ),
        "violation reviewNote",
        "at most one note",
    ),
    Break(
        "a review of what only a machine has read",
        _passage("", _REVIEW),
        "violation undecided",
        "Only a machine has read this",
    ),
    Break(
        "an added statement that a mapper found",
        _passage("cg:reviewStatus ?x", f"cg:reviewStatus status:added ; {_REVIEW}"),
        "violation added",
        "no other rule than “curation”",
    ),
)

_STATEMENTS = (
    Break(
        "evidence without a subject",
        _passage("rdf:subject ?x"),
        "violation one-subject, violation supported",
        "rdf:subject",
        evidenced=False,
    ),
    Break(
        "evidence without a property",
        _passage("rdf:predicate ?x"),
        "violation one-predicate, violation supported",
        "rdf:predicate",
        evidenced=False,
    ),
    Break(
        "evidence without an object",
        _passage("rdf:object ?x"),
        "violation one-object, violation supported",
        "rdf:object",
        evidenced=False,
    ),
    Break(
        "a relation that the ontology does not know",
        _made('rdfs:comment "not a property"'),
        "violation relation-known",
        "not in the ontology",
    ),
    Break(
        "a relation that only the rules may infer",
        _made("rdfs:isDefinedBy ns: ; cg:inferredOnly true"),
        "violation relation-read",
        "follows from others",
    ),
    Break(
        "a passage that speaks of passages",
        _made("rdfs:isDefinedBy ns: ; rdfs:domain cg:Evidence"),
        "violation relation-of-things",
        "describes passages or documents",
    ),
    Break(
        "a passage that says what is mentioned in it",
        _made("rdfs:isDefinedBy ns: ; rdfs:range cg:Document"),
        "violation relation-of-things",
        "describes passages or documents",
    ),
    Break(
        "a rejected statement about nothing that is described",
        _rejected("id:lost-aaaaaaaa", "cg:partner", "id:cluster-aaaaaaaa"),
        "violation described-subject",
        "described nowhere",
    ),
    Break(
        "a rejected statement that names nothing that is described",
        _rejected("id:project-aaaaaaaa", "cg:partner", "id:lost-aaaaaaaa"),
        "violation described-object",
        "described nowhere",
    ),
    Break(
        "evidence that reifies nothing",
        _passage("rdf:reifies ?x"),
        "violation two-faces",
        "two ways",
        evidenced=False,
    ),
    Break(
        "evidence whose two faces differ",
        _passage(
            "rdf:reifies ?x",
            "rdf:reifies <<( id:project-aaaaaaaa cg:partner id:organisation-aaaaaaaa )>>",
        ),
        "violation two-faces",
        "two ways",
        evidenced=False,
    ),
    Break(
        "a statement without evidence",
        _state("id:project-aaaaaaaa cg:hostedBy id:cluster-aaaaaaaa"),
        "violation supported",
        "No passage carries",
        evidenced=False,
    ),
    Break(
        "a statement whose only evidence was rejected",
        _passage("cg:reviewStatus ?x", f"cg:reviewStatus status:rejected ; {_REVIEW}"),
        "violation supported",
        "all that did were rejected",
    ),
    Break(
        "evidence that nobody rejected for what is not stated",
        _change("id:project-aaaaaaaa", "cg:partner id:cluster-aaaaaaaa"),
        "violation asserted",
        "the graph does not state",
    ),
    Break(
        "a statement in two graphs",
        _state("id:project-aaaaaaaa cg:partner id:cluster-aaaaaaaa", "graph:links"),
        "violation said-once",
        "counted twice",
    ),
)

_DOCUMENTS = (
    Break(
        "a hash of something that is no document",
        _state("id:event-aaaaaaaa cg:characterCount 3", "graphdoc:aaaaaaaa"),
        "violation document",
        "Only a document has bytes",
    ),
    Break(
        "a document without a file name",
        _change("doc:aaaaaaaa", "dcterms:identifier ?x"),
        "violation file-name",
        "one file name",
    ),
    Break(
        "a document without a hash",
        _change("doc:aaaaaaaa", "cg:sha256 ?x"),
        "violation sha256",
        "SHA-256",
    ),
    Break(
        "a document without a length",
        _change("doc:aaaaaaaa", "cg:characterCount ?x"),
        "violation characterCount",
        "one length",
    ),
    Break(
        "a document without a title",
        _change("doc:aaaaaaaa", "dcterms:title ?x"),
        "warning title-missing",
        "no title",
    ),
    Break(
        "a document without a date",
        _change("doc:aaaaaaaa", "dcterms:issued ?x"),
        "warning issued-missing",
        "when this document appeared",
    ),
    Break(
        "a document without a source",
        _change("doc:aaaaaaaa", "dcterms:source ?x"),
        "warning source-missing",
        "came from",
    ),
    Break(
        "a document in no language",
        _change("doc:aaaaaaaa", "dcterms:language ?x"),
        "violation language",
        "exactly one language",
    ),
    Break(
        "a document whose language is no code",
        _change("doc:aaaaaaaa", "dcterms:language ?x", 'dcterms:language "English"'),
        "violation language, violation quote-language",
        "exactly one language",
    ),
    Break(
        "a hash that is too short",
        _change("doc:aaaaaaaa", "cg:sha256 ?x", 'cg:sha256 "71fb"'),
        "violation sha256",
        "64 hexadecimal digits",
    ),
    Break(
        "a document of less than no length",
        _change("doc:aaaaaaaa", "cg:characterCount ?x", "cg:characterCount -1"),
        "violation characterCount",
        "one length",
    ),
    Break(
        "a title without a language",
        _change("doc:aaaaaaaa", "dcterms:title ?x", 'dcterms:title "News"'),
        "violation title",
        "in its language",
    ),
    Break(
        "a date of issue in words",
        _change("doc:aaaaaaaa", "dcterms:issued ?x", 'dcterms:issued "March 2018"'),
        "violation issued",
        "correct the date",
    ),
    Break(
        "a mention in something that is no document",
        _state("id:project-aaaaaaaa cg:mentionedIn id:event-aaaaaaaa", "graphdoc:aaaaaaaa"),
        "violation mentionedIn-object",
        "mentioned in documents",
    ),
)

_ENTITIES = (
    Break(
        "a name without a class",
        _change("id:event-aaaaaaaa", "a cg:Event"),
        "violation kind-known",
        "Nothing says what this is",
    ),
    Break(
        "a mention without a class",
        _state("id:lost-aaaaaaaa cg:mentionedIn doc:aaaaaaaa", "graphdoc:aaaaaaaa"),
        "violation kind-known",
        "Nothing says what this is",
    ),
    Break(
        "an abstract class",
        _change("id:event-aaaaaaaa", "a cg:Event", "a cg:Activity"),
        "violation kind-is-leaf",
        "abstract or not ours",
    ),
    Break(
        "an event that is a place",
        _state("id:event-aaaaaaaa a cg:City"),
        "violation disjoint",
        "at once",
    ),
    Break(
        "a person that is an organisation",
        _state("id:person-aaaaaaaa a cg:Organisation"),
        "violation disjoint",
        "cg:Organisation and cg:Person at once",
    ),
    Break(
        "a label for clusters that is one for persons",
        _state("id:certificate-aaaaaaaa a cg:ClusterLabel"),
        "violation disjoint",
        "at once",
    ),
    Break(
        "a cluster that is nowhere",
        _state(_named("lone", "Cluster") + " ; cg:sector id:sector-aaaaaaaa"),
        "warning cluster-place",
        "where this cluster is",
    ),
    Break(
        "a cluster in no sector",
        _state(_named("lone", "Cluster") + " ; cg:covers id:city-aaaaaaaa"),
        "info cluster-sector",
        "in which sector",
    ),
    Break(
        "a person with nothing to do",
        _state(_named("lone", "Person")),
        "warning person-role",
        "for whom this person works",
    ),
    Break(
        "an entity without a name",
        _change("id:event-aaaaaaaa", "skos:prefLabel ?x"),
        "violation name",
        "add or correct it",
    ),
    Break(
        "two names in one language",
        _state('id:event-aaaaaaaa skos:prefLabel "Launch"@en'),
        "violation name-unique",
        "two names in one language",
    ),
    Break(
        "a name in no language",
        _state('id:event-aaaaaaaa skos:prefLabel "Launch"'),
        "violation name",
        "tagged with its language",
    ),
    Break(
        "a name of two lines",
        _state('id:event-aaaaaaaa skos:prefLabel "Kick\\noff"@de'),
        "violation name",
        "one line of words",
    ),
    Break(
        "a name with two spaces",
        _state('id:event-aaaaaaaa skos:prefLabel "Kick  off"@de'),
        "violation name",
        "one line of words",
    ),
    Break(
        "an alternative name that begins with a space",
        _state('id:event-aaaaaaaa skos:altLabel " Launch"@en'),
        "violation name-alternative",
        "alternative name",
    ),
    Break(
        "an IRI that no registry gives",
        _state('id:Kick_Off_aaaaaaaa a cg:Event ; skos:prefLabel "Launch"@en'),
        "violation address",
        "readable name and eight characters",
    ),
    Break(
        "something replaced and still in use",
        _change("id:older-aaaaaaaa", "owl:deprecated true"),
        "violation redirect-deprecated",
        "mark it as deprecated",
    ),
    Break(
        "something replaced by what is unknown",
        _state("id:gone-aaaaaaaa dcterms:isReplacedBy id:lost-aaaaaaaa", "graph:redirects"),
        "violation redirect-known",
        "described nowhere",
    ),
    Break(
        "redirects in a circle",
        _change(
            "id:old-aaaaaaaa", "dcterms:isReplacedBy ?x", "dcterms:isReplacedBy id:older-aaaaaaaa"
        ),
        "violation redirect-circle",
        "round in a circle",
    ),
    Break(
        "something said of what is gone",
        _state('id:gone-aaaaaaaa rdfs:comment "still here"', "graph:redirects"),
        "violation retired",
        "no longer used",
    ),
)

_RELATIONS = (
    Break(
        "a whole that is part of its part",
        _state("id:programme-aaaaaaaa cg:partOf id:training-aaaaaaaa"),
        "violation partOf-circle",
        "part of its own part",
    ),
    Break(
        "a part of itself",
        _state("id:event-aaaaaaaa cg:partOf id:event-aaaaaaaa"),
        "violation partOf-circle, warning partOf-same-name",
        "part of its own part",
    ),
    Break(
        "a part named like its whole",
        _change(
            "id:project-aaaaaaaa", "skos:prefLabel ?x", 'skos:prefLabel "Cluster Excellence"@en'
        ),
        "warning partOf-same-name",
        "same name",
    ),
    Break(
        "a part of two programmes",
        _state(_named("other", "Programme") + " . id:project-aaaaaaaa cg:partOf id:other-aaaaaaaa"),
        "warning partOf-several-programmes",
        "several programmes",
    ),
    Break(
        "a part of two projects",
        _state(_named("other", "Project") + " . id:training-aaaaaaaa cg:partOf id:other-aaaaaaaa"),
        "warning partOf-several-projects",
        "several projects",
    ),
    Break(
        "a part of two trainings",
        _state(
            _named("other", "Training")
            + " . id:event-aaaaaaaa cg:partOf id:other-aaaaaaaa, id:training-aaaaaaaa"
        ),
        "warning partOf-several-trainings",
        "several trainings",
    ),
    Break(
        "a part of two events",
        _state(
            _named("other", "Event")
            + " . "
            + _named("third", "Event")
            + " ; cg:partOf id:other-aaaaaaaa, id:event-aaaaaaaa"
        ),
        "warning partOf-several-events",
        "several events",
    ),
    Break(
        "an activity as part of a body",
        _state("id:event-aaaaaaaa cg:partOf id:organisation-aaaaaaaa"),
        "violation partOf-family",
        "not of a body",
    ),
    Break(
        "a payer that is a partner",
        _state("id:project-aaaaaaaa cg:partner id:organisation-aaaaaaaa"),
        "warning partner-pays",
        "also named as a payer",
    ),
    Break(
        "a place within itself",
        _state("id:country-aaaaaaaa cg:locatedIn id:city-aaaaaaaa"),
        "violation locatedIn-circle",
        "lies within itself",
    ),
    Break(
        "a mode of delivery of another vocabulary",
        _state("id:event-aaaaaaaa cg:deliveryMode sample:wide"),
        "violation deliveryMode-scheme",
        "another vocabulary",
    ),
    Break(
        "a stage of life of another vocabulary",
        _state("id:cluster-aaaaaaaa cg:lifecycleStage sample:wide"),
        "violation lifecycleStage-scheme",
        "another vocabulary",
    ),
    Break(
        "a level of another vocabulary",
        _state("id:label-aaaaaaaa cg:labelLevel sample:wide"),
        "violation labelLevel-scheme",
        "another vocabulary",
    ),
    Break(
        "an event of an organisation's kind",
        _state("id:event-aaaaaaaa cg:kind okind:foundation"),
        "violation kind-family",
        "not of its sort",
    ),
    Break(
        "a person with a label for clusters",
        _state("id:person-aaaaaaaa cg:holds id:label-aaaaaaaa"),
        "warning holds-by-person",
        "whether their cluster holds it",
    ),
    Break(
        "a cluster with a qualification for persons",
        _state("id:cluster-aaaaaaaa cg:holds id:certificate-aaaaaaaa"),
        "violation holds-by-cluster",
        "name the person",
    ),
)

_DATES = (
    Break(
        "a start month that is not in the calendar",
        _state('id:event-aaaaaaaa cg:startDate "2018-13"^^xsd:gYearMonth'),
        "violation startDate-object, warning start-after-news",
        "of the calendar",
    ),
    Break(
        "a start day that is not in the calendar",
        _state('id:event-aaaaaaaa cg:startDate "2018-02-30"^^xsd:date'),
        "violation startDate-object",
        "of the calendar",
    ),
    Break(
        "a start in a month that no year has",
        _state('id:event-aaaaaaaa cg:startDate "--13-01"^^xsd:gMonthDay'),
        "violation startDate-object",
        "of the calendar",
    ),
    Break(
        "an end year that is not in the calendar",
        _state('id:event-aaaaaaaa cg:endDate "18"^^xsd:gYear'),
        "violation endDate-object",
        "of the calendar",
    ),
    Break(
        "an end day that is not in the calendar",
        _state('id:event-aaaaaaaa cg:endDate "2018-04-31"^^xsd:date'),
        "violation endDate-object",
        "of the calendar",
    ),
    Break(
        "a start in words",
        _state('id:event-aaaaaaaa cg:startDate "spring"'),
        "violation startDate-object, warning start-after-news",
        "of the calendar",
    ),
    Break(
        "an end before the start",
        _state(
            "id:event-aaaaaaaa cg:startDate '2018-02'^^xsd:gYearMonth ; "
            "cg:endDate '2017'^^xsd:gYear"
        ),
        "violation period-order",
        "ends before it begins",
    ),
    Break(
        "a start in 1018",
        _state('id:event-aaaaaaaa cg:startDate "1018"^^xsd:gYear'),
        "warning period-early",
        "before 1980",
    ),
    Break(
        "a part that starts before its whole",
        _state('id:event-aaaaaaaa cg:partOf id:project-aaaaaaaa ; cg:startDate "2015"^^xsd:gYear'),
        "warning period-before-whole",
        "begins before the whole",
    ),
    Break(
        "a part that ends after its whole",
        _state('id:event-aaaaaaaa cg:partOf id:project-aaaaaaaa ; cg:endDate "2019"^^xsd:gYear'),
        "warning period-after-whole",
        "ends after the whole",
    ),
    Break(
        "a start told before it came",
        _state('id:event-aaaaaaaa cg:startDate "2018-04-01"^^xsd:date'),
        "warning start-after-news",
        "as a fact in a text of 2018-03",
    ),
    Break(
        "an end far in the future",
        _state('id:event-aaaaaaaa cg:endDate "2108"^^xsd:gYear'),
        "warning date-far-off",
        "2108 is more than ten years",
    ),
    Break(
        "two starts",
        _state('id:training-aaaaaaaa cg:startDate "2018-02-20"^^xsd:date'),
        "warning dates-differ",
        "2018-02-19 or 2018-02-20",
    ),
)

_NUMBERS = (
    Break(
        "a place in a series counted from 0",
        _state("id:event-aaaaaaaa cg:sequenceNumber 0"),
        "violation sequenceNumber-object",
        "from 1",
    ),
    Break(
        "no modules at all",
        _state("id:event-aaaaaaaa cg:moduleCount 0"),
        "violation moduleCount-object",
        "from 1 on",
    ),
    Break(
        "less than no participants",
        _state("id:event-aaaaaaaa cg:participantCount -1"),
        "violation participantCount-object",
        "not below 0",
    ),
    Break(
        "half a graduate",
        _state("id:event-aaaaaaaa cg:graduateCount 0.5"),
        "violation graduateCount-object",
        "whole number",
    ),
    Break(
        "less than no partners",
        _state("id:event-aaaaaaaa cg:partnerCount -7"),
        "violation partnerCount-object",
        "not below 0",
    ),
    Break(
        "a fifth module of four",
        _state(
            "id:event-aaaaaaaa cg:moduleCount 4 . "
            + _named("other", "Training")
            + " ; cg:partOf id:event-aaaaaaaa ; cg:sequenceNumber 5"
        ),
        "warning more-than-modules",
        "higher number than there are modules",
    ),
    Break(
        "more graduates than participants",
        _state("id:event-aaaaaaaa cg:graduateCount 5 ; cg:participantCount 3"),
        "warning more-than-participants",
        "More people graduated",
    ),
    Break(
        "two numbers of participants",
        _state("id:training-aaaaaaaa cg:participantCount 90"),
        "warning numbers-differ",
        "31 or 90",
    ),
)

_VOCABULARIES = (
    Break(
        "two names of a concept in one language",
        _state('sample:wide skos:prefLabel "broad"@en', "graph:voc"),
        "violation label-unique",
        "two preferred labels",
    ),
    Break(
        "a concept without a definition",
        _change("sample:wide", "skos:definition ?x"),
        "violation definition",
        "define it",
    ),
    Break(
        "a concept without a name in one language",
        _change("sample:wide", 'skos:prefLabel "широк"@bg'),
        "violation label-languages",
        "in the language “bg”",
    ),
    Break(
        "a vocabulary without a name in one language",
        _change(
            "<https://w3id.org/clustergraph/voc/sample-aaaaaaaa>", 'skos:prefLabel "Próbka"@pl'
        ),
        "violation label-languages",
        "in the language “pl”",
    ),
    Break(
        "a notation of something that is no concept",
        _change("sample:wide", "a skos:Concept"),
        "violation concept, violation kind-known",
        "Only a concept",
    ),
    Break(
        "a concept in no vocabulary",
        _change("sample:wide", "skos:inScheme ?x"),
        "violation scheme, violation broader-elsewhere",
        "in no vocabulary",
    ),
    Break(
        "a concept without a notation",
        _change("sample:wide", "skos:notation ?x"),
        "violation notation",
        "exactly one notation",
    ),
    Break(
        "a concept broader than itself",
        _state("sample:wide skos:broader sample:narrow", "graph:voc"),
        "violation broader-circle",
        "broader than itself",
    ),
    Break(
        "two concepts with one notation",
        _change("sample:narrow", "skos:notation ?x", 'skos:notation "wide"'),
        "violation notation-unique",
        "has this notation too",
    ),
    Break(
        "a vocabulary without a licence",
        _change(_SCHEME, "dcterms:license ?x"),
        "violation scheme-licence",
        "one licence",
    ),
    Break(
        "a licence in words",
        _change(_SCHEME, "dcterms:license ?x", 'dcterms:license "as you like"'),
        "violation scheme-licence",
        "by its address",
    ),
    Break(
        "a vocabulary without a title",
        _change(_SCHEME, "dcterms:title ?x"),
        "warning scheme-title",
        "no title of this vocabulary",
    ),
    Break(
        "a vocabulary without a description",
        _change(_SCHEME, "dcterms:description ?x"),
        "warning scheme-description",
        "no description of this vocabulary",
    ),
    Break(
        "a vocabulary without a version",
        _change(_SCHEME, "owl:versionInfo ?x"),
        "warning scheme-version",
        "which version of the vocabulary",
    ),
    Break(
        "a vocabulary that is a concept",
        _state(f"{_SCHEME} a skos:Concept", "graph:voc"),
        "violation scheme-no-concept",
        "none of the concepts",
    ),
    Break(
        "a concept not defined in one language",
        _change("sample:wide", 'skos:definition "Широк."@bg'),
        "violation definition-languages",
        "in the language “bg”",
    ),
    Break(
        "a label that is an alternative one too",
        _state('sample:narrow skos:altLabel "narrow"@en', "graph:voc"),
        "violation label-once",
        "“narrow” in two ways",
    ),
    Break(
        "an alternative label that is a hidden one too",
        _state('sample:narrow skos:hiddenLabel "thin"@en', "graph:voc"),
        "violation label-once",
        "“thin” in two ways",
    ),
    Break(
        "a concept below one of another vocabulary",
        _state("sample:narrow skos:broader okind:foundation", "graph:voc"),
        "violation broader-elsewhere",
        "in none of this one's vocabularies",
    ),
    Break(
        "a concept that no way leads to",
        _change("sample:narrow", "skos:broader ?x"),
        "violation concept-lost",
        "No way leads to this concept",
    ),
    Break(
        "a top concept of which its vocabulary knows nothing",
        _change(_SCHEME, "skos:hasTopConcept sample:other"),
        "violation top-agrees",
        "by skos:hasTopConcept too",
    ),
    Break(
        "a top concept that knows nothing of its vocabulary",
        _change("sample:other", "skos:topConceptOf ?x"),
        "violation top-agrees",
        "by skos:topConceptOf too",
    ),
    Break(
        "a concept related to the broader one",
        _state("sample:narrow skos:related sample:wide", "graph:voc"),
        "violation related-broader",
        "are related and one is broader",
    ),
    Break(
        "a concept compared in two ways",
        _state("sample:narrow skos:broadMatch <http://data.europa.eu/ux2/nace2.1/31>", "graph:voc"),
        "violation match-once",
        "in two ways, by skos:closeMatch too",
    ),
    Break(
        "a division that NACE lacks",
        _state("sample:wide skos:closeMatch <http://data.europa.eu/ux2/nace2.1/34>", "graph:voc"),
        "violation nace-known",
        "no section or division",
    ),
    Break(
        "a section that NACE lacks",
        _state("sample:wide skos:broadMatch <http://data.europa.eu/ux2/nace2.1/X>", "graph:voc"),
        "violation nace-known",
        "no section or division",
    ),
    Break(
        "a code with the dot that the IRIs of NACE lack",
        _state(
            "sample:wide skos:narrowMatch <http://data.europa.eu/ux2/nace2.1/01.1>", "graph:voc"
        ),
        "violation nace-known",
        "no section or division",
    ),
)

_GEONAMES = "<https://sws.geonames.org/7/>"
_LINK = {
    "owl:annotatedSource": "id:city-aaaaaaaa",
    "owl:annotatedProperty": "skos:exactMatch",
    "owl:annotatedTarget": _GEONAMES,
    "<https://w3id.org/sssom/mapping_justification>": "<https://w3id.org/semapv/vocab/LexicalMatching>",
}


def _link(changed: dict[str, str], target: str = _GEONAMES) -> str:
    """Link the city, and justify it but for what is changed or, where that is empty, left out."""
    parts = [f"{name} {value}" for name, value in (_LINK | changed).items() if value]
    node = "<https://w3id.org/clustergraph/link/1-aaaaaaaa>"
    link = f"id:city-aaaaaaaa skos:exactMatch {target}"
    return _state(f"{link} . {node} {' ; '.join(parts)}", "graph:links")


_LINKS = (
    Break(
        "a justification of two links",
        _link({"owl:annotatedSource": "id:city-aaaaaaaa, id:person-aaaaaaaa"}),
        "violation link-source",
        "begins at exactly one thing",
    ),
    Break(
        "a link by no mapping relation",
        _link({"owl:annotatedProperty": "skos:exactMatch, owl:sameAs"}),
        "violation link-relation",
        "one mapping relation of SKOS",
    ),
    Break(
        "a link between two things of ours",
        _link({"owl:annotatedTarget": "id:person-aaaaaaaa"}, "id:person-aaaaaaaa"),
        "violation link-target",
        "not one of our own",
    ),
    Break(
        "a link justified by words",
        _link({"<https://w3id.org/sssom/mapping_justification>": '"they look alike"'}),
        "violation link-justification",
        "one term of semapv",
    ),
    Break(
        "a link that is more than certain",
        _link({"<https://w3id.org/sssom/confidence>": "1.5"}),
        "violation link-confidence",
        "between 0 and 1",
    ),
    Break(
        "a link that somebody decided on, nobody knows when",
        _link({"<https://w3id.org/sssom/author_label>": '"Anna"'}),
        "violation link-decided",
        "but not when",
    ),
    Break(
        "a link that nothing justifies",
        _state(f"id:city-aaaaaaaa skos:closeMatch {_GEONAMES}", "graph:links"),
        "violation link-justified",
        "Nothing justifies",
    ),
    Break(
        "a link to a page about the place",
        _link(
            {"owl:annotatedTarget": "<https://sws.geonames.org/7/about.rdf>"},
            "<https://sws.geonames.org/7/about.rdf>",
        ),
        "violation link-form",
        "no address that the register gives",
    ),
    Break(
        "a country by two letters",
        _link(
            {
                "owl:annotatedTarget": "<http://publications.europa.eu/resource/authority/country/KZ>"
            },
            "<http://publications.europa.eu/resource/authority/country/KZ>",
        ),
        "violation link-form",
        "no address that the register gives",
    ),
    Break(
        "a region by the code of another register",
        _link(
            {"owl:annotatedTarget": "<http://data.europa.eu/nuts/code/ES-CT>"},
            "<http://data.europa.eu/nuts/code/ES-CT>",
        ),
        "violation link-form",
        "no address that the register gives",
    ),
    Break(
        "one place that is two elsewhere",
        _link(
            {"owl:annotatedTarget": f"{_GEONAMES}, <https://sws.geonames.org/8/>"},
            f"{_GEONAMES}, <https://sws.geonames.org/8/>",
        ),
        "warning link-twice, violation link-target",
        "of one register",
    ),
)

_ALL = (
    *_EVIDENCE,
    *_STATEMENTS,
    *_DOCUMENTS,
    *_ENTITIES,
    *_RELATIONS,
    *_DATES,
    *_NUMBERS,
    *_VOCABULARIES,
    *_LINKS,
)

BREAKS = {each.name: each for each in _ALL}
