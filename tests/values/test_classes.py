"""Which classes a cell or a title means. A class that is taken for another one hides its homework, so doubt is no class."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from homework_audit.values.classes import classes_within, read_classes, read_grade
from homework_audit.values.references import ClassRef
from tests.values.blocks import split


def said(refs: tuple[ClassRef, ...]) -> str:
    """«3(2) 3(3)»; a grade or a label that is not said is *."""
    return " ".join(f"{ref.grade or '*'}({ref.label or '*'})" for ref in refs)


ONE: dict[str, str] = {
    "3(2)": """
    三年级2班|三年级(2)班|三年级（2）班|三年级⑵班|三年级②班|三年级二班|三年二班|三年2班|三（2）班|三(2)班|三⑵班|三②班|三2班
    三·2班|三·二班
    三(2)|三（二）班|三二班|三2|三年级2|三年级(2)|三年级 2 班|三年級二班|3年级2班|3年2班|3(2)班|3（2）|3.2班|3.2|3-2|3-2班|302班|302|三-2
    三年级-2班|班级：三(2)班|任教班级：三年级2班|三(2)班（王老师）|三(2)班(45人)|G3-2|G3C2|G3 Class 2|Grade 3 Class 2
    三(2)班 王老师|三(2)班 班主任：王小明|三2班 班主任 王明|三（2）班　王海霞|三(2)班 马小雪
    Grade 3, Class 2|Grade 3-2|Year 3-2|３０２班|三年级第2班|三年级　二班|三年级、2班|三年级02班
    """,
    "3(A)": "3A|3A班|3a|三A班|三(A)班|三（a）班|三年级A班|三年级（A）班|G3A|3-A",
    "3(12)": "三(12)班|三年级12班|三年级十二班|三十二班|312|312班|3.12班|三⑿班",
    "7(1)": "七(1)班|七年级1班|初一(1)班|初一1班|初1(1)班|701|7.1班|初一年级1班|初中一年级1班|七年一班",
    "8(1)": "八一班|八年级(1)班|初二(1)班|八1",
    "9(3)": "九(3)班|初三（3）班|九年級(3)班|九年三班|9(3)",
    "10(2)": "高一(2)班|高一2班|高1(2)班|高一年级2班|1002|10(2)班|十年级2班",
    "11(5)": "高二(5)班|十一年级5班|1105班",
    "11(0)": "高二零班",
    "12(10)": "高三(10)班|12年级10班|1210",
    "3(*)": "三年级|3年级|Grade 3|G3|三年级全年级|三年级各班|三年级所有班级|三年级全体学生|三年级（全体）|三年級|Year 3",
    "6(*)": "六年级|预初",
    "7(*)": "七年级|初一|初一全体|初中一年级|初一年级全年级",
    "10(*)": "高一|高一年级|高一全年级|十年级",
    "*(*)": "全年级|各班|各班级|所有班级|全体班级|全部|全体学生|all|All classes|每班",
    "*(2)": "2班|二班|第2班|(2)班|2|（2）|②|Class 2|class2|02",
    "*(A)": "A班|A|a班|Class A",
}
SEVERAL: dict[str, str] = {
    "三年级1、2班": "3(1) 3(2)",
    "三年级1-3班": "3(1) 3(2) 3(3)",
    "三年级1,2,3": "3(1) 3(2) 3(3)",
    "三（1）、（2）班": "3(1) 3(2)",
    "三(1)(2)班": "3(1) 3(2)",
    "三(2、3)班": "3(2) 3(3)",
    "三（2-4）班": "3(2) 3(3) 3(4)",
    "三(A,B)班": "3(A) 3(B)",
    "三1、2、3班": "3(1) 3(2) 3(3)",
    "三1班2班": "3(1) 3(2)",
    "三(1) 三(2)": "3(1) 3(2)",
    "三(1)班 三(2)班": "3(1) 3(2)",
    "三(1)-(3)班": "3(1) 3(2) 3(3)",
    "三(1)至三(3)班": "3(1) 3(2) 3(3)",
    "三1~三3班": "3(1) 3(2) 3(3)",
    "三年级一、二班": "3(1) 3(2)",
    "三年级A、B班": "3(A) 3(B)",
    "三(1)班、三(2)班": "3(1) 3(2)",
    "三(2)班\n三(3)班": "3(2) 3(3)",
    "三年级2班、3班、四年级1班": "3(2) 3(3) 4(1)",
    "三2班；四3班": "3(2) 4(3)",
    "四1、四2": "4(1) 4(2)",
    "3-2,3-3": "3(2) 3(3)",
    "301,302": "3(1) 3(2)",
    "301 302": "3(1) 3(2)",
    "301、302班": "3(1) 3(2)",
    "301-303": "3(1) 3(2) 3(3)",
    "301-303班": "3(1) 3(2) 3(3)",
    "3B, 3C": "3(B) 3(C)",
    "初一1、2班": "7(1) 7(2)",
    "三至六年级": "3(*) 4(*) 5(*) 6(*)",
    "3-6年级": "3(*) 4(*) 5(*) 6(*)",
    "三到四年级": "3(*) 4(*)",
    "三、四年级": "3(*) 4(*)",
    "三年级和四年级": "3(*) 4(*)",
    "一至二年级各班": "1(*) 2(*)",
    "初一、初二": "7(*) 8(*)",
    "初一至初三": "7(*) 8(*) 9(*)",
    "高一到高三": "10(*) 11(*) 12(*)",
    "七年级-九年级": "7(*) 8(*) 9(*)",
    "G3-G5": "3(*) 4(*) 5(*)",
    "2班,3班,4班": "*(2) *(3) *(4)",
    "1班-3班": "*(1) *(2) *(3)",
    "一、二班": "*(1) *(2)",
    "1、2": "*(1) *(2)",
}
IN_GRADE_3: dict[str, str] = {
    "2024级2班": "3(2)",
    "2024级(3)": "3(3)",
    "2班": "3(2)",
    "二": "",
    "2": "3(2)",
    "12": "3(12)",
    "1-3班": "3(1) 3(2) 3(3)",
    "1-2": "3(1) 3(2)",
    "1~3班": "3(1) 3(2) 3(3)",
    "1/2": "3(1) 3(2)",
    "一、二班": "3(1) 3(2)",
    "全年级": "3(*)",
    "四(1)班": "4(1)",
    "3-2": "3(2)",
    "3-2班": "3(2)",
    "302": "3(2)",
    "3.2": "3(2)",
    # two readings
    "3-4": "",
    "3/2": "",
    "31": "",
    "31班": "",
    "一二班": "",
    "1 2": "",
    "3 2": "",
    "2-1班": "",
}
NO_CLASSES = [
    *split("""
