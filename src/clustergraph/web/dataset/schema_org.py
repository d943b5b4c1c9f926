"""The dataset in the words of schema.org, which search engines for data read in its page."""

from clustergraph.iris import dataset_iri
from clustergraph.operations.dataset_description.count_dataset import Counts
from clustergraph.operations.dataset_description.offer_dataset import AUTHORS, LICENCE, Offered
from clustergraph.operations.dumping.dump import Dump

__all__ = ["dataset_as_schema_org"]


def dataset_as_schema_org(
    title: str, description: str, counts: Counts, offered: Offered
) -> dict[str, object]:
    """Return a ``schema:Dataset`` as a node of JSON-LD."""
    period = f"{counts.first}/{counts.last}" if counts.first and counts.last else ""
    said: dict[str, object] = {
        "@type": "Dataset",
        "@id": dataset_iri(),
        "name": title,
        "description": description,
        "url": f"{offered.host}dataset",
        "version": offered.version,
        "dateModified": offered.created.isoformat(timespec="seconds"),
        "license": LICENCE,
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": AUTHORS},
        "inLanguage": [each.language for each in counts.languages],
        "temporalCoverage": period,
        "distribution": [_download(dump, offered) for dump in offered.dumps],
    }
    return {name: value for name, value in said.items() if value not in ("", [])}


def _download(dump: Dump, offered: Offered) -> dict[str, object]:
    return {
        "@type": "DataDownload",
        "name": f"{dump.name}: {dump.form.name}",
        "encodingFormat": dump.form.media_type,
        "contentUrl": f"{offered.host}dumps/{offered.version}/{dump.name}",
        "contentSize": f"{dump.byte_size} B",
        "sha256": dump.sha256,
    }
