from given.mapped import mentions_in


def test_a_quoted_name_is_recognised_without_its_quotes() -> None:
    mentions = mentions_in('The project "Blue Harbour" began. Then Blue Harbour ended.')
    assert [(m.names[0], m.kind.local if m.kind else None) for m in mentions] == [
        ("Blue Harbour", "Project")
    ] * 2
