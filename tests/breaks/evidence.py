"""What can be broken of evidence and its passages."""

from breaks.breaking import REVIEW, Break, changed, passage, state

__all__ = ["EVIDENCE"]

EVIDENCE = (
    Break(
        "a quote of something that is no evidence",
        state('id:event-aaaaaaaa cg:quote "words"@en', "graphdoc:aaaaaaaa"),
        "violation evidence",
        "Only evidence has a passage",
    ),
    Break(
        "a role of something that is no evidence",
        state('id:event-aaaaaaaa cg:roleAsWritten "head"@en', "graphdoc:aaaaaaaa"),
        "violation roleAsWritten-subject",
        "Only a passage gives a role",
    ),
    Break(
        "a former state of something that is no evidence",
        state("id:event-aaaaaaaa cg:former true", "graphdoc:aaaaaaaa"),
        "violation former-subject",
        "is former",
    ),
    Break(
        "a lower bound of something that is no evidence",
        state("id:event-aaaaaaaa cg:atLeast true", "graphdoc:aaaaaaaa"),
        "violation atLeast-subject",
        "is a lower bound",
    ),
    Break(
        "a confidence of something that is no evidence",
        state("id:event-aaaaaaaa cg:confidence 0.5", "graphdoc:aaaaaaaa"),
        "violation confidence-subject",
        "more or less sure",
    ),
    Break(
        "a rule of something that is no evidence",
        state('id:event-aaaaaaaa cg:rule "a-rule"', "graphdoc:aaaaaaaa"),
        "violation rule-subject",
        "read by a rule",
    ),
    Break(
        "a review of something that is no evidence",
        state('id:event-aaaaaaaa cg:reviewNote "why"', "graphdoc:aaaaaaaa"),
        "violation review-subject",
        "Only evidence is reviewed",
    ),
    Break(
        "evidence in no document",
        passage("cg:inDocument ?x"),
        "violation inDocument",
        "exactly one of the documents",
    ),
    Break(
        "evidence in something that is no document",
        passage("cg:inDocument ?x", "cg:inDocument id:event-aaaaaaaa"),
        "violation inDocument",
        "exactly one of the documents",
    ),
    Break(
        "evidence without a quote",
        passage("cg:quote ?x"),
        "violation quote",
        "quoted exactly once",
    ),
    Break(
        "a quote of 700 characters",
        changed(
            "?e rdf:predicate cg:partner ; cg:quote ?q ; cg:quoteEnd ?n",
            "?e cg:quote ?q ; cg:quoteEnd ?n",
            f'?e cg:quote "{"word " * 140}"@en ; cg:quoteEnd 800',
        ),
        "warning quote-too-long",
        "has 700 characters",
    ),
    Break(
        "a quote that starts nowhere",
        passage("cg:quoteStart ?x"),
        "violation quoteStart",
        "count from the start",
    ),
    Break(
        "a quote that starts before the text",
        changed(
            "?e rdf:predicate cg:partner ; cg:quoteStart ?s ; cg:quoteEnd ?n",
            "?e cg:quoteStart ?s ; cg:quoteEnd ?n",
            "?e cg:quoteStart -4 ; cg:quoteEnd 1",
        ),
        "violation quoteStart",
        "count from the start",
    ),
    Break(
        "a quote that ends nowhere",
        passage("cg:quoteEnd ?x"),
        "violation quoteEnd",
        "ends at one offset",
    ),
    Break(
        "a quote of no length",
        changed(
            "?e rdf:predicate cg:partner ; cg:quote ?q ; cg:quoteEnd ?n",
            "?e cg:quote ?q ; cg:quoteEnd ?n",
            '?e cg:quote ""@en ; cg:quoteEnd 100',
        ),
        "violation quoteStart",
        "before its end",
    ),
    Break(
        "a quote longer than its offsets",
        passage("cg:quote ?x", 'cg:quote "six letters"@en'),
        "violation quote-length",
        "has 11 characters, but its offsets span 5",
    ),
    Break(
        "a quote in another language than its document",
        passage("cg:quote ?x", 'cg:quote "słowo"@pl'),
        "violation quote-language",
        "marked as “pl”, its document as “en”",
    ),
    Break(
        "a role without a language",
        passage("", 'cg:roleAsWritten "coordinator"'),
        "violation roleAsWritten",
        "in its own words and language",
    ),
    Break(
        "former said in words",
        passage("", 'cg:former "yes"'),
        "violation former",
        "true or false",
    ),
    Break(
        "a lower bound said in words",
        passage("", 'cg:atLeast "yes"'),
        "violation atLeast",
        "true or false",
    ),
    Break(
        "evidence without a modality",
        passage("cg:modality ?x"),
        "violation modality",
        "a fact, a plan or hearsay",
    ),
    Break(
        "a modality of another vocabulary",
        passage("cg:modality ?x", "cg:modality sample:wide"),
        "violation modality-scheme",
        "not in that vocabulary",
    ),
    Break(
        "a confidence above one",
        passage("cg:confidence ?x", "cg:confidence 1.2"),
        "violation confidence",
        "from 0 to 1",
    ),
    Break(
        "evidence read by two rules",
        passage("", 'cg:rule "another"'),
        "violation rule",
        "keep one name",
    ),
    Break(
        "evidence without a status",
        passage("cg:reviewStatus ?x"),
        "violation reviewStatus, violation supported",
        "exactly one status",
    ),
    Break(
        "a status of another vocabulary",
        passage("cg:reviewStatus ?x", f"cg:reviewStatus sample:wide ; {REVIEW}"),
        "violation reviewStatus-scheme",
        "not in that vocabulary",
    ),
    Break(
        "a decision by nobody",
        passage(
            "cg:reviewStatus ?x",
            'cg:reviewStatus status:confirmed ; cg:reviewedOn "2026-11-22"^^xsd:date',
        ),
        "violation decided",
        "add cg:reviewedBy",
    ),
    Break(
        "a decision on no day",
        passage("cg:reviewStatus ?x", 'cg:reviewStatus status:confirmed ; cg:reviewedBy "Anna"'),
        "violation decided",
        "add cg:reviewedOn",
    ),
    Break(
        "a decision by two persons",
        passage(
            "cg:reviewStatus ?x",
            f'cg:reviewStatus status:confirmed ; {REVIEW} ; cg:reviewedBy "Jan"',
        ),
        "violation reviewedBy",
        "keep one name",
    ),
    Break(
        "a decision on two days",
        passage(
            "cg:reviewStatus ?x",
            f'cg:reviewStatus status:confirmed ; {REVIEW} ; cg:reviewedOn "2026-11-23"^^xsd:date',
        ),
        "violation reviewedOn",
        "on one day of the calendar",
    ),
    Break(
        "a decision on a day that never was",
        passage(
            "cg:reviewStatus ?x",
            "cg:reviewStatus status:confirmed ; "
            'cg:reviewedBy "Anna" ; cg:reviewedOn "2026-02-30"^^xsd:date',
        ),
        "violation reviewedOn",
        "on one day of the calendar",
    ),
    Break(
        "a note in a language",
        passage(
            "cg:reviewStatus ?x",
            f'cg:reviewStatus status:confirmed ; {REVIEW} ; cg:reviewNote "because"@en',
        ),
        "violation reviewNote",
        "at most one note",
    ),
    Break(
        "a review of what only a machine has read",
        passage("", REVIEW),
        "violation undecided",
        "Only a machine has read this",
    ),
    Break(
        "an added statement that a mapper found",
        passage("cg:reviewStatus ?x", f"cg:reviewStatus status:added ; {REVIEW}"),
        "violation added",
        "no other rule than “curation”",
    ),
)
