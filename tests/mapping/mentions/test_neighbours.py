from given.mapped import mentions_in


def test_an_acronym_is_explained_by_the_name_behind_its_comma() -> None:
    first, second = mentions_in("We met NTI, the Northern Toy Institute.")
    assert first.names == second.names == ("Northern Toy Institute", "NTI")
    assert first.kind == second.kind


def test_an_acronym_is_not_explained_by_a_name_with_other_initials() -> None:
    first, second = mentions_in("We met NTI, the Baltic Fish Institute.")
    assert (first.names, second.names) == (("NTI",), ("Baltic Fish Institute",))


def test_a_body_before_an_activity_owns_it_and_is_no_part_of_the_name() -> None:
    body, programme = mentions_in('We like the European Commission initiative "Open Gates".')
    assert (body.names[0], body.qualifier) == ("European Commission", True)
    assert (programme.names[0], programme.qualifier) == ("Open Gates", False)
