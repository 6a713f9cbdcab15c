"""What one heading of a matrix says of the cells below it."""

import pytest

from homework_audit.layouts.facets import Facets, facets, joined

CASES = [
    ("语文", {"subject": "语文"}),
    ("语文(分钟)", {"subject": "语文", "unit": "minutes"}),
    ("语文用时", {"subject": "语文", "field": "minutes"}),
    ("3、语文书面作业用时（分钟）", {"subject": "语文", "field": "minutes", "kind": "written", "unit": "minutes"}),
    ("2026.10.12语文(分钟)", {"subject": "语文", "date": "2026.10.12", "unit": "minutes"}),
    ("周一", {"weekday": "周一"}),
    ("周一内容", {"weekday": "周一", "field": "content"}),
    ("12日(周一)", {"date": "12日(周一)"}),
    ("10/19 周一", {"date": "10/19 周一"}),
    ("周一（9-14）", {"date": "9-14(周一)"}),
    ("星期三 11-09", {"date": "11-09(星期三)"}),
    ("自助餐（选做）", {"optional": True}),
    ("晚自习（校内完成）", {"field": "session", "place": "school"}),
    ("三(1)班", {"classes": "三(1)班"}),
    ("八.1", {"classes": "八.1"}),
    ("1班用时", {"classes": "1班", "field": "minutes"}),
    ("用时 七(1)班", {"classes": "七(1)班", "field": "minutes"}),
    ("校内书面", {"place": "school", "kind": "written"}),
    ("A层（拓展）", {"layer": "A"}),
    ("选做作业", {"optional": True, "field": "content"}),
    ("Written (min)", {"kind": "written", "field": "minutes", "unit": "minutes"}),
    ("10分钟", {"time": "10分钟", "unit": "minutes"}),
    ("书面合计", {"total": "sum", "kind": "written"}),
    ("周平均", {"total": "average"}),
    ("第一节", {"field": "session"}),
    ("备注", {"field": "other"}),
]


@pytest.mark.parametrize(("text", "said"), CASES, ids=[ascii(text) for text, _ in CASES])
def test_what_a_heading_says(text: str, said: dict[str, object]) -> None:
    found = facets(text)
    assert found is not None
    assert {name: value for name, value in found._asdict().items() if value not in ("", None)} == said


@pytest.mark.parametrize("text", ["抄写第5课生字", "姓王", "20", ""])
def test_what_is_no_heading(text: str) -> None:
    assert facets(text) is None


def test_the_heading_nearer_to_the_cell_wins_and_a_class_keeps_its_grade() -> None:
    assert joined(Facets(classes="三年级"), Facets(classes="1班")).classes == "三年级1班"
    assert joined(Facets(field="content", subject="语文"), Facets(field="minutes")) == Facets(field="minutes", subject="语文")
    assert joined(Facets(field="kind"), Facets(kind="oral")) == Facets(kind="oral")
