"""What an operator may set; nothing else reads the environment or ``clustergraph.toml``."""

import json
import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from ipaddress import ip_network
from pathlib import Path
from typing import Any, Literal

import limits
from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, field_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)
from pydantic_settings import SettingsError as SourceError

from clustergraph.errors import SettingsError
from clustergraph.operations.writing.order import OPERATOR
from clustergraph.store.remote.address import EngineAddress

__all__ = ["Settings", "load_settings", "share_metrics", "shared_metrics"]

_PREFIX = "CLUSTERGRAPH_"
_FILE = "clustergraph.toml"
_PASSWORD_IN_ADDRESS = re.compile(r"(?<=://)[^\s/?#@]*(?=@)")
_SHARED_METRICS = "PROMETHEUS_MULTIPROC_DIR"
"""The one variable that isn't ours: prometheus-client reads it by itself, when it is imported."""


class TokenSettings(BaseModel):
    """A token by which somebody may write."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    scopes: tuple[Literal["write", "unchecked"], ...] = ("write",)
    graphs: tuple[str, ...] = ()

    @field_validator("graphs")
    @classmethod
    def _begin_iris(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for beginning in value:
            if not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:.", beginning):
                message = f"{beginning!r} is not how an IRI such as https://a.example/ begins"
                raise ValueError(message)
        return value


class Settings(BaseSettings):
    """All settings; each is ``CLUSTERGRAPH_`` and its name in capitals in the environment.

    Where both say something, the environment holds. Limits count for each server process
    (``--workers``).
    """

    model_config = SettingsConfigDict(
        env_prefix=_PREFIX, frozen=True, extra="forbid", toml_file=_FILE
    )

    home: Path = Field(
        default=Path(".clustergraph"), description="The folder that holds the versions."
    )
    readers: int = Field(
        default_factory=lambda: max(2, os.cpu_count() or 1),
        ge=1,
        le=256,
        description="How many queries run at once in a server process; long ones run aside.",
    )
    queue_length: int = Field(
        default=64,
        ge=0,
        description="How many more may wait for a reader before others are told to come back.",
    )
    query_timeout_seconds: float = Field(
        default=30.0,
        gt=0,
        description=(
            "How long a public query may run, which may ask for less, or a batch of lookups."
        ),
    )
    query_memory_bytes: int = Field(
        default=1 << 30, ge=1 << 26, description="How much memory one public query may take."
    )
    query_characters: int = Field(
        default=1_000_000, ge=1_000, description="How long the text of a public query may be."
    )
    answer_bytes: int = Field(
        default=1 << 30, ge=1 << 16, description="How long the answer to a public query may be."
    )
    cache_bytes: int = Field(
        default=1 << 26, ge=0, description="How much memory kept answers may take; 0 keeps none."
    )
    document_texts: Literal["full", "excerpts"] = Field(
        default="full",
        description="Whether pages show a document's whole text, or only what stands round quotes.",
    )
    report_address: str = Field(
        default="",
        description=(
            "Where errors in the data are reported: a mailto: or https: address that holds "
            "{subject} and {body}; empty for nowhere."
        ),
    )
    root_path: str = Field(
        default="",
        description="Below which path a proxy shows the service, such as /kg; kept or stripped.",
    )
    trusted_proxies: str = Field(
        default="127.0.0.1,::1",
        description="Whose X-Forwarded-For and -Proto hold: addresses or networks, by comma.",
    )
    drain_seconds: int = Field(
        default=10, ge=0, description="How long running queries may still take after SIGTERM."
    )
    log_format: Literal["text", "json"] = Field(
        default="text", description="How log lines are written: for eyes, or one JSON object each."
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="warning",
        description="What is logged; info adds a line for each query, debug also its text.",
    )
    slow_query_seconds: float = Field(
        default=5.0, ge=0, description="From how long on a query is logged as slow, as a warning."
    )
    metrics: Literal["public", "loopback", "off"] = Field(
        default="public", description="Who may read /metrics: all, this machine alone, or nobody."
    )

    connections: int = Field(
        default=1_000, ge=1, description="How many connections there may be at once."
    )
    connections_per_client: int = Field(
        default=100,
        ge=1,
        description="How many of them one address may have; trusted proxies may have all.",
    )

    request_rate: str = Field(
        default="600/10 seconds",
        description="How often one client may ask, queries aside; empty for as often as it likes.",
    )
    query_rate: str = Field(
        default="3000/10 seconds", description="How often one client may ask queries; likewise."
    )
    request_bytes: int = Field(
        default=1 << 22,
        ge=1_024,
        description="How long the body of a request may be, a query's aside.",
    )

    token: SecretStr = Field(
        default=SecretStr(""),
        description="The token that allows every write; without one /update is not there.",
    )
    tokens: dict[str, TokenSettings] = Field(
        default_factory=dict,
        description=(
            "More tokens by name, as tables in the file or JSON: sha256 of the token, scopes "
            "(write, unchecked) and what the graphs begin with that it is for."
        ),
    )
    write_bytes: int = Field(
        default=1 << 26, ge=1_024, description="How long the body of a write may be."
    )
    write_timeout_seconds: float = Field(
        default=60.0, gt=0, description="How long one write may take."
    )
    write_wait_seconds: float = Field(
        default=10.0, ge=0, description="How long a write waits for another one to end."
    )
    kept_writes: int = Field(
        default=100,
        ge=1,
        description="How many of the latest versions that were written stay; built ones all do.",
    )

    engine: str = Field(
        default="",
        description="The address of a SPARQL engine that answers the public queries; or empty.",
    )
    engine_update: str = Field(
        default="", description="Where that engine takes updates; where it answers, if empty."
    )
    engine_store: str = Field(
        default="",
        description="Where it takes whole graphs (Graph Store Protocol); by updates, if empty.",
    )
    engine_user: str = Field(default="", description="The name by which it lets us write.")
    engine_password: SecretStr = Field(
        default=SecretStr(""), description="The password for that; a bearer token without a name."
    )
    engine_shared: bool = Field(
        default=False,
        description="Whether others write to that engine too, so that no answer of it is kept.",
    )

    @property
    def engine_address(self) -> EngineAddress | None:
        """Where the engine is that stands behind the service; None where there is none."""
        if not self.engine:
            return None
        return EngineAddress(
            query=self.engine,
            update=self.engine_update,
            graphs=self.engine_store,
            user=self.engine_user,
            password=self.engine_password.get_secret_value(),
        )

    @field_validator("tokens")
    @classmethod
    def _are_named(cls, value: dict[str, TokenSettings]) -> dict[str, TokenSettings]:
        for name in value:
            if name == OPERATOR or not name.strip() or not name.isprintable():
                message = f"{name!r} is no name for a token; say who will write by it"
                raise ValueError(message)
        return value

    @field_validator("engine", "engine_update", "engine_store")
    @classmethod
    def _is_web_address(cls, value: str) -> str:
        if value and not re.fullmatch(r"https?://[^\s/?#]+[^\s#]*", value):
            raise ValueError("an address such as https://engine.example.org/sparql")
        return value

    @field_validator("request_rate", "query_rate")
    @classmethod
    def _is_rate(cls, value: str) -> str:
        if value and limits.parse(value).amount < 1:
            raise ValueError("a rate such as 600/10 seconds, or 20/minute")
        return value

    @field_validator("root_path")
    @classmethod
    def _is_path(cls, value: str) -> str:
        if not re.fullmatch(r"(/[A-Za-z0-9._~-]+)*/?", value):
            raise ValueError("a path such as /kg, of letters, digits, '-', '.', '_' and '~'")
        return value.removesuffix("/")

    @field_validator("report_address")
    @classmethod
    def _is_template(cls, value: str) -> str:
        places = re.findall(r"\{[^{}]*\}", value)
        is_address = re.fullmatch(r"(mailto:|https://)[!#-;=?-~]+", value)
        if value and not (is_address and sorted(places) == ["{body}", "{subject}"]):
            raise ValueError(
                "a mailto: or https: address with {subject} and {body} in it, such as "
                "mailto:data@example.org?subject={subject}&body={body}"
            )
        return value

    @field_validator("trusted_proxies")
    @classmethod
    def _are_networks(cls, value: str) -> str:
        for network in filter(None, map(str.strip, value.split(","))):
            ip_network(network)
        return value

    def rows(self) -> Iterator[tuple[str, str, str]]:
        """Yield for each setting its variable, its value and what it is for; no secret is told."""
        for name, field in type(self).model_fields.items():
            yield _variable(name), _shown(getattr(self, name)), field.description or ""

    def export(self) -> None:
        """Write all of them into the environment, for the processes that this one starts."""
        for name in type(self).model_fields:
            os.environ[_variable(name)] = _exported(getattr(self, name))

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Take what is passed first, then the environment, then the file."""
        del dotenv_settings, file_secret_settings
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


