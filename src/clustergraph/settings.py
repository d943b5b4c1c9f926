"""What an operator may set; nothing else reads the environment or ``clustergraph.toml``."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from clustergraph.errors import SettingsError

__all__ = ["Settings", "load_settings"]

_PREFIX = "CLUSTERGRAPH_"


class Settings(BaseSettings):
    """All settings; each is ``CLUSTERGRAPH_`` and its name in capitals in the environment.

    Where both say something, the environment holds. Limits count for each server process
    (``--workers``).
    """

    model_config = SettingsConfigDict(
        env_prefix=_PREFIX, frozen=True, extra="forbid", toml_file="clustergraph.toml"
    )

    home: Path = Field(
        default=Path(".clustergraph"), description="The folder that holds the versions."
    )
    readers: int = Field(
        default_factory=lambda: max(2, os.cpu_count() or 1),
        ge=1,
        le=256,
        description="How many public queries run at once in a server process.",
    )
    queue_length: int = Field(
        default=64,
        ge=0,
        description="How many more may wait for a reader before others are told to come back.",
    )
    query_timeout_seconds: float = Field(
        default=30.0,
        gt=0,
        description="How long a public query may run; a request may ask for less.",
    )
    query_memory_bytes: int = Field(
        default=1 << 30, ge=1 << 26, description="How much memory one public query may take."
    )
    query_characters: int = Field(
        default=1_000_000, ge=1_000, description="How long the text of a public query may be."
    )
    cache_bytes: int = Field(
        default=1 << 26, ge=0, description="How much memory kept answers may take; 0 keeps none."
    )
    document_texts: Literal["full", "excerpts"] = Field(
        default="full",
        description="Whether pages show a document's whole text, or only what stands round quotes.",
    )

    def rows(self) -> Iterator[tuple[str, str, str]]:
        """Yield for each setting its variable, its value and what it is for."""
        for name, field in type(self).model_fields.items():
            yield _variable(name), str(getattr(self, name)), field.description or ""

    def export(self) -> None:
        """Write all of them into the environment, for the processes that this one starts."""
        os.environ.update({variable: value for variable, value, _ in self.rows()})

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
        first = error.errors()[0]
        name = _variable(str(first["loc"][0])) if first["loc"] else "a setting"
        raise SettingsError(name, first["msg"]) from error


def _variable(name: str) -> str:
    return _PREFIX + name.upper()
