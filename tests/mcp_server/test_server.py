"""What a model is told by the server and its tools."""

from clustergraph import __version__
from given.conversations import Conversation


def test_the_server_says_what_it_is_and_how_to_quote(model: Conversation) -> None:
    info = model.client.server_info
    assert info
    assert (info.name, info.version) == ("clustergraph", __version__)
    assert "exact words" in (model.client.instructions or "")


def test_each_tool_says_what_it_takes_and_gives_and_that_it_changes_nothing(
    model: Conversation,
) -> None:
    tools = model.portal.call(model.client.list_tools).tools
    assert [tool.name for tool in tools] == ["search", "describe", "query"]
    for tool in tools:
        assert tool.description
        assert tool.annotations
        assert tool.annotations.read_only_hint
        assert tool.output_schema
        for name, parameter in tool.input_schema["properties"].items():
            assert parameter.get("description"), (tool.name, name)