def load_settings(**given: Any) -> Settings:
    """Read the settings; what is given wins.

    Raises:
        SettingsError: when a value is not what it should be, with the variable's name.
    """
    try:
        return Settings(**given)
    except ValidationError as error:
        raise _told(error.errors()[0]) from error
    except SourceError as error:  # of all settings, tokens alone are written as JSON
        raise SettingsError(_variable("tokens"), "it is not JSON") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(_FILE, f"it is not TOML ({error})") from error
    except OSError as error:
        raise SettingsError(_FILE, f"it can't be read ({error.strerror})") from error


def share_metrics(folder: Path) -> None:
    """Have the processes that this one starts add up what they count, by files in that folder."""
    os.environ[_SHARED_METRICS] = str(folder)


def shared_metrics() -> Path | None:
    """Return the folder in which several processes add up what they count; None for one alone."""
    folder = os.environ.get(_SHARED_METRICS)
    return Path(folder) if folder else None


def _told(mistake: Mapping[str, Any]) -> SettingsError:
    """Say where a mistake is, down to the token that has it; of its value nothing is told."""
    name, *within = map(str, mistake["loc"])
    if mistake["type"] == "extra_forbidden" and not within:
        return SettingsError(_FILE, f"there is no setting {name!r}{_meant(name)}")
    reason = mistake["msg"].removeprefix("Value error, ")
    return SettingsError(_variable(name), ": ".join([*within, reason]))


def _meant(name: str) -> str:
    plain = name.lower().removeprefix(_PREFIX.lower())
    near = get_close_matches(plain, Settings.model_fields, n=1)
    return f", did you mean {near[0]}?" if near else ""


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(value)
    return _PASSWORD_IN_ADDRESS.sub("**********", str(value))


def _exported(value: object) -> str:
    if isinstance(value, dict):
        return json.dumps({name: each.model_dump() for name, each in value.items()})
    return value.get_secret_value() if isinstance(value, SecretStr) else str(value)


def _variable(name: str) -> str:
    return _PREFIX + name.upper()
