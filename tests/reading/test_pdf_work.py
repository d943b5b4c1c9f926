import pytest
from pypdf import PageObject
from pypdf.errors import LimitReachedError
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, StreamObject

from clustergraph.reading.pdf_work import PageWork


def stream(size: int, kind: str = "/Form") -> StreamObject:
    made = DecodedStreamObject()
    made.set_data(b" " * size)
    made[NameObject("/Subtype")] = NameObject(kind)
    return made


def page(**forms: StreamObject) -> PageObject:
    """Make a page without contents of its own that may draw these."""
    made = PageObject.create_blank_page(width=9, height=9)
    drawn = DictionaryObject({NameObject(f"/{name}"): form for name, form in forms.items()})
    made[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): drawn})
    return made


def drawn(made: PageObject) -> set[str]:
    resources = made["/Resources"]
    assert isinstance(resources, DictionaryObject)
    forms = resources["/XObject"]
    assert isinstance(forms, DictionaryObject)
    return set(forms)


def test_a_form_that_is_a_figure_is_taken_off_the_page() -> None:
    made = page(small=stream(10), figure=stream(250_001), picture=stream(250_001, "/Image"))
    PageWork().weigh(made)
    assert drawn(made) == {"/small", "/picture"}


def test_a_form_that_many_pages_draw_is_weighed_once() -> None:
    work, form = PageWork(), stream(9_000_000)
    for _ in range(10):
        work.weigh(page(figure=form))


def test_forms_of_a_file_may_not_unpack_to_more_than_the_limit() -> None:
    work = PageWork()
    with pytest.raises(LimitReachedError):
        work.weigh(page(**{f"f{at}": stream(9_000_000) for at in range(7)}))


def test_pages_of_a_file_may_not_unpack_to_more_than_the_limit() -> None:
    work, made = PageWork(), page()
    made[NameObject("/Contents")] = stream(9_000_000)
    for _ in range(6):
        work.weigh(made)
    with pytest.raises(LimitReachedError):
        work.weigh(made)


def test_a_form_that_draws_itself_is_weighed_and_left() -> None:
    form = stream(10)
    inner = DictionaryObject({NameObject("/again"): form})
    form[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): inner})
    made = page(form=form)
    PageWork().weigh(made)
    assert drawn(made) == {"/form"}


def count(operator: bytes, times: int) -> None:
    work = PageWork()
    for _ in range(times):
        work.count(operator, [], None)


def test_drawing_a_form_counts_for_many_operations() -> None:
    count(b"Do", 2_000)
    with pytest.raises(LimitReachedError):
        count(b"Do", 2_001)


def test_operations_of_all_pages_are_limited() -> None:
    count(b"q", 500_000)
    with pytest.raises(LimitReachedError):
        count(b"q", 500_001)
