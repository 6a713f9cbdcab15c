"""What words say of homework: kind, place, layer, choice, state; and what marks in a text say of all of it.

What is taken for oral, optional, in school or one layer among others leaves the sum: doubt is written, compulsory work at home
for everybody.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homework_audit.values import vocabulary
from homework_audit.values.approval import was_set
from homework_audit.values.labels import Label, is_mark, kind, label, layer, optional, place
from homework_audit.values.marks import marks
from tests.values.blocks import split

KINDS: dict[str, str] = {
    "written": """
    书面|书面作业|書面|书写|笔头作业|抄写|默写|听写|作文|习作|练笔|日记|练习册|试卷|Written|阅读理解|阅读题|读书笔记|读后感|观察日记|实验报告|Writing
    书面+口头|口头、书面|书面/口头|听写与背诵|朗读抄写|阅读与写作|书面（含实践）
    """,
    "oral": "口头|口头作业|口語|背诵|朗读|听说|跟读|听读|口述|Oral|speaking",
    "reading": "阅读|課外閱讀|课外阅读|读书|Reading|亲子阅读",
    "practical": "实践|实践作业|實踐|动手操作|手工|实验|观察|调查|非书面|非书面作业|Hands-on|project",
    "sport": "体育|体育锻炼|運動|运动|Sport",
    "labour": "劳动|勞動|家务|家务劳动|Labour",
    "other": "其他|其它|Other",
    "": "|无|必做|选做|A层|语文|20分钟|预习|复习|校内|完成",
}
TITLES: dict[str, str] = {
    "三(2)班书面作业公示": "written",
    "三年级口头作业公示": "oral",
    "三年级口头作业、书面作业公示": "written",
    "三年级课外阅读作业清单": "reading",
    "三(2)班实践性作业统计表": "practical",
    **dict.fromkeys(
        split("""
        银川市实验小学三年级(2)班作业公示|实验小学作业|劳动路小学三(2)班|劳动教育示范校三年级作业公示|阅读示范学校一周作业公示|外国语实验学校三年级
        语文、数学、体育作业公示|实验班|实验中学七(1)班作业|三年级体育节期间作业公示
        """),
        "",
    ),
}


@pytest.mark.parametrize(("text", "named"), [(text, named) for named, texts in KINDS.items() for text in split(texts)])
def test_a_kind_is_named(text: str, named: str) -> None:
    assert kind(text) == named


@pytest.mark.parametrize(("text", "named"), TITLES.items())
def test_in_a_title_a_kind_is_said_of_homework(text: str, named: str) -> None:
    assert kind(text) == named


PLACES: dict[str, str] = {
    "school": "校内|在校|在校完成|课后服务|课后服务完成|课内|当堂完成|随堂|延时服务|At school|in school|學校完成",
    "home": """
    家庭|家庭作业|校外|在家|回家|课外|Home|at home|校内外|校内/校外|课内外|非校内|不在校内|after school|out of school
    校内未完成的回家完成
    """,
    "": "|书面|语文|20分钟|必做|小学",
}


@pytest.mark.parametrize(("text", "where"), [(text, where) for where, texts in PLACES.items() for text in split(texts)])
def test_a_place_is_named(text: str, where: str) -> None:
    assert place(text) == where


LAYERS: dict[str, str] = {
    "A": "A层|a层|Ａ层|A组|A类|A|A层次|【A层】|A层学生|A 层",
    "B": "B层|B卷|B",
    "甲": "甲组|甲层",
    "基础": "基础层|基础|基础类",
    "提高": "提高层|提高|提高组",
    "一": "一层",
    "": """
    |A、B层|AB层|A/B层|A-C层|A层和B层|A层、B层、C层|甲乙组|基础、提高|基础和提高|基础+提高|全体|语文|书面|基础题|class|base|ABC|A4
    Grade A1|一、二层
    """,
}


@pytest.mark.parametrize(("text", "named"), [(text, named) for named, texts in LAYERS.items() for text in split(texts)])
def test_one_layer_is_named_or_it_is_everybodys_work(text: str, named: str) -> None:
    assert layer(text) == named


CHOICES: dict[bool | None, str] = {
    True: "选做|選做|选做题|选作|非必做|不是必做|可选|自选|自愿完成|鼓励性作业|弹性|拓展|挑战题|Optional|extra|选做（A层）",
    False: """
    必做|必作|必做题|全体必做|基础性|Compulsory|required|必做、选做|必做/选做|必做题及选做题|非选做|不是选做|不可选
    not optional|non-optional
    """,
    None: "|书面|语文|A层|20分钟|完成|口头",
}


@pytest.mark.parametrize(("text", "choice"), [(text, choice) for choice, texts in CHOICES.items() for text in split(texts)])
def test_a_choice_is_named_and_both_is_compulsory(text: str, choice: bool | None) -> None:
    assert optional(text) is choice


STATES: dict[bool | None, str] = {
    True: """
    通过|审核通过|已通过|已发布|已审核|已布置|正常|有效|同意|Approved|published|OK|待审核|待发布|审核中|未审核|pending
    退回修改后通过|驳回后已通过|已完成
    """,
    False: """
    驳回|已驳回|駁回|退回|退回修改|撤回|已撤回|撤销|草稿|作废|作廢|已删除|未通过|不通过|审核不通过|审核未通过|取消|已取消|未发布|取消发布|通过后撤回
    已发布后撤回|Rejected|withdrawn|Draft|cancelled|revoked|deleted|not approved
    """,
    None: "|三年级|语文|是|否|20|时间过长",
}


@pytest.mark.parametrize(("text", "state"), [(text, state) for state, texts in STATES.items() for text in split(texts)])
def test_a_state_of_approval_says_whether_it_was_set(text: str, state: bool | None) -> None:
    assert was_set(text) is state


def test_a_label_holds_all_that_a_word_says() -> None:
    assert label("A层选做书面作业（校内）") == Label(kind="written", place="school", layer="A", optional=True)
    assert label("语文") == Label(subject="语文")
    assert label("体育") == Label(kind="sport", subject="体育")
    assert label("第3课") is None


@pytest.mark.parametrize("word", split("口头|书面作业|选做|必做题|校内完成|A层|课外阅读|亲子阅读|口头、阅读|基础层|实践活动|Optional"))
def test_a_mark_is_nothing_but_words_of_the_vocabulary(word: str) -> None:
    assert is_mark(word)


@pytest.mark.parametrize(
    "word", split("|含背诵|不含背诵|除口头外|实践论|阅读P12|题|作业|语文|完成|第3课|口头报告会|阅读绿色圃中小学|约20分钟|时间")
)
def test_a_word_with_anything_else_is_no_mark(word: str) -> None:
    assert not is_mark(word)


WRITTEN, ORAL, OPTIONAL = Label(kind="written"), Label(kind="oral"), Label(optional=True)

MARKS: dict[str, Label] = {
    # all of it
    "【口头】朗读第3课": ORAL,
    "[口头] 朗读第3课": ORAL,
    "（口头）朗读第3课": ORAL,
    "朗读第3课（口头）": ORAL,
    "朗读第3课 【口头】": ORAL,
    "口头：背诵": ORAL,
    "口头作业：背诵第3课，读第4课": ORAL,
    "【口头】朗读第3课，背诵第二段": ORAL,
    "【口头】听读Unit 2对话（10 mins）": ORAL,
    "1.【口头】朗读第3课": ORAL,
    "【口头】背诵；【口头】朗读": ORAL,
    "口头：背诵；口头：朗读": ORAL,
    "【口头作业】\n1.背诵第3课\n2.朗读第4课": ORAL,
    "口头作业：1、背诵；2、朗读": ORAL,
    "听、读课文（口头）": ORAL,
    "读第3章（选做）": OPTIONAL,
    "Unit 3 单词（选做）": OPTIONAL,
    "选做：练习册P12": Label(kind="", optional=True),
    "【选做】朗读（口头）": Label(kind="oral", optional=True),
    "朗读（口头）（选做）": Label(kind="oral", optional=True),
    "【A层】练习册P12": Label(layer="A"),
    "【校内】练习册P12": Label(place="school"),
    "【必做】练习册P12": Label(optional=False),
    "作文：《我的小院》": WRITTEN,
    "家庭小实验：测身高（实践）": Label(kind="practical"),
    # not all of it
    "抄写生字；【口头】背诵": Label(),
    "背诵第3课（口头）；抄写生字": Label(),
    "1.抄写生字 2.背诵第3课（口头）": Label(),
    "①抄写生字②背诵第3课（口头）": Label(),
    "抄写生字，背诵第3课（口头）": Label(),
    "抄写生字 背诵第3课（口头）": Label(),
    "抄写生字，做口算（选做）": Label(),
    "1.练习册P12 2.口算P13（选做）": Label(),
    "1、练习册P12。2、口算P13（选做）": Label(),
    "练习册P12\n口算P13（选做）": Label(),
    "练习册P12\n（选做）": Label(),
    "口头：背诵第3课。抄写生字": Label(),
    "练习册第5题（选做）和第6题": Label(),
    # written work wins
    "口头：背诵；书面：抄写": WRITTEN,
    "口头：背诵，书面：抄写": WRITTEN,
    "口头：背诵第3课 书面：抄写生字": WRITTEN,
    "【口头】背诵【书面】抄写": WRITTEN,
    "【口头作业】背诵\n【书面作业】抄写": WRITTEN,
    "【口头】朗读第3课，抄写生字": WRITTEN,
    "口头：朗读并默写古诗": WRITTEN,
    "抄写古诗（口头）": WRITTEN,
    "【口头作业】\n1.背诵第3课\n2.抄写生字": WRITTEN,
    "【阅读】读第3章，做读书笔记": WRITTEN,
    # compulsory, home and everybody's work win
    "【必做】练习册P12，【选做】P13": Label(optional=False),
    "【选做】练习册P12，【必做】P13": Label(optional=False),
    "【校内】练习册P12，【家庭】口算": Label(place="home"),
    "【A层】练习册P12，【B层】练习册P13": Label(),
    # no marks at all
    "读《实践论》": Label(),
    "阅读课外书（阅读P12）": Label(),
    "练习3（b）": Label(),
    "选择题(A)": Label(),
    "其他：练习册P12": Label(),
    "练习册P12（约20分钟）": Label(),
    "语文：练习册P12": Label(),
    "第3课：练习": Label(),
    "背诵第3课": Label(),
    "": Label(),
}


@pytest.mark.parametrize(("content", "said"), MARKS.items(), ids=repr)
def test_a_mark_counts_only_if_it_speaks_for_the_whole_text(content: str, said: Label) -> None:
    assert marks(content) == said


# --- relations ---

PIECES = [
    *(
        "【口头】",
        "（选做）",
        "书面：",
        "口头：",
        "【A层】",
        "（校内）",
        "必做：",
        "抄写生字",
        "背诵第3课",
        "练习册P12",
        "，",
        "；",
        "。",
        "\n",
        " ",
        "1.",
        "②",
        "、",
    ),
    *("(", ")", "【", "】", ":", "选做", "非", "A", "层"),
]
TEXT = st.one_of(st.text(max_size=40), st.lists(st.sampled_from(PIECES), max_size=10).map("".join))
KIND = set(vocabulary.KINDS) | {""}


@settings(max_examples=400, deadline=None)
@given(TEXT)
def test_any_text_says_what_the_vocabulary_knows(text: str) -> None:
    for said in (label(text) or Label(), marks(text)):
        assert said.kind in KIND
        assert said.place in ("", "home", "school")
        assert said.optional in (None, True, False)
    assert was_set(text) in (None, True, False)
    assert marks(text).subject == ""


OTHER_KINDS = st.sampled_from(["口头", "阅读", "实践", "体育", "劳动"])
SEPARATOR = st.sampled_from(["；", "。", "\n", "，", " "])


@settings(max_examples=200, deadline=None)
@given(OTHER_KINDS, SEPARATOR, st.sampled_from(["抄写生字", "书面：练习", "【书面】练习", "默写古诗（书面）", "完成习题"]), st.booleans())
def test_written_work_is_never_hidden_behind_another_kind(other: str, separator: str, written: str, first: bool) -> None:
    items = [f"【{other}】读一读", written]
    said = marks(separator.join(reversed(items) if first else items))
    assert said.kind in ("", "written")


@settings(max_examples=200, deadline=None)
@given(
    SEPARATOR,
    st.sampled_from(["（选做）", "【选做】"]),
    st.lists(st.sampled_from(["抄写生字", "口算第3页", "读第3课"]), min_size=1, max_size=3),
)
def test_a_choice_behind_the_last_of_several_is_not_for_all(separator: str, mark: str, before: list[str]) -> None:
    assert marks(separator.join([*before, f"做练习{mark}"])).optional is not True


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(["口头", "选做", "A层", "校内"]), st.sampled_from(["读第3课", "练习册P12"]))
def test_one_thing_with_a_mark_is_what_the_mark_says(word: str, thing: str) -> None:
    said = label(word)
    assert said is not None
    assert {marks(text) for text in (f"【{word}】{thing}", f"{word}：{thing}")} <= {said, WRITTEN}
    assert marks(f"读课文（{word}）") == said
