from given.mapped import mentions_in


def test_an_acronym_in_brackets_is_another_name_and_known_from_then_on() -> None:
    text = "The Northern Toy Institute (NTI) opened. We love NTI today."
    assert {m.names[:2] for m in mentions_in(text) if m.named} == {
        ("Northern Toy Institute", "NTI")
    }


def test_what_else_stands_in_brackets_is_no_name_of_it() -> None:
    (mention,) = mentions_in("The Northern Toy Institute (a big one) opened.")
    assert mention.names == ("Northern Toy Institute",)


def test_a_name_and_its_alias_behind_a_dash_are_one() -> None:
    (mention,) = mentions_in("The Northern Toy Institute - NTI opened.")
    assert mention.names[:2] == ("Northern Toy Institute", "NTI")
