"""One table says which status an error gets, and what is not in it is our own fault."""

import inspect
from http import HTTPStatus

from clustergraph import errors
from clustergraph.errors import ClusterGraphError, NotFound, QueryTimedOut, StoreError, UnknownGraph
from clustergraph.web.problems.statuses import STATUSES, status_of


def test_the_table_holds_none_but_our_own_errors() -> None:
    ours = {each for _, each in inspect.getmembers(errors, inspect.isclass)}
    assert set(STATUSES) <= ours
    assert all(issubclass(error, ClusterGraphError) for error in STATUSES)


def test_an_error_gets_its_own_status_or_that_of_the_nearest_above_it() -> None:
    assert status_of(QueryTimedOut) is HTTPStatus.SERVICE_UNAVAILABLE
    assert UnknownGraph not in STATUSES
    assert status_of(UnknownGraph) is status_of(NotFound) is HTTPStatus.NOT_FOUND


def test_what_no_client_can_mend_is_our_fault() -> None:
    for error in (ClusterGraphError, StoreError, ValueError):
        assert status_of(error) is HTTPStatus.INTERNAL_SERVER_ERROR
