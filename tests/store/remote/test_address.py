"""An engine takes updates where it says, and nothing shows its password."""

from clustergraph.store.remote.address import EngineAddress

QUERY = "http://e.example/sparql"


def test_updates_go_where_it_answers_if_it_names_no_other_place() -> None:
    assert EngineAddress(query=QUERY).takes_updates_at == QUERY
    assert EngineAddress(query=QUERY, update="http://u").takes_updates_at == "http://u"


def test_its_password_is_not_shown() -> None:
    assert "secret" not in repr(EngineAddress(query=QUERY, password="secret"))
