"""Settings come from the environment or a file, and nonsense is refused before anything starts."""

import os
from pathlib import Path

import pytest
from pydantic import SecretStr, ValidationError

from clustergraph.errors import SettingsError
from clustergraph.settings import Settings, load_settings, share_metrics, shared_metrics


@pytest.fixture(autouse=True)
def nothing_is_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in list(os.environ):
        if name.startswith("CLUSTERGRAPH_"):
            monkeypatch.delenv(name)


def test_everything_has_a_default() -> None:
    assert Settings().home == Path(".clustergraph")
    assert Settings().readers >= 1


def test_the_environment_wins_over_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "clustergraph.toml").write_text("readers = 7\nqueue_length = 5\n")
    monkeypatch.setenv("CLUSTERGRAPH_READERS", "3")
    assert (Settings().readers, Settings().queue_length) == (3, 5)


@pytest.mark.parametrize(
    "line",
    [
        "readers = 0",
        "raeders = 2",
        "query_timeout_seconds = -1",
        "drain_seconds = -1",
        'document_texts = "half"',
        'log_format = "xml"',
        'log_level = "loud"',
        'metrics = "everybody"',
        'request_rate = "often"',
        'query_rate = "0/second"',
        "request_bytes = 5",
        'root_path = "kg"',
        'root_path = "/kg?x"',
        'root_path = "//host"',
        'trusted_proxies = "*"',
        'trusted_proxies = "10.0.0.0/8, proxy.example.org"',
    ],
)
def test_nonsense_is_refused(tmp_path: Path, line: str) -> None:
    (tmp_path / "clustergraph.toml").write_text(line)
    with pytest.raises(ValidationError):
        Settings()


@pytest.mark.parametrize(
    ("given", "kept"), [("", ""), ("/", ""), ("/kg", "/kg"), ("/kg/", "/kg"), ("/a/b.c/", "/a/b.c")]
)
def test_a_root_path_has_no_slash_at_its_end(given: str, kept: str) -> None:
    assert Settings(root_path=given).root_path == kept


@pytest.mark.parametrize("given", ["", "10.0.0.1", "10.0.0.0/8, ::1,", "2001:db8::/32"])
def test_proxies_are_addresses_and_networks(given: str) -> None:
    assert Settings(trusted_proxies=given).trusted_proxies == given


@pytest.mark.parametrize(
    "given",
    [
        "",
        "mailto:data@example.org?subject={subject}&body={body}",
        "https://example.org/issues/new?title={subject}&body={body}",
    ],
)
def test_errors_are_reported_to_an_address_that_can_be_filled(given: str) -> None:
    assert Settings(report_address=given).report_address == given


@pytest.mark.parametrize(
    "given",
    [
        "data@example.org",
        "mailto:data@example.org",
        "javascript:alert('{subject}{body}')",
        "http://example.org/?a={subject}&b={body}",
        "https://example.org/?a={subject}&b={body}&c={other}",
        "https://example.org/?a={subject} b={body}",
    ],
)
def test_an_address_that_cannot_be_filled_is_refused_with_an_example(given: str) -> None:
    with pytest.raises(SettingsError, match=r"CLUSTERGRAPH_REPORT_ADDRESS.*such as mailto:"):
        load_settings(report_address=given)


@pytest.mark.parametrize("given", ["engine.example.org", "ftp://engine", "http://", "http://a b"])
def test_an_engine_has_a_web_address(given: str) -> None:
    for name in ("engine", "engine_update", "engine_store"):
        with pytest.raises(SettingsError, match=f"CLUSTERGRAPH_{name.upper()}"):
            load_settings(**{name: given})


def test_without_an_address_there_is_no_engine() -> None:
    assert Settings(engine_update="https://engine.example.org/update").engine_address is None


def test_the_engine_takes_updates_where_it_answers_unless_another_address_is_said() -> None:
    one = Settings(engine="https://engine.example.org/sparql").engine_address
    other = Settings(engine="https://e.example.org/", engine_update="https://u.example.org/")
    assert one is not None
    assert one.takes_updates_at == "https://engine.example.org/sparql"
    assert other.engine_address is not None
    assert other.engine_address.takes_updates_at == "https://u.example.org/"


