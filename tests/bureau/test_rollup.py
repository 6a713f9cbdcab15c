"""Schools into a county, counties into a city: counts are summed, and what does not fit is refused with the reason."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homework_audit.auditing import audit
from homework_audit.bureau.handed import Handed, handed_in, read_handed
from homework_audit.bureau.listing import read_list
from homework_audit.bureau.rolling import Asked, roll_up
from homework_audit.bureau.unit import Cell, Figures, Rollup, Unit, rate, total
from homework_audit.errors import ConfigurationError, PathError
from homework_audit.models.report import Report
from homework_audit.policy import load_policy
from homework_audit.renderers import RENDERERS, RenderOptions
from tests.conftest import HEADINGS, Office, row, table
from tests.test_schools import SCHOOLS, county, lay


def as_json(report: Report, **changed: Any) -> bytes:
    """A stored report, with other things said at its top than it says."""
    return json.dumps({**json.loads(RENDERERS["json"].render(report, RenderOptions())), **changed}, ensure_ascii=False).encode()


def school(*minutes: object, day: str = "2026-09-14", **changed: Any) -> bytes:
    """The report of a school whose classes 三(1), 三(2) … have so many minutes on a day."""
    office = Office()
    office.files["三.csv"] = table(*(row(each, to=f"三({number})班", day=day) for number, each in enumerate(minutes, 1)))
    return as_json(office.audit(), **changed)


def rolled(files: Mapping[str, bytes], name: str = "甲县", **asked: Any) -> Rollup:
    """The rollup of files that are named after their schools."""
    handed = (Handed(file, Path(file).stem, read_handed(data, file)) for file, data in files.items())
    return roll_up(handed, Asked(name, **asked), "zh")


def stored(rollup: Rollup) -> bytes:
    """A rollup as its JSON."""
    return rollup.model_dump_json(by_alias=True).encode()


def test_one_run_over_a_county_and_the_reports_of_its_schools_give_the_same(tmp_path: Path) -> None:
    together = as_json(audit([lay(tmp_path / "县", SCHOOLS)], county(tmp_path), as_of=Office().as_of))
    names = sorted({name.split("/")[0] for name in SCHOOLS})
    apart = {f"{name}.json": as_json(audit([tmp_path / "县" / name], load_policy(), as_of=Office().as_of)) for name in names}
    one, many = rolled({"县.json": together}), rolled(apart)
    assert one.unit == many.unit
    assert [unit.name for unit in one.unit.units] == names
    assert (one.unit.totals.checked, one.unit.all_reports(), one.unit.all_incomplete()) == (6, 2, 1)
    assert one.period == many.period


def test_counts_are_summed_and_percentages_never_averaged() -> None:
    found = rolled({"甲.json": school(70), "乙.json": school(20, 20, 20, 20, 20, 20, 20, 20, 20)})
    assert (found.unit.totals.within, found.unit.totals.over) == (9, 1)
    assert rate(found.unit.totals.within, found.unit.totals.checked) == 90.0


def test_a_city_of_counties_is_that_of_their_schools() -> None:
    schools = {f"{name}.json": school(*minutes) for name, minutes in {"甲": (70, 20), "乙": (20,), "丙": ("适量",), "丁": (30, 40)}.items()}
    first = rolled({name: schools[name] for name in ("甲.json", "乙.json")}, "东县")
    second = rolled({name: schools[name] for name in ("丙.json", "丁.json")}, "西县")
    city, flat = rolled({"东.json": stored(first), "西.json": stored(second)}, "某市"), rolled(schools, "某市")
    assert (city.unit.level, [unit.level for unit in city.unit.units]) == ("city", ["county", "county"])
    assert city.unit.totals == flat.unit.totals
    assert city.unit.statuses() == flat.unit.statuses()
    assert city.unit.all_findings() == flat.unit.all_findings()
    assert sorted("/".join((*path, unit.name)) for path, unit in city.unit.below()) == [
        "东县",
        "东县/乙",
        "东县/甲",
        "西县",
        "西县/丁",
        "西县/丙",
    ]


def test_a_school_directly_under_a_city_stands_beside_its_counties() -> None:
    found = rolled({"东.json": stored(rolled({"甲.json": school(20)}, "东县")), "市属.json": school(70)}, "某市")
    assert [(unit.name, unit.level) for unit in found.unit.units] == [("东县", "county"), ("市属", "school")]
    assert found.unit.level == "city"


@pytest.mark.parametrize(
    ("data", "status"),
    [
        (school(20, 60), "met"),
        (school(20, 61), "not-met"),
        (school(20, "适量"), "undetermined"),
        (school(20, complete=False), "undetermined"),
        (school(20, class_days=[], findings=[]), "undetermined"),
    ],
    ids=["within", "over", "undetermined", "incomplete", "nothing-judged"],
)
def test_a_school_keeps_to_the_standard_only_if_all_of_it_was_read_and_is_within(data: bytes, status: str) -> None:
    (unit,) = rolled({"甲.json": data}).unit.units
    assert unit.status == status


def test_who_is_on_the_list_and_sent_nothing_is_named_and_who_is_not_on_it_too() -> None:
    found = rolled({"甲.json": school(20), "乙.json": school(20)}, listed=["甲", "丙"])
    assert {unit.name: (unit.status, unit.listed) for unit in found.unit.units} == {
        "丙": ("silent", True),
        "乙": ("met", False),
        "甲": ("met", True),
    }
    assert not found.unit.is_whole()
    assert found.unit.status == "undetermined"


def test_several_reports_of_a_school_are_one_school() -> None:
    handed = [Handed(f"{day}.json", "甲", read_handed(school(20, day=day), day)) for day in ("2026-09-14", "2026-09-16", "2026-10-12")]
    (unit,) = roll_up(handed, Asked("县"), "zh").unit.units
    assert unit.reports == 3
    assert [(str(cell.first), str(cell.last), cell.figures.within) for cell in unit.cells] == [
        ("2026-09-01", "2026-09-15", 1),
        ("2026-09-16", "2026-09-30", 1),
        ("2026-10-01", "2026-10-15", 1),
    ]


def of_sheets_that(*schools: str) -> bytes:
    """One report on a sheet for each of these schools, which names it unless it is empty, and on a file that cannot be read."""
    office = Office()
    for number, named in enumerate(schools, 1):
        lines = [[*row(70, to=f"三({number})班"), named]]
        office.files[f"{number}.csv"] = table(*lines, headings=(*HEADINGS, "学校")) if named else table(lines[0][:-1])
    office.files["坏.csv"] = table(("x",), headings=("y",))
    return as_json(office.audit())


def test_what_names_no_school_in_a_report_on_one_school_is_of_that_school() -> None:
    (unit,) = rolled({"甲.json": of_sheets_that("第一小学")}).unit.units
    assert (unit.name, set(unit.findings), unit.totals.over) == ("第一小学", {"daily-minutes-cap", "sheet-not-understood"}, 1)


def test_no_class_day_is_lost_where_some_sheets_name_a_school_and_others_none() -> None:
    county = rolled({"甲.json": of_sheets_that("第一小学", "", "第二小学")}).unit
    assert {unit.name: unit.totals.over for unit in county.units} == {"甲": 1, "第一小学": 1, "第二小学": 1}
    assert county.findings["sheet-not-understood"] == 1
    assert county.all_incomplete() == 3


def test_a_finding_that_two_reports_tell_counts_once() -> None:
    told = json.loads(school(20, "适量"))
    other = {**told, "class_days": []}
    handed = [Handed(file, "甲", read_handed(json.dumps(data).encode(), file)) for file, data in (("a", told), ("b", other))]
    assert roll_up(handed, Asked("县"), "zh").unit.all_findings() == {"unreadable-minutes": 1}


def test_accepted_mended_and_mere_hints_are_not_open() -> None:
    told = json.loads(school("适量", 70, 20))
    one, two, *rest = told["findings"]
    one["waived"] = {"reason": "x", "owner": "y", "until": "2026-12-31"}
    two["state"] = "resolved"
    told["findings"] = [one, two, *rest]
    found = rolled({"甲.json": json.dumps(told).encode()}).unit.all_findings()
    assert sum(found.values()) == len([finding for finding in rest if finding["severity"] != "info"])


OTHER_CAPS = json.loads(school(20))
OTHER_CAPS["policy"]["caps"][1]["minutes"] = 45


@pytest.mark.parametrize(
    ("files", "asked", "reason"),
    [
        ({"甲.json": school(20), "乙.json": json.dumps(OTHER_CAPS).encode()}, {}, "rollup-other-caps"),
        ({"甲.json": school(20, mode="plan")}, {}, "rollup-plan"),
        ({"甲.json": school(20, filters={"grades": [3]})}, {}, "rollup-filtered"),
        ({"甲.json": school(20), "x/甲.json": school(30)}, {}, "rollup-twice"),
        ({"a.json": stored(rolled({"甲.json": school(20)})), "b.json": stored(rolled({"乙.json": school(20)}))}, {}, "rollup-same-unit"),
        ({"a.json": stored(rolled({"甲.json": school(20)}, "乙")), "乙.json": school(20)}, {}, "rollup-same-unit"),
        ({"a.json": stored(rolled({"乙.json": school(20)})), "乙.json": school(20)}, {}, "rollup-same-unit"),
        ({"a.json": stored(rolled({"甲.json": school(20)}))}, {"level": "county"}, "rollup-level"),
        ({}, {}, "rollup-of-nothing"),
        ({"甲.json": school(20, schema=2)}, {}, "report-of-other-schema"),
        ({"a.json": stored(rolled({"甲.json": school(20)})).replace(b'"schema":1', b'"schema":7')}, {}, "report-of-other-schema"),
        ({"甲.json": school(20, class_days=[{"school": "x"}])}, {}, "report-damaged"),
        ({"a.json": stored(rolled({"甲.json": school(20)})).replace(b'"level":"county"', b'"level":"village"')}, {}, "report-damaged"),
        ({"甲.json": b"{}"}, {}, "no-report"),
        ({"甲.json": b"[]"}, {}, "no-report"),
        ({"甲.json": b"PK\x03\x04"}, {}, "no-report"),
        ({"甲.json": b"[" * 100_000}, {}, "no-report"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused_with_the_reason(files: dict[str, bytes], asked: dict[str, Any], reason: str) -> None:
    with pytest.raises(ConfigurationError, match=f"^{reason}$"):
        rolled(files, **asked)


def test_days_of_one_report_may_be_chosen_and_sources_may_be_worded_differently() -> None:
    other = json.loads(school(20, filters={"from": "2026-09-14"}))
    other["policy"]["caps"][0]["source"] = "本校办法"
    other["policy"]["fingerprint"] = "sha256:0"
    found = rolled({"甲.json": school(20), "乙.json": json.dumps(other).encode()})
    assert sorted(found.policy.fingerprints.values()) == [1, 1]


def test_sums_that_somebody_changed_in_a_stored_rollup_are_summed_again() -> None:
    told = json.loads(stored(rolled({"甲.json": school(70)})))
    told["unit"]["totals"]["within"] = 99
    found = read_handed(json.dumps(told).encode(), "县.json")
    assert isinstance(found, Rollup)
    assert (found.unit.totals.within, found.unit.totals.over) == (0, 1)


COUNTS = st.integers(min_value=0, max_value=10_000)
FIGURES = st.builds(Figures, COUNTS, COUNTS, COUNTS, COUNTS, COUNTS, COUNTS)


@given(COUNTS, COUNTS)
def test_a_rate_is_rounded_down_so_that_a_hundred_is_said_only_of_all(part: int, more: int) -> None:
    found = rate(part, part + more)
    if part + more == 0:
        assert found is None
    else:
        assert found is not None
        assert (found == 100) == (more == 0)
        assert 0 <= part / (part + more) * 100 - found < 0.1 + 1e-9


@given(st.lists(st.lists(FIGURES, max_size=4), max_size=4), st.randoms(use_true_random=False))
def test_totals_do_not_depend_on_how_schools_are_put_together(groups: list[list[Figures]], random: Any) -> None:
    def unit(name: str, figures: list[Figures]) -> Unit:
        cells = tuple(Cell(Office().as_of, Office().as_of, 3, each) for each in figures)
        return Unit(name, "school", 1, cells=cells)

    counties = [Unit(str(number), "county", units=(unit("甲", group),)) for number, group in enumerate(groups)]
    random.shuffle(counties)
    assert Unit("市", "city", units=tuple(counties)).totals == total(each for group in groups for each in group)


def test_reports_are_found_in_folders_and_named_after_file_or_folder(tmp_path: Path) -> None:
    lay(tmp_path, {"甲/报告.json": school(20), "乙/报告.json": school(20, day="2026-09-15")})
    assert [one.school for one in handed_in([tmp_path], "folder")] == ["乙", "甲"]
    assert [one.school for one in handed_in([tmp_path / "甲" / "报告.json"], "file")] == ["报告"]
    assert len(list(handed_in([tmp_path / "*" / "报告.json", tmp_path], "folder"))) == 2
    with pytest.raises(PathError):
        list(handed_in([tmp_path / "丙.json"], "file"))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("名单.txt", "甲\n# 停办\n乙\n\n甲\n".encode()),
        ("名单.txt", "甲\r\n乙\r\n".encode("gbk")),
        ("名单.csv", "全县学校名单,\n序号,学校名称\n1,甲\n2,乙\n".encode("utf-8-sig")),
    ],
)
def test_a_list_is_a_name_a_line_or_a_column(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    assert read_list(tmp_path / name) == ["甲", "乙"]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [("名单.txt", b"\n#x\n", "list-empty"), ("名单.txt", b"\xff\xff\xff", "list-encoding"), ("名单.csv", b"a,b\n1,2\n", "table-headings")],
)
def test_a_list_of_nobody_is_refused(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(ConfigurationError, match=reason):
        read_list(tmp_path / name)
