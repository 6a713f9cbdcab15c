"""What becomes of a finding from one night to the next: silence closes nothing, only a new judgement does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from homework_audit.filters import Filters
from homework_audit.policy import choose_rules, load_policy
from homework_audit.policy.waivers import Waiver
from tests.conftest import row
from tests.history.nights import FOLDER, Nights, states

LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


@pytest.fixture
def nights(tmp_path: Path) -> Nights:
    """An office in which 三(1)班 was over by two subjects on the first night."""
    found = Nights(tmp_path / "history.sqlite")
    found.hand_in("语文.csv", row(40)).hand_in("数学.csv", row(35, subject="数学"))
    assert states(found.night()) == ["new"]
    return found


def _remove(*names: str) -> Callable[[Nights], object]:
    return lambda nights: [nights.files.pop(name) for name in names]


def _rename(old: str, new: str) -> Callable[[Nights], object]:
    return lambda nights: nights.files.update({new: nights.files.pop(old)})


def _break(name: str) -> Callable[[Nights], object]:
    return lambda nights: nights.files.update({name: LOCKED})


def _replace(old: str, new: str, minutes: int) -> Callable[[Nights], object]:
    def act(nights: Nights) -> None:
        del nights.files[old]
        nights.hand_in(new, row(minutes, subject="数学"))

    return act


@pytest.mark.parametrize(
    ("act", "state"),
    [
        pytest.param(lambda nights: None, "persisting", id="nothing changed"),
        pytest.param(lambda nights: nights.hand_in("数学.csv", row(50, subject="数学")), "persisting", id="worse than before"),
        pytest.param(_rename("数学.csv", "数学(新).csv"), "persisting", id="renamed"),
        pytest.param(
            lambda nights: nights.hand_in("数学.csv", row(5, subject="数学", day="2026-09-15"), row(35, subject="数学")),
            "persisting",
            id="a row inserted above",
        ),
        pytest.param(lambda nights: nights.hand_in("数学.csv", row(15, subject="数学")), "resolved", id="mended"),
        pytest.param(lambda nights: nights.hand_in("数学.csv", row("无", subject="数学", content="无")), "resolved", id="declared none"),
        pytest.param(_replace("数学.csv", "数学(改).csv", 15), "resolved", id="mended under another name"),
        pytest.param(_replace("数学.csv", "数学(改).csv", 40), "persisting", id="under another name, and still over"),
        pytest.param(_remove("数学.csv"), "withdrawn", id="one file of the evidence deleted"),
        pytest.param(_remove("语文.csv", "数学.csv"), "withdrawn", id="all the evidence deleted"),
        pytest.param(lambda nights: nights.hand_in("数学.csv", row(35, subject="数学", day="2026-09-15")), "withdrawn", id="another date"),
        pytest.param(lambda nights: nights.hand_in("数学.csv", row(35, subject="数学", to="三(2)班")), "withdrawn", id="another class"),
        pytest.param(_break("数学.csv"), "not-judged", id="a file of the evidence cannot be read"),
        pytest.param(lambda nights: nights.hand_in("数学.csv", row("适量", subject="数学")), "not-judged", id="in doubt now"),
    ],
)
def test_the_night_after(nights: Nights, act: Callable[[Nights], object], state: str) -> None:
    act(nights)
    assert states(nights.night()) == [state]


def test_one_of_two_files_of_a_subject_taken_away_does_not_resolve_what_the_two_proved(tmp_path: Path) -> None:
    nights = Nights(tmp_path / "h.sqlite").hand_in("上.csv", row(40, content="抄写生字")).hand_in("下.csv", row(35, content="日记一篇"))
    assert isinstance(nights, Nights)
    assert states(nights.night()) == ["new"]
    del nights.files["下.csv"]
    assert states(nights.night()) == ["withdrawn"]


def test_what_was_withdrawn_is_asked_about_every_night_until_it_is_judged_again(nights: Nights) -> None:
    kept = nights.files.pop("数学.csv")
    assert [states(nights.night()) for _ in range(2)] == [["withdrawn"], ["withdrawn"]]
    nights.files["数学.csv"] = kept
    assert states(nights.night()) == ["persisting"]
    nights.hand_in("数学.csv", row(10, subject="数学"))
    assert [states(nights.night()) for _ in range(2)] == [["resolved"], []]


def test_what_comes_back_after_it_was_resolved_is_new(nights: Nights) -> None:
    for minutes, state in ((10, "resolved"), (45, "new"), (45, "persisting")):
        nights.hand_in("数学.csv", row(minutes, subject="数学"))
        report = nights.night()
        assert states(report) == [state]
    (finding,) = [finding for finding in report.findings if finding.rule == "daily-minutes-cap"]
    assert finding.since == date(2026, 9, 16)


def test_a_run_of_one_day_neither_resolves_nor_renews_the_others(nights: Nights) -> None:
    nights.hand_in("六.csv", row(90, to="六(1)班", day="2026-09-15"))
    assert states(nights.night(Filters(first=date(2026, 9, 15), last=date(2026, 9, 15)))) == ["new", "not-judged"]
    assert states(nights.night()) == ["persisting", "persisting"]


def test_what_a_filter_hid_is_new_when_it_is_first_shown(nights: Nights) -> None:
    nights.hand_in("六.csv", row(90, to="六(1)班"))
    assert states(nights.night(Filters(grades=frozenset({3})))) == ["persisting"]
    assert states(nights.night()) == ["persisting", "new"]


def test_a_run_over_another_folder_judges_nothing_of_this_one(nights: Nights) -> None:
    nights.hand_in("六年级/六.csv", row(90, to="六(1)班"))
    assert states(nights.night(named=(f"{FOLDER}/六年级",))) == ["new", "not-judged"]
    assert states(nights.night()) == ["persisting", "persisting"]


def test_another_policy_resolves_nothing_that_this_one_found(nights: Nights, tmp_path: Path) -> None:
    mine = nights.policy
    (tmp_path / "p.toml").write_text("[[caps]]\ngrades = [3]\nminutes = 90\n", "utf-8")
    nights.policy = load_policy(tmp_path / "p.toml")
    assert states(nights.night()) == ["not-judged"]
    nights.policy = choose_rules(mine, (), ("daily-minutes-cap",))
    assert states(nights.night()) == ["not-judged"]
    nights.policy = mine
    assert states(nights.night()) == ["persisting"]


def test_a_file_that_stays_locked_for_weeks_is_new_once(tmp_path: Path) -> None:
    nights = Nights(tmp_path / "h.sqlite")
    nights.hand_in("语文.csv", row(20)).files["数学.xls"] = LOCKED
    assert [states(nights.night(), "unreadable-file") for _ in range(3)] == [["new"], ["persisting"], ["persisting"]]
    nights.hand_in("数学.xls", row(20, subject="数学"))
    assert states(nights.night(), "unreadable-file") == ["resolved"]


def test_a_file_that_could_not_be_read_and_is_gone_is_withdrawn(tmp_path: Path) -> None:
    nights = Nights(tmp_path / "h.sqlite")
    nights.hand_in("语文.csv", row(20)).files["数学.xls"] = LOCKED
    nights.night()
    del nights.files["数学.xls"]
    assert states(nights.night(), "unreadable-file") == ["withdrawn"]


@pytest.mark.parametrize(
    ("rows", "state"),
    [
        pytest.param([row(20), row(10, day="2026-09-15", subject="数学")], "resolved", id="mended"),
        pytest.param([row(20)], "withdrawn", id="the row deleted"),
    ],
)
def test_a_row_that_could_not_be_placed(tmp_path: Path, rows: list[list[object]], state: str) -> None:
    nights = Nights(tmp_path / "h.sqlite")
    nights.hand_in("语文.csv", row(20), row(10, day="某日", subject="数学"))
    assert states(nights.night(), "unreadable-date") == ["new"]
    nights.hand_in("语文.csv", *rows)
    assert states(nights.night(), "unreadable-date") == [state]


def test_homework_of_a_friday_that_was_taken_back_resolves_the_saturday_too(tmp_path: Path) -> None:
    nights = Nights(tmp_path / "h.sqlite")
    nights.hand_in("语文.csv", row(150, day="2026-09-18"))
    assert set(states(nights.night())) == {"new"}
    nights.hand_in("语文.csv", row("无", day="2026-09-18", content="无"))
    assert set(states(nights.night())) == {"resolved"}


def test_a_waiver_covers_what_was_withdrawn(nights: Nights) -> None:
    del nights.files["数学.csv"]
    waiver = Waiver(rule="daily-minutes-cap", school_class="三(1)班", until=date(2026, 12, 31), reason="已核实", owner="教务处")
    nights.policy = nights.policy.model_copy(update={"waivers": (waiver,)})
    (finding,) = nights.night().earlier
    assert (finding.state, finding.waived and finding.waived.reason) == ("withdrawn", "已核实")
    nights.policy = nights.policy.model_copy(update={"waivers": ()})
    finding = next(finding for finding in nights.night().earlier if finding.rule == "daily-minutes-cap")
    assert finding.waived is None


def _under(nights: Nights, tmp_path: Path, text: str) -> None:
    (tmp_path / "p.toml").write_text(text, "utf-8")
    nights.policy = load_policy(tmp_path / "p.toml")


@pytest.mark.parametrize(
    ("text", "state"),
    [
        pytest.param("[[caps]]\ngrades = [9]\nminutes = 80\n", "resolved", id="a cap of another grade"),
        pytest.param("[[caps]]\ngrades = [3]\nminutes = 50\n", "not-judged", id="a cap of its own grade"),
        pytest.param('name = "other"\n', "resolved", id="another name"),
        pytest.param('[rules.mechanical-copying]\nseverity = "error"\n', "resolved", id="another rule"),
        pytest.param('[rules.daily-minutes-cap]\nseverity = "warning"\n', "resolved", id="a severity"),
        pytest.param('[rules.daily-minutes-cap]\nseverity = "off"\n', "not-judged", id="its own rule is off"),
        pytest.param("[calendar]\nterms = [{ from = 2026-09-01, to = 2027-01-22 }]\n", "resolved", id="a term"),
        pytest.param("[calendar]\ndays_off = [2026-09-14]\n", "not-judged", id="a day off"),
        pytest.param('[[roster]]\nclasses = "九(1)班"\n', "resolved", id="a roster"),
    ],
)
def test_a_policy_that_has_nothing_to_do_with_it_keeps_nothing_open(nights: Nights, tmp_path: Path, text: str, state: str) -> None:
    nights.hand_in("数学.csv", row(5, subject="数学"))
    _under(nights, tmp_path, text)
    assert states(nights.night()) == [state]


def test_what_is_accepted_no_longer_is_new_to_those_who_were_never_told(tmp_path: Path) -> None:
    nights = Nights(tmp_path / "h.sqlite")
    nights.hand_in("语文.csv", row(75))
    waiver = Waiver(rule="daily-minutes-cap", until=date(2026, 9, 14), reason="复习", owner="教务处")
    nights.policy = nights.policy.model_copy(update={"waivers": (waiver,)})
    first, second, third = (nights.night() for _ in range(3))
    assert [states(report) for report in (first, second, third)] == [["new"], ["new"], ["persisting"]]
    assert [bool(report.findings[0].waived) for report in (first, second)] == [True, False]


def test_what_grows_more_severe_is_new_and_what_grows_less_severe_is_not(nights: Nights, tmp_path: Path) -> None:
    for severity, state in (("info", "persisting"), ("warning", "new"), ("error", "new"), ("info", "persisting")):
        _under(nights, tmp_path, f'[rules.daily-minutes-cap]\nseverity = "{severity}"\n')
        assert states(nights.night()) == [state]


def test_a_waiver_that_covers_what_is_gone_is_not_unused(nights: Nights) -> None:
    del nights.files["数学.csv"]
    waiver = Waiver(rule="daily-minutes-cap", until=date(2026, 12, 31), reason="已核实", owner="教务处")
    other = Waiver(rule="parent-task", until=date(2026, 12, 31), reason="另一条", owner="教务处")
    nights.policy = nights.policy.model_copy(update={"waivers": (waiver, other)})
    report = nights.night()
    assert [finding.params["reason_given"] for finding in report.findings if finding.rule == "waiver-unused"] == ["另一条"]
    assert report.summary.findings["warning"] == 1


MISSING = '[[roster]]\nclasses = "三(1)班"\nsubjects = ["语文", "英语"]\n'


def test_what_is_missing_is_resolved_by_being_handed_in_and_by_nothing_else(tmp_path: Path) -> None:
    nights = Nights(tmp_path / "h.sqlite")
    nights.hand_in("语文.csv", row(20), row(20, day="2026-09-15"))
    _under(nights, tmp_path, MISSING)
    nights.today = date(2026, 9, 15)
    tuesday = Filters(first=date(2026, 9, 15), last=date(2026, 9, 15))
    assert states(nights.night(tuesday), "missing-submission") == ["new"]
    assert states(nights.night(), "missing-submission") == ["new", "persisting"]
    nights.hand_in("语文.csv", row(20))
    assert states(nights.night(), "missing-submission") == ["persisting", "not-judged"]
    nights.hand_in("英语.csv", row(10, subject="英语"), row(10, subject="英语", day="2026-09-15"))
    assert set(states(nights.night(), "missing-submission")) == {"new", "resolved"}


def test_every_further_day_that_is_missed_is_new_and_half_a_backlog_renews_nothing(tmp_path: Path) -> None:
    nights = Nights(tmp_path / "h.sqlite")
    _under(nights, tmp_path, MISSING)
    days = [f"2026-09-{n}" for n in (14, 15, 16)]
    for number, day in enumerate(days):
        nights.hand_in("语文.csv", *[row(20, day=one) for one in days[: number + 1]])
        nights.today = date.fromisoformat(day)
        assert states(nights.night(), "missing-submission") == ["persisting"] * number + ["new"]
    nights.hand_in("英语.csv", *[row(5, subject="英语", day=day) for day in days[:2]])
    assert states(nights.night(), "missing-submission") == ["persisting", "resolved", "resolved"]


@pytest.mark.parametrize(("first", "second"), [(b"", b""), (b"", b"PK\x03\x04 cut")], ids=["two empty files", "an empty and a damaged one"])
def test_files_without_anything_to_know_them_by_are_told_apart_by_their_names(tmp_path: Path, first: bytes, second: bytes) -> None:
    nights = Nights(tmp_path / "h.sqlite")
    nights.files.update({"甲.csv": first})
    nights.hand_in("乙.csv", row(20))
    assert states(nights.night(), "unreadable-file") == ["new"]
    nights.hand_in("甲.csv", row(20)).files["乙.csv"] = second
    assert states(nights.night(), "unreadable-file") == ["new", "resolved"]


def test_the_same_gap_in_another_subject_is_another_finding(tmp_path: Path) -> None:
    nights = Nights(tmp_path / "h.sqlite")
    nights.hand_in("语文.csv", row("")).hand_in("数学.csv", row(9, subject="数学"))
    assert states(nights.night(), "missing-minutes") == ["new"]
    nights.hand_in("语文.csv", row(9)).hand_in("数学.csv", row("", subject="数学"))
    report = nights.night()
    assert states(report, "missing-minutes") == ["new", "resolved"]
    assert [finding.subject for finding in report.findings if finding.rule == "missing-minutes"] == ["数学"]