|语文|三年级语文|30分钟|实验班|三年级实验班|重点班|本班|本年级|班|班级|年级|年级组|全校|小学部|初中部|初中
高中|张三|三年级组|走读班|-1|0|00|100|300班
三年级99班|三年级100班|93班|999|13年级1班|三年级123班|2024级1班|小一2021级2班|2400班|2400|三四年级|一|三二|三/2
除三(2)班|全年级(除2班)|全年级（不含1班）
三年级除2班外|三(2)班部分学生|三(2)班 45人|3.2.1|七上|三年级上册|1 2|3 2|2026-03-02|9月14日|周一|幼儿园大班|3A-3C|三(2)班A层|三(2)班、语文
"""),
    *("\n", "　", "三年级1班至", "9" * 500),
]


@pytest.mark.parametrize(("text", "means"), [(text, means) for means, texts in ONE.items() for text in split(texts)], ids=repr)
def test_a_class_in_each_way_to_write_it(text: str, means: str) -> None:
    assert said(read_classes(text)) == means


@pytest.mark.parametrize(("text", "means"), SEVERAL.items(), ids=repr)
def test_a_cell_may_name_several(text: str, means: str) -> None:
    assert said(read_classes(text)) == means


@pytest.mark.parametrize(("text", "means"), IN_GRADE_3.items(), ids=repr)
def test_a_known_grade_completes_a_class_or_makes_it_doubtful(text: str, means: str) -> None:
    assert said(read_classes(text, 3)) == means


@pytest.mark.parametrize("text", NO_CLASSES, ids=lambda text: repr(text)[:40])
def test_what_is_no_class_or_not_plain_is_none(text: str) -> None:
    assert read_classes(text) == ()


CELLS: list[tuple[object, int | None, str]] = [
    (302, None, "3(2)"),
    (302.0, None, "3(2)"),
    (2, None, "*(2)"),
    (2.0, 3, "3(2)"),
    (3.2, None, "3(2)"),
    (3.12, None, "3(12)"),
    (7.1, None, "7(1)"),
    (date(2026, 3, 2), None, "3(2)"),
    (datetime.fromisoformat("2026-03-02T00:00:00"), None, "3(2)"),
    (date(2026, 1, 3), 3, "3(1) 3(2) 3(3)"),
    (date(2026, 3, 4), 3, ""),
    (30.5, None, ""),
    (0, None, ""),
    (-1, None, ""),
    (100, None, ""),
    (1e300, None, ""),
    (10**400, None, ""),
    (float("nan"), None, ""),
    (float("inf"), None, ""),
    (True, 3, ""),
    (None, 3, ""),
    (time(3, 2), 3, ""),
    (timedelta(3), 3, ""),
]


@pytest.mark.parametrize(("value", "grade", "means"), CELLS, ids=lambda value: repr(value)[:40])
def test_a_cell_that_is_no_text(value: object, grade: int | None, means: str) -> None:
    assert said(read_classes(value, grade)) == means


TITLES: dict[str, str] = {
    "三年级2班一周作业公示（第3周 2026年9月14日—9月18日）": "3(2)",
    "XX小学三年级(2)班作业公示表 第5周": "3(2)",
    "第二实验小学三（2）班": "3(2)",
    "三小四(2)班": "4(2)",
    "八一中学七(1)班": "7(1)",
    "101中学初一(2)班": "7(2)",
    "七年级（1）班、（2）班": "7(1) 7(2)",
    "三(1)班-三(3)班": "3(1) 3(2) 3(3)",
    "适用班级：九（1）班—九（3）班（全部三个班）": "9(1) 9(2) 9(3)",
    "三年级1-3班作业": "3(1) 3(2) 3(3)",
    "三年级1、2、3班": "3(1) 3(2) 3(3)",
    "三年级1班2班3班": "3(1) 3(2) 3(3)",
    "三年级（1）—（3）班": "3(1) 3(2) 3(3)",
    "三(2、3)班作业": "3(2) 3(3)",
    "三年级A、B班": "3(A) 3(B)",
    "三(2)班 四(1)班": "3(2) 4(1)",
    "七年级1、2班 八年级3班": "7(1) 7(2) 8(3)",
    "301、302班": "3(1) 3(2)",
    "302班作业": "3(2)",
    "3.2班-3.4班": "3(2) 3(3) 3(4)",
    "3-2班作业": "3(2)",
    "1-3班作业": "*(1) *(2) *(3)",
    "1、2班作业": "*(1) *(2)",
    "一、二班": "*(1) *(2)",
    "二班作业": "*(2)",
    "20班": "*(20)",
    "三年级20班": "3(20)",
    "三十二班": "3(12)",
    "八一班": "8(1)",
    "一年一班": "1(1)",
    "作业公示 二(1)": "2(1)",
    "初一（3）": "7(3)",
    "高二(5)班": "11(5)",
    "3A班": "3(A)",
    "Grade 3 Class 2": "3(2)",
    "Grade 3, Class 2 homework": "3(2)",
    "G3-2 homework": "3(2)",
    "G3 homework": "3(*)",
    "Grade 10": "10(*)",
    "三年级语文2班": "3(2)",
    "第3周302班": "3(2)",
    "第14周三(2)班": "3(2)",
    "周三2班作业": "*(2)",
    "9月14日三(2)班": "3(2)",
    "9.14三2班": "3(2)",
    "9月14日12班": "*(12)",
    "2026年1班": "*(1)",
    "2024级1班": "*(1)",
    "上学期1班": "*(1)",
    "三年级作业": "3(*)",
    "三年级上册": "3(*)",
    "三年级（王老师）": "3(*)",
    "初三毕业班": "9(*)",
    "三至六年级作业统计": "3(*) 4(*) 5(*) 6(*)",
    "7-9年级": "7(*) 8(*) 9(*)",
    "三、四年级作业": "3(*) 4(*)",
    "七八年级作业": "7(*) 8(*)",
    "九年级各班增补作业登记": "9(*)",
    "2026年三年级作业": "3(*)",
    "执行班级:701、702、703(三个班统一)": "7(1) 7(2) 7(3)",
    "班级：3012": "",
    **dict.fromkeys(
        split("|一周作业|第三周|班主任|3班主任|五四班会|五一假期作业|三八节作业|实验班|第1次|小学部|全校|语文|2026-09-14|9月14日|VIP班"), ""
    ),
}


@pytest.mark.parametrize(("text", "means"), TITLES.items(), ids=repr)
def test_the_classes_or_grades_that_a_title_mentions(text: str, means: str) -> None:
    assert said(classes_within(text)) == means


GRADES: dict[object, int | None] = {
    **dict.fromkeys(split("三年级|3年级|三|3|Grade 3|G3|三年級|Year 3|３|三年|Grade3"), 3),
    **dict.fromkeys(split("七年级|初一|初中一年级|7|初1|初一年级"), 7),
    **dict.fromkeys(split("高一|高中一年级|10|十|十年级"), 10),
    **dict.fromkeys(split("高三|十二年级|12|12年级"), 12),
    "预初": 6,
    "初一（2026级）": 7,
    "三年级(23级)": 3,
    3.0: 3,
    12: 12,
    **dict.fromkeys(split("|13|0|三年级2班|三至六年级|年级|初中|全年级|3.5|三十|语文|-3|nan|〇|○")),
    0: None,
    13: None,
    3.5: None,
    float("inf"): None,
    1e300: None,
    10**400: None,
    None: None,
}


@pytest.mark.parametrize(("value", "grade"), GRADES.items(), ids=lambda value: repr(value)[:40])
def test_a_grade_is_read(value: object, grade: int | None) -> None:
    assert read_grade(value) == grade


@pytest.mark.parametrize("value", [True, False, date(2026, 3, 2), time(3), timedelta(3), float("nan")], ids=repr)
def test_a_cell_that_is_no_grade(value: object) -> None:
    assert read_grade(value) is None


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("三年级1-3班、四年级1-2班", "3(1) 3(2) 3(3) 4(1) 4(2)"),
        ("三(1)班、四年级1-2班", "3(1) 4(1) 4(2)"),
        ("三(1)班-三(3)班、四(1)班至四(2)班", "3(1) 3(2) 3(3) 4(1) 4(2)"),
    ],
)
def test_ranges_of_several_grades_stand_in_one_list(text: str, classes: str) -> None:
    assert " ".join(f"{ref.grade}({ref.label})" for ref in read_classes(text)) == classes
