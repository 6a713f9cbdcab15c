"""The standard name of a subject, and the one subject that a title is about."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homework_audit.values.subjects import subject, subject_within
from homework_audit.values.vocabulary import SUBJECTS
from tests.values.blocks import split

NAMES: dict[str, str] = {
    "语文": "语文|語文|语 文|语|语文课|语文作业|语文组|语文（作文）|小学语文|语文老师|上册语文|国语|作文|书法|写字|Chinese|CHINESE",
    "数学": "数学|數學|数　学|数|数学课|数学备课组|初中数学|Maths|Math|math|Ｍａｔｈｓ",
    "英语": "英语|英語|英|外语|英文|外|English|高中英语",
    "科学": "科学|科|自然|Science",
    "道德与法治": "道德与法治|道法|思品|品德|政治|思想品德|法治|Politics",
    "历史与社会": "历史与社会|历社|社会|社",
    "历史": "历史|歷史|史|History",
    "信息科技": "信息科技|信息技术|信息|信技|电脑|IT|ICT",
    "体育": "体育|體育|体|体育与健康|PE|P.E.",
    "劳动": "劳动|勞動|劳技|劳动教育",
    "综合实践": "综合实践|综合|综合实践活动",
    "心理健康": "心理健康|心理",
    "音乐": "音乐|音樂|音",
    "美术": "美术|美|Art",
}
UNKNOWN = split("""
|国学|校本课程|地方课程|班会|其他|主科|语数|语数英|语文、数学|语文/数学|三年级语文|英语听力|数学思维|抄写生字|作业|课|老师|组|30|三(2)班
ITEM|ARTS课程X
""")


@pytest.mark.parametrize(("text", "name"), [(text, name) for name, texts in NAMES.items() for text in split(texts)])
def test_a_name_has_its_standard(text: str, name: str) -> None:
    assert subject(text) == name
    assert subject_within(text) == name


@pytest.mark.parametrize("text", UNKNOWN)
def test_what_names_no_one_subject_is_none(text: str) -> None:
    assert subject(text) is None


@pytest.mark.parametrize("name", SUBJECTS)
def test_no_name_means_two_subjects(name: str) -> None:
    assert subject(name) == name
    assert {subject(spelling) for spelling in SUBJECTS[name]} <= {name}


TITLES: dict[str, str | None] = {
    "三年级语文作业": "语文",
    "语文-三年级": "语文",
    "语文_三2班": "语文",
    "三年级数学（王老师）": "数学",
    "2026秋 道法 作业": "道德与法治",
    "历史与社会作业": "历史与社会",
    "外国语实验学校英语作业": "英语",
    "语文作业 劳动路小学": "语文",
    "信息科技作业": "信息科技",
    "体育锻炼作业": "体育",
    "语文、数学作业": None,
    "生物地理": None,
    "三(2)班作业": None,
    "外国语学校三年级": None,
    "外语学校三年级作业": None,
    "作业信息统计表": None,
    "劳动路小学三(2)班作业公示": None,
    "劳动教育示范校三年级作业": None,
    "体育中学七年级": None,
    "科学布置作业 减轻学生负担": None,
    "社会实践": None,
    "自然小学": None,
    "综合统计表": None,
    "Chinese homework": None,
    "": None,
}


@pytest.mark.parametrize(("text", "name"), TITLES.items())
def test_a_title_is_about_the_one_subject_that_it_mentions(text: str, name: str | None) -> None:
    assert subject_within(text) == name


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(
        st.text(max_size=30), st.lists(st.sampled_from([*SUBJECTS, "作业", "、", "三年级", "（", "）", "组"]), max_size=6).map("".join)
    )
)
def test_any_text_names_a_standard_subject_or_none(text: str) -> None:
    assert subject(text) in {None, *SUBJECTS}
    assert subject_within(text) in {None, *SUBJECTS}


AFTER = st.sampled_from(["", "作业", "课", "组", "老师", "（上册）", " "])


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(list(SUBJECTS)), AFTER, st.sampled_from(["", " ", "小学"]))
def test_words_around_a_name_do_not_change_it(name: str, after: str, before: str) -> None:
    assert subject(f"{before}{name}{after}") == name
