from given.mapped import named_in


def test_governments_of_several_nations_are_told_apart() -> None:
    text = "We thank the Swedish, Greek and Irish governments."
    assert set(named_in(text)) == {"Swedish government", "Greek government", "Irish government"}
