"""The service manifest of the draft of 1.0."""

from collections.abc import Mapping
from typing import Any

from clustergraph.web.reconcile.call import ROOT, Call
from clustergraph.web.reconcile.limits import BATCH
from clustergraph.web.reconcile.settings import SETTINGS, Setting
from clustergraph.web.reconcile.stable.manifest import manifest as stable_manifest

__all__ = ["manifest"]

_KEPT = ("name", "documentation", "logo", "serviceVersion", "defaultTypes", "preview")
"""``preview`` keeps its ``url``: the draft has none, but tools that lag behind it ask for one."""


def manifest(call: Call) -> Mapping[str, Any]:
    """Say what the service offers; where it does is fixed."""
    stable = stable_manifest(call)
    return {
        "versions": ["1.0-draft"],
        **{name: stable[name] for name in _KEPT},
        "view": {"url": f"{call.site}/id/{{id}}"},
        "featureView": {"url": f"{call.site}{ROOT}/about#{{id}}"},
        "suggest": {"entity": True, "property": True, "type": True},
        "extend": {
            "proposeProperties": True,
            "propertySettings": [_setting(setting) for setting in SETTINGS],
        },
        "batchSize": BATCH,
        "standardizedScore": True,
        "lang": call.language,
        "dir": "auto",
    }


def _setting(setting: Setting) -> Mapping[str, Any]:
    told: dict[str, Any] = {
        "id": setting.id,
        "name": setting.name,
        "type": setting.type,
        "default": setting.default,
        "helpText": setting.help,
        "lang": "en",
    }
    if setting.choices:
        told["choices"] = [{"value": each, "name": name} for each, name in setting.choices.items()]
    return told
