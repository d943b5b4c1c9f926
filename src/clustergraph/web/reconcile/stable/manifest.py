"""The service manifest of version 0.2 (section 3.1)."""

from collections.abc import Mapping
from typing import Any

from clustergraph import __version__
from clustergraph.iris import BASE
from clustergraph.operations.reconciling.schema import EntityType, Schema, schema_of
from clustergraph.rdf.prefixes import PREFIXES
from clustergraph.vocab import CG
from clustergraph.web.reconcile.call import ROOT, Call
from clustergraph.web.reconcile.limits import BATCH, PREVIEW_HEIGHT, PREVIEW_WIDTH
from clustergraph.web.reconcile.settings import SETTINGS, Setting

__all__ = ["manifest"]


def manifest(call: Call) -> Mapping[str, Any]:
    """Say what the service offers, and where."""
    return {
        "versions": ["0.2"],
        "name": f"ClusterGraph ({call.language})",
        "identifierSpace": f"{BASE}id/",
        "schemaSpace": PREFIXES["cg"],
        "documentation": f"{call.site}{ROOT}/about",
        "logo": f"{call.site}/assets/icon.svg",
        "serviceVersion": __version__,
        "view": {"url": f"{call.site}/id/{{{{id}}}}"},
        "feature_view": {"url": f"{call.site}{ROOT}/about#{{{{id}}}}"},
        "defaultTypes": _types(schema_of(call.opened), call.language),
        "preview": {
            "url": f"{call.root}/preview?id={{{{id}}}}",
            "width": PREVIEW_WIDTH,
            "height": PREVIEW_HEIGHT,
        },
        "suggest": {kind: _suggest(call, kind) for kind in ("entity", "type", "property")},
        "extend": {
            "propose_properties": {"service_url": call.root, "service_path": "/extend/propose"},
            "property_settings": [_setting(setting) for setting in SETTINGS],
        },
        "batchSize": BATCH,
    }


def _types(schema: Schema, language: str) -> list[Mapping[str, Any]]:
    shown = (type_ for type_ in schema.types.values() if type_.iri != CG.Document)
    return [_type(schema, type_, language) for type_ in shown]


def _type(schema: Schema, type_: EntityType, language: str) -> Mapping[str, Any]:
    told: dict[str, Any] = {"id": type_.id, "name": type_.name(language)}
    if type_.broader:
        broader = [schema.types[id_] for id_ in type_.broader]
        told["broader"] = [{"id": each.id, "name": each.name(language)} for each in broader]
    return told


def _suggest(call: Call, kind: str) -> Mapping[str, str]:
    return {
        "service_url": call.root,
        "service_path": f"/suggest/{kind}",
        "flyout_service_url": call.root,
        "flyout_service_path": f"/flyout/{kind}?id=${{id}}",
    }


def _setting(setting: Setting) -> Mapping[str, Any]:
    told: dict[str, Any] = {
        "name": setting.id,
        "label": setting.name,
        "type": setting.type,
        "default": setting.default,
        "help_text": setting.help,
    }
    if setting.choices:
        told["choices"] = [{"value": each, "name": name} for each, name in setting.choices.items()]
    return told
