"""The words by which rows, sheets and remarks are told apart, as data: the one place to add such a word.

Every word is written as `values.text.compact` leaves it: half-width, simplified, lower case, no spaces.
"""

from __future__ import annotations

from typing import Final

KIND_SIGNS: Final = {
    "写": "written",
    "笔": "written",
    "说": "oral",
    "读": "oral",
    "背": "oral",
    "听": "oral",
    "口": "oral",
    "实": "practical",
    **dict.fromkeys(("读说", "说读", "听说读", "读背", "听读"), "oral"),
    **dict.fromkeys(("不写", "不用写", "不动笔", "不用动笔"), "practical"),
}
"""What a column of kinds may hold for short."""
CHOICE_SIGNS: Final = {"必": "必做", "选": "选做"}
"""What a column of choices may hold for short."""
NOTICES: Final = frozenset({"通知", "公告", "班级通知", "消息", "打卡", "接龙"})
"""Types of what an app sends out beside homework."""
NOTES: Final = (
    *("填表要求", "填写要求", "填报要求"),
    *(
        "备注",
        "注",
        "说明",
        "填表说明",
        "填写说明",
        "填表须知",
        "填表要求",
        "填写要求",
        "填报要求",
        "要求",
        "提示",
        "温馨提示",
        "note",
        "notes",
        "remark",
        "remarks",
    ),
    *(
        "填表人",
        "填报人",
        "制表人",
        "制表",
        "审核人",
        "审核",
        "审批",
        "班主任",
        "年级组长",
        "教研组长",
        "备课组长",
        "教务处",
        "教导处",
        "校长",
        "签字",
        "签名",
        "签章",
        "盖章",
    ),
    *(
        "填表日期",
        "填报日期",
        "填表时间",
        "日期",
        "检查人",
        "检查记录",
        "负责人",
        "联系人",
        "分管领导",
        "preparedby",
        "checkedby",
        "approvedby",
        "signature",
    ),
)
"""Words that a footnote or a line of signatures begins with."""
SAID_ALOUD: Final[dict[str, tuple[str, ...]]] = {
    "oral": (
        *("朗读", "跟读", "听读", "听录音", "背诵", "诵读", "熟读", "读课文", "听说", "讲给", "说一说", "讲故事", "复述", "口述", "口答"),
        *(
            "读《",
            "给家长",
            "口头",
            "背《",
            "背课文",
            "背口诀",
            "背单词",
            "背知识",
            "听课文",
            "读单词",
            "读对话",
            "念",
            "唱",
            "听背",
            "乘法口诀",
        ),
    ),
    "reading": ("课外阅读", "课外书", "阅读课外", "名著", "亲子阅读", "读书", "绘本"),
    "practical": (
        *(
            "观察",
            "量一量",
            "测量",
            "做一做手工",
            "制作",
            "实验",
            "调查",
            "采访",
            "摆一摆",
            "摆小棒",
            "拼一拼",
            "找一找",
            "看一看",
            "亲子游戏",
        ),
        *("和家长玩", "扑克", "七巧板", "种绿豆", "发芽", "看月亮", "不用写", "不写", "问老人", "问一问"),
    ),
    "sport": ("跳绳", "跑步", "仰卧起坐", "压腿", "锻炼", "踢毽", "拍球", "眼保健操"),
    "labour": (
        *("家务", "整理书桌", "整理房间", "整理书包", "洗碗", "扫地", "叠被子", "摆碗筷", "择菜", "洗红领巾", "拖地", "剥苞谷", "收玉米"),
        *("浇花", "擦桌子", "扫院"),
    ),
}
"""Kind → words for homework that nobody writes, believed only where the sheet's own total of written work confirms it."""
BOOK_TASKS: Final = ("练习册", "同步", "作业本", "抄写", "默写", "单元卷", "口算", "导学案", "课时")
"""Words for homework that hardly anything else in a school's tables is called by."""
DITTO: Final = ("同上", "〃", '"', "''", "′′", "ditto", "同前", "...")
UNANSWERED: Final = ("(跳过)", "(空)")
"""What the export of an online form writes where nobody answered."""
HOMEWORK: Final = ("作业", "家作", "功课", "课业", "活儿", "homework", "assignment")
"""Words that say that a table, or a text, is about homework."""
INSPECTION: Final = ("检查", "批改", "抽查", "次数", "等级", "评价", "质量", "份数", "本数", "展评", "评比", "收缴", "完成率", "上交率")
"""Words of tables about how homework was marked; without a word for time they record none."""
COVERS: Final = (
    "封面",
    "选项",
    "下拉",
    "数据有效性",
    "数据字典",
    "导出信息",
    "导出说明",
    "导出条件",
    "筛选条件",
    "info",
    "目录",
    "首页",
    "cover",
    "contents",
    "index",
)
"""Names of sheets that hold a cover or a table of contents."""
INSTRUCTIONS: Final = (
    "纪要",
    "会议记录",
    "须知",
    "说明",
    "通知",
    "细则",
    "办法",
    "方案",
    "制度",
    "规定",
    "要求",
    "标准",
    "指南",
    "意见",
    "倡议",
    "承诺",
    "图例",
    "简写",
    "字典",
    "字段",
    "howto",
    "guide",
    "legend",
    "instructions",
    "readme",
    "notes",
)
"""Words in the title of a sheet of sentences, which records nothing."""
NOT_HOMEWORK: Final[dict[str, tuple[str, ...]]] = {
    "timetable": ("课程表", "课表", "节次", "timetable", "classschedule"),
    "bells": ("作息", "铃声", "时段", "开始时间", "起止时间", "早读", "大课间", "午休"),
    "marks": ("成绩", "分数", "名次", "排名", "及格率", "优秀率", "平均分", "总分", "得分", "考号", "学号", "优生", "等第"),
    "attendance": ("查寝", "就寝", "床位", "考勤", "出勤", "缺勤", "请假", "迟到", "签到", "点名"),
    "names": (
        "谁教",
        "任课一览",
        "任课表",
        "任课安排",
        "姓名",
        "性别",
        "通讯录",
        "联系电话",
        "手机",
        "短号",
        "名单",
        "名册",
        "办公室",
        "人数",
        "身份证",
        "电话",
    ),
    "duty": ("duty", "rota", "值日", "值班", "值周", "扫地", "擦黑板", "护导", "轮值"),
    "menu": ("食谱", "菜谱", "早餐", "午餐", "菜单"),
    "exam": ("考试", "监考", "考场", "测试时间", "期中", "期末"),
    "teaching": (
        "课时分配",
        "教学进度",
        "进度表",
        "教学计划",
        "教案",
        "课时量",
        "工作量",
        "代课",
        "调课",
        "听课",
        "教研",
        "集体备课",
        "社团",
        "兴趣班",
    ),
    "calendar": ("校历", "行事历", "周工作", "会议", "活动安排"),
    "other": (
        *("班费", "收支", "缴费", "余额", "抽查班级", "班日数", "达标天数", "超标天数", "已填条数", "填报条数", "提交条数"),
        "体检",
        "视力",
        "疫苗",
        "接种",
        "卫生评比",
        "量化",
        "资产",
        "征订",
        "借阅",
        "报销",
        "乘车",
        "路线",
        "广播",
        "体质",
        "运动会",
        "满意度",
        "问卷调查",
        "培训",
        "学时",
        "预约",
        "场地",
    ),
}
"""What a sheet may be instead → words in its titles and headings that say so."""
EXAMPLES: Final = frozenset(
    {
        "填写样例",
        "填报样例",
        "填表示例",
        "示例",
        "例",
        "例子",
        "样例",
        "范例",
        "举例",
        "填写示例",
        "填报示例",
        "示范",
        "example",
        "sample",
        "e.g.",
    }
)
"""What stands first in the row of a template that shows how it is to be filled in."""
TEACHERS: Final = ("教师", "老师", "任课", "班主任")
"""Words in the name of a sheet that lists who teaches what."""
DURATION: Final = ("时长", "用时", "分钟", "耗时", "时间", "作业量", "minutes", "duration", "time")
"""Words of a heading that speak of how long something takes."""
ASIDES_OF_CHAT: Final = ("请", "谢谢", "注意", "提醒", "家长", "督促", "老师", "整理", "通知", "收到", "辛苦")
"""Words of a line in a chat group that is no homework."""
COURTESIES: Final = ("督促", "早睡", "辛苦", "谢谢", "感谢", "收到", "您好", "大家好", "请家长", "祝", "配合", "按时完成", "认真完成")
"""Words of a sentence in a message that sets nothing where it names neither a time nor anything to be done."""
OF_THE_OFFICE: Final = (
    *("意见", "签", "审", "教师", "老师", "编号", "组长", "主任", "教务", "校长", "负责人", "填表", "备注", "电话"),
    *("课题", "章节", "目标", "目的", "页码", "姓名", "单元"),
)
"""Words of a label on a form whose value is no homework."""
OPINIONS: Final = ("意见", "审批", "审核", "批准")
"""Words of a label on a form under which somebody approves it."""
SIGNING: Final = (
    *("抄录人", "记录人", "登记人", "检查人", "班长", "课代表", "宿管", "值班教师", "值周领导", "值日生", "任课教师", "任课老师", "教师"),
    *("家长", "年级主任", "年级组", "任课", "备课组", "教研组", "学习委员", "homeroomteacher", "coordinator", "teacher"),
)
"""Who signs below a table."""
OFFICES: Final = ("教研组", "备课组", "年级组", "教务处", "教导处", "德育处", "学校", "领导")
"""Offices that check and sign a table."""
