"""What holds for every class, cell and title, whatever a teacher writes."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from homework_audit.values.classes import MOST_CLASSES, classes_within, read_classes, read_grade
from homework_audit.values.numerals import chinese
from homework_audit.values.references import ClassRef, write_class

GRADE = st.integers(1, 12)
LABEL = st.one_of(st.none(), st.integers(1, 40).map(str), st.sampled_from("ABCDEF"))
ALPHABET = "0123456789０一二三四五六七八九十〇零初高年级班（）()[]①⑵.·-~、,，/和至到 \nABCabcGgradeclss全各第上册语文：周日月"
TEXT = st.one_of(st.text(max_size=30), st.text(ALPHABET, max_size=16))
CELL = st.one_of(TEXT, st.integers(), st.floats(), st.booleans(), st.none(), st.dates(), st.datetimes(), st.times(), st.timedeltas())


@settings(max_examples=300, deadline=None)
@given(GRADE, LABEL)
def test_what_the_program_writes_it_reads_back(grade: int, label: str | None) -> None:
    written = write_class(grade, label)
    assert read_classes(written) == read_classes(written, grade) == (ClassRef(grade, label),)
    assert classes_within(f"实验小学{written}作业") == (ClassRef(grade, label),)


@settings(max_examples=300, deadline=None)
@given(st.integers(1, 9), st.integers(1, 40))
def test_a_class_is_the_same_in_every_way_to_write_it(grade: int, label: int) -> None:
    cn, number = "一二三四五六七八九"[grade - 1], chinese(label)
    ways = [
        *(
            f"{cn}年级{label}班",
            f"{cn}年级({label})班",
            f"{cn}（{label}）班",
            f"{cn}{label}班",
            f"{cn}年级{number}班",
            f"{grade}年级{label}班",
        ),
        *(f"{grade}({label})班", f"{grade}.{label:02}班", f"{grade}{label:02}班", f"{grade}{label:02}", f"G{grade}-{label}"),
    ]
    assert {read_classes(way) for way in ways} == {(ClassRef(grade, str(label)),)}
    assert {classes_within(way) for way in ways[:-2]} == {(ClassRef(grade, str(label)),)}


@settings(max_examples=300, deadline=None)
@given(st.integers(1, 9), st.integers(1, 30), st.integers(1, 12))
def test_a_range_of_classes_is_each_of_them(grade: int, first: int, more: int) -> None:
    cn = "一二三四五六七八九"[grade - 1]
    expected = tuple(ClassRef(grade, str(label)) for label in range(first, first + more + 1))
    for text in (f"{cn}年级{first}-{first + more}班", f"{cn}({first})班至{cn}({first + more})班", f"{cn}年级({first})～({first + more})班"):
        assert read_classes(text) == expected
        assert classes_within(text) == expected


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 9), st.integers(1, 40)), min_size=1, max_size=6, unique=True), st.sampled_from("、,，;和\n"))
def test_a_list_of_classes_is_each_of_them(classes: list[tuple[int, int]], comma: str) -> None:
    text = comma.join(write_class(grade, str(label)) for grade, label in classes)
    assert read_classes(text) == tuple(ClassRef(grade, str(label)) for grade, label in classes)


@settings(max_examples=400, deadline=None)
@given(CELL, st.one_of(st.none(), GRADE))
def test_every_cell_is_classes_that_may_be_or_nothing(value: object, grade: int | None) -> None:
    refs = read_classes(value, grade)
    assert len(refs) == len(set(refs)) <= MOST_CLASSES
    for ref in refs:
        assert ref.grade is None or 1 <= ref.grade <= 12
        assert ref.label is None or (ref.label.isdigit() and int(ref.label) <= MOST_CLASSES) or ref.label in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    found = read_grade(value)
    assert found is None or 1 <= found <= 12


@settings(max_examples=300, deadline=None)
@given(TEXT)
def test_every_title_is_read_without_a_fault(text: str) -> None:
    refs = classes_within(text)
    assert len(refs) == len(set(refs))
    assert all(ref.grade is None or 1 <= ref.grade <= 12 for ref in refs)
