"""Items are parted into batches and said as the service takes them."""

from hypothesis import given
from hypothesis import strategies as st

from clustergraph.client.batches import Item, batched


@given(st.lists(st.text()), st.integers(1, 7))
def test_batches_hold_all_items_in_their_order_and_no_more_than_they_may(
    items: list[str], size: int
) -> None:
    batches = list(batched(items, size))
    assert [item for batch in batches for item in batch] == items
    assert all(1 <= len(batch) <= size for batch in batches)


def test_an_item_says_only_what_is_known() -> None:
    assert Item(text="Ruse").as_json() == {"text": "Ruse"}
    item = Item(text="Q5", scheme="wikidata", kind="City", place=["a", "b"], language="pl", key=0)
    assert item.as_json() == {
        "scheme": "wikidata",
        "value": "Q5",
        "type": ["City"],
        "place": ["a", "b"],
        "lang": "pl",
        "key": 0,
    }
