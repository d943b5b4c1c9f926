"""What can be broken of documents."""

from breaks.breaking import Break, change, state

__all__ = ["DOCUMENTS"]

DOCUMENTS = (
    Break(
        "a hash of something that is no document",
        state("id:event-aaaaaaaa cg:characterCount 3", "graphdoc:aaaaaaaa"),
        "violation document",
        "Only a document has bytes",
    ),
    Break(
        "a document without a file name",
        change("doc:aaaaaaaa", "dcterms:identifier ?x"),
        "violation file-name",
        "one file name",
    ),
    Break(
        "a document without a hash",
        change("doc:aaaaaaaa", "cg:sha256 ?x"),
        "violation sha256",
        "SHA-256",
    ),
    Break(
        "a document without a length",
        change("doc:aaaaaaaa", "cg:characterCount ?x"),
        "violation characterCount",
        "one length",
    ),
    Break(
        "a document without a title",
        change("doc:aaaaaaaa", "dcterms:title ?x"),
        "warning title-missing",
        "no title",
    ),
    Break(
        "a document without a date",
        change("doc:aaaaaaaa", "dcterms:issued ?x"),
        "warning issued-missing",
        "when this document appeared",
    ),
    Break(
        "a document without a source",
        change("doc:aaaaaaaa", "dcterms:source ?x"),
        "warning source-missing",
        "came from",
    ),
    Break(
        "a document in no language",
        change("doc:aaaaaaaa", "dcterms:language ?x"),
        "violation language",
        "exactly one language",
    ),
    Break(
        "a document whose language is no code",
        change("doc:aaaaaaaa", "dcterms:language ?x", 'dcterms:language "English"'),
        "violation language, violation quote-language",
        "exactly one language",
    ),
    Break(
        "a hash that is too short",
        change("doc:aaaaaaaa", "cg:sha256 ?x", 'cg:sha256 "71fb"'),
        "violation sha256",
        "64 hexadecimal digits",
    ),
    Break(
        "a document of less than no length",
        change("doc:aaaaaaaa", "cg:characterCount ?x", "cg:characterCount -1"),
        "violation characterCount",
        "one length",
    ),
    Break(
        "a title without a language",
        change("doc:aaaaaaaa", "dcterms:title ?x", 'dcterms:title "News"'),
        "violation title",
        "in its language",
    ),
    Break(
        "a date of issue in words",
        change("doc:aaaaaaaa", "dcterms:issued ?x", 'dcterms:issued "March 2018"'),
        "violation issued",
        "correct the date",
    ),
    Break(
        "a mention in something that is no document",
        state("id:project-aaaaaaaa cg:mentionedIn id:event-aaaaaaaa", "graphdoc:aaaaaaaa"),
        "violation mentionedIn-object",
        "mentioned in documents",
    ),
)