_HASH = "0" * 64


@pytest.mark.parametrize(
    "value",
    [
        "not JSON",
        f'{{"operator": {{"sha256": "{_HASH}"}}}}',
        f'{{" ": {{"sha256": "{_HASH}"}}}}',
        '{"maria": {"sha256": "what-nobody-may-see"}}',
        f'{{"maria": {{"sha256": "{_HASH}", "graphs": [""]}}}}',
        f'{{"maria": {{"sha256": "{_HASH}", "scopes": ["all"]}}}}',
    ],
)
def test_tokens_that_are_none_are_told_without_what_they_are(
    monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("CLUSTERGRAPH_TOKENS", value)
    with pytest.raises(SettingsError, match=r"^CLUSTERGRAPH_TOKENS: ") as caught:
        load_settings()
    assert "nobody-may-see" not in str(caught.value)


def test_a_file_that_is_no_toml_is_told_by_its_name(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("clustergraph.toml").write_text("[tokens")
    with pytest.raises(SettingsError, match=r"^clustergraph.toml: "):
        load_settings()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"reders = 2", r"there is no setting 'reders', did you mean readers\?"),
        (b"CLUSTERGRAPH_READERS = 2", r"'CLUSTERGRAPH_READERS', did you mean readers\?"),
        (b"colour = 2", r"there is no setting 'colour';"),
        (b"readers = 2 # caf\xe9", r"it is not TOML \("),
    ],
)
def test_what_is_wrong_with_the_file_is_told_by_its_name(content: bytes, told: str) -> None:
    Path("clustergraph.toml").write_bytes(content)
    with pytest.raises(SettingsError, match=rf"^clustergraph.toml: .*{told}"):
        load_settings()


def test_a_file_that_may_not_be_read_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("clustergraph.toml").write_text("readers = 2")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", refuse)
    monkeypatch.setattr("builtins.open", refuse)
    with pytest.raises(SettingsError, match=r"^clustergraph.toml: it can't be read \(Perm"):
        load_settings()


def test_a_mistake_in_a_token_names_the_token() -> None:
    Path("clustergraph.toml").write_text('[tokens.maria]\nsha256 = "abc"\n')
    with pytest.raises(SettingsError, match=r"^CLUSTERGRAPH_TOKENS: maria: sha256: String "):
        load_settings()


def test_no_password_is_told() -> None:
    settings = Settings(
        token=SecretStr("one-secret"),
        engine="https://reader:two-secret@engine.example.org/sparql?x=a@b",
        engine_password=SecretStr("three-secret"),
    )
    told = {variable: value for variable, value, _ in settings.rows()}
    assert "secret" not in " ".join(told.values())
    assert told["CLUSTERGRAPH_ENGINE"] == "https://**********@engine.example.org/sparql?x=a@b"


def test_operators_find_every_setting_in_their_table() -> None:
    table = (Path(__file__).parents[1] / "docs" / "settings.md").read_text("utf-8")
    for variable, _, description in Settings().rows():
        (row,) = [line for line in table.splitlines() if line.startswith(f"| `{variable}` |")]
        assert row.endswith(f"| {description} |")


def test_processes_share_what_they_count_by_the_folder_that_they_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "environ", dict(os.environ))
    os.environ.pop("PROMETHEUS_MULTIPROC_DIR", None)
    assert shared_metrics() is None
    share_metrics(tmp_path)
    assert shared_metrics() == tmp_path


def test_every_setting_is_listed_with_what_it_is_for() -> None:
    rows = list(Settings().rows())
    assert {variable for variable, _, _ in rows} == {
        f"CLUSTERGRAPH_{name.upper()}" for name in Settings.model_fields
    }
    assert all(description.endswith(".") for _, _, description in rows)


def test_what_is_exported_is_read_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(os, "environ", dict(os.environ))
    settings = Settings(home=tmp_path, query_timeout_seconds=1.5)
    settings.export()
    assert Settings() == settings


def test_a_rate_may_be_none() -> None:
    assert Settings(request_rate="", query_rate="20/minute").request_rate == ""
