"""Names of bodies and activities: where they begin and end, and what they are names of."""

from given.mapped import named_in


def test_a_well_known_body_inside_a_longer_name_is_not_meant() -> None:
    assert list(named_in("We met the European Union Delegation.")) == ["European Union Delegation"]
    whole = "Delegation of the European Union"
    assert list(named_in(f"We met the {whole}.")) == [whole]
