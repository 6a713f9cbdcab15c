"""Every preset against every grade and kind of day, held against the figures and where each was read."""

from __future__ import annotations

from datetime import date

import pytest

from homework_audit.models.cap import Cap
from homework_audit.policy import load_policy, presets
from homework_audit.policy.loading import preset_text
from homework_audit.school_calendar import SchoolCalendar
from homework_audit.values.references import write_class
from tests.conftest import Office, row

NONE = None

# grade → minutes on a school day, minutes on a day off that the source states (None: it states none)
CN: dict[int, tuple[int | None, int | None]] = {
    **dict.fromkeys((1, 2), (0, NONE)), **dict.fromkeys((3, 4, 5, 6), (60, NONE)), **dict.fromkeys((7, 8, 9), (90, NONE)),
}  # fmt: skip
FIGURES: dict[str, dict[int, tuple[int | None, int | None]]] = {
    "cn-2021": CN,
    "ningxia": {**CN, **dict.fromkeys((10, 11, 12), (120, NONE))},
    "zhejiang": CN,
    "anshan": {**CN, **dict.fromkeys((3, 4, 5, 6), (45, NONE)), **dict.fromkeys((7, 8, 9), (60, NONE))},
    "shanghai": {**CN, 6: (90, NONE)},
    "nrw": {
        **dict.fromkeys((1, 2), (30, 0)), **dict.fromkeys((3, 4), (45, 0)), **dict.fromkeys((5, 6, 7), (60, 0)),
        **dict.fromkeys((8, 9, 10), (75, 0)),
    },
    "russia": {
        1: (60, 42), **dict.fromkeys((2, 3), (90, 63)), **dict.fromkeys((4, 5), (120, 84)), **dict.fromkeys((6, 7, 8), (150, 105)),
        **dict.fromkeys((9, 10, 11), (210, 147)),
    },
    "india": {
        **dict.fromkeys((1, 2), (0, NONE)), **dict.fromkeys((3, 4, 5), (NONE, NONE)), **dict.fromkeys((6, 7, 8), (60, NONE)),
        **dict.fromkeys((9, 10, 11, 12), (120, NONE)),
    },
    "ten-minute": {grade: (10 * grade, NONE) for grade in range(1, 13)},
}  # fmt: skip
WEEKS = {"india": dict.fromkeys((3, 4, 5), 120)}
SUBJECTS = {"zhejiang": {**dict.fromkeys((3, 4, 5, 6), 3), **dict.fromkeys((7, 8, 9), 4)}}
DAYS = {
    "school-day": (date(2026, 9, 15), date(2026, 9, 15), 1),
    "make-up-day": (date(2026, 9, 20), date(2026, 9, 20), 1),
    "day-off": (date(2026, 9, 12), date(2026, 9, 11), 2),
    "holiday": (date(2026, 10, 2), date(2026, 9, 30), 7),
}
"""Kind of day → such a day, the day on which its homework is set, and by how many days that is shared."""


def caps(name: str) -> dict[int, Cap]:
    return load_policy(preset=name).caps_by_grade


def test_the_presets_are_these() -> None:
    assert presets() == sorted(FIGURES)


@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.parametrize("grade", range(1, 13))
def test_the_figures_are_those_of_the_source(name: str, grade: int) -> None:
    cap = caps(name).get(grade)
    stated = FIGURES[name].get(grade)
    assert (cap is None) == (stated is None)
    if cap and stated:
        assert (cap.minutes, cap.rest_day_minutes) == stated
        assert cap.week_minutes == WEEKS.get(name, {}).get(grade)
        assert cap.subjects_per_day == SUBJECTS.get(name, {}).get(grade)
        assert cap.places == (("home",) if cap.minutes == 0 else ("home", "school"))
        assert cap.source


@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.parametrize("grade", range(1, 13))
@pytest.mark.parametrize("kind", DAYS)
def test_a_class_day_is_judged_by_those_figures(office: Office, name: str, grade: int, kind: str) -> None:
    """A minute above the figure is over, the figure itself is within; on days off the source's own figure, else the school day's."""
    day, set_on, days = DAYS[kind]
    on_school_day, on_day_off = FIGURES[name].get(grade) or (None, None)
    limit = on_school_day if days == 1 or on_day_off is None else on_day_off
    office.under(load_policy(preset=name).model_copy(update={"calendar": load_policy().calendar}))
    for label, minutes in (("1", limit or 1), ("2", (limit or 1) + 1)):
        whole, most = minutes * days, 100  # no part so long that a slip of the pen is likely
        parts = [most] * (whole // most) + [whole % most] * bool(whole % most)
        rows = [row(part, to=write_class(grade, label), day=str(set_on), content=f"第{n}题") for n, part in enumerate(parts)]
        office.hand_in(f"{label}.csv", *rows)
    report = office.audit()
    verdicts = [line.verdict for line in report.class_days if line.day == day]
    assert verdicts == (["no-cap"] * 2 if limit is None else ["over"] * 2 if limit == 0 else ["within", "over"])
    assert {line.limit for line in report.class_days if line.day == day} == {limit}


@pytest.mark.parametrize("name", FIGURES)
def test_a_preset_says_where_it_was_read_and_claims_nothing_more(name: str) -> None:
    policy = load_policy(preset=name)
    assert policy.name == name
    assert policy.source
    assert policy.read_in
    assert preset_text(name).startswith("# "), "what it is, in a sentence"


@pytest.mark.parametrize("name", FIGURES)
def test_every_preset_finds_its_calendar(name: str) -> None:
    calendar = SchoolCalendar(load_policy(preset=name).calendar)
    assert calendar.day_type(date(2026, 1, 1)) == "holiday" or name == "india"
    assert calendar.is_covered(2026)
