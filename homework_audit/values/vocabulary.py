"""The words that teachers use for subjects, kinds, layers and states, as data: the one place to add a word.

Every word is written as `values.text.compact` leaves it: half-width, simplified, lower case, no spaces.
"""

from __future__ import annotations

from typing import Final

SUBJECTS: Final[dict[str, tuple[str, ...]]] = {
    "语文": ("语", "语文课", "国语", "chinese", "作文", "写字", "书法"),
    "数学": ("数", "数学课", "算术", "maths", "math", "mathematics"),
    "英语": ("英", "英文", "外语", "外", "英语课", "english"),
    "科学": ("科", "自然", "science"),
    "物理": ("物", "理", "physics"),
    "化学": ("化", "chemistry"),
    "生物": ("生", "生物学", "biology"),
    "历史": ("历", "史", "history"),
    "地理": ("地", "geography"),
    "道德与法治": (
        "道法",
        "道",
        "政",
        "政治",
        "思品",
        "思想品德",
        "品德",
        "品社",
        "法治",
        "思政",
        "思想政治",
        "civics",
        "politics",
        "moraleducation",
    ),
    "历史与社会": ("社会", "历社", "社", "socialstudies"),
    "信息科技": ("信息技术", "信息", "信技", "计算机", "电脑", "it", "ict", "computing", "computerscience"),
    "体育": ("体", "体育与健康", "体健", "体锻", "pe", "p.e.", "sport", "sports", "physicaleducation"),
    "音乐": ("音", "music"),
    "美术": ("美", "art", "arts"),
    "劳动": ("劳", "劳技", "劳动教育", "劳动技术", "labour", "labor"),
    "综合实践": ("综合", "综合实践活动", "综实", "practice"),
    "心理健康": ("心理", "心健"),
    "民族语文": ("藏语文", "藏文", "藏语", "蒙语文", "蒙古语文", "维语文", "维吾尔语文", "朝鲜语文", "哈语文", "彝文"),
    "通用技术": ("通技",),
}
"""Standard name → other names. One-letter names count only where a cell or a heading holds nothing else."""

USUAL_KIND: Final = {"体育": "sport", "劳动": "labour"}
"""The kind of homework of a subject when nobody says it; every other subject's is written."""

KINDS: Final[dict[str, tuple[str, ...]]] = {
    "written": (
        *("书面", "动笔", "书写", "笔头", "笔答", "纸笔", "抄写", "默写", "听写", "作文", "习作", "写作", "写话", "练笔", "习题", "试卷"),
        *("练习册", "练习题", "练习卷", "阅读理解", "阅读题", "阅读训练", "阅读练习", "摘抄", "日记", "周记", "笔记", "读后感", "观后感"),
        *("实验报告", "调查报告", "written", "writing"),
    ),
    "oral": (
        "口头练习",
        "口语练习",
        "听说练习",
        "口头",
        "动口",
        "口语",
        "口述",
        "听说",
        "背诵",
        "朗读",
        "跟读",
        "听读",
        "oral",
        "spoken",
        "speaking",
        "recitation",
    ),
    "reading": ("阅读", "读书", "reading"),
    "practical": ("实践", "非书面", "动手", "操作", "制作", "手工", "实验", "探究", "观察", "调查", "practical", "hands-on", "project"),
    "sport": ("体育", "锻炼", "运动", "体锻", "sport", "sports", "exercise"),
    "labour": ("劳动", "家务", "labour", "labor", "chores"),
    "other": ("其他", "其它", "other"),
}
"""Kind → the words that state it in a column of kinds, a heading, or a mark such as 【口头】."""

KIND_SIGNS: Final = {
    "写": "written",
    "笔": "written",
    "说": "oral",
    "读": "oral",
    "背": "oral",
    "听": "oral",
    "口": "oral",
    **dict.fromkeys(("不写", "不用写", "不动笔", "不用动笔"), "practical"),
}
"""What a column of kinds may hold for short."""
CHOICE_SIGNS: Final = {"必": "必做", "选": "选做"}
"""What a column of choices may hold for short."""

WRITING: Final = (
    *("抄写", "默写", "听写", "书写", "写字", "写话", "写作", "写一", "写出", "写好", "笔头", "书面", "试卷", "习题"),
    *("练习册", "练习题", "报告", "日记", "笔记", "描红"),
)
"""Words that make homework written whatever a mark beside it says: «【口头】朗读，抄写生字»."""

NOTICES: Final = frozenset({"通知", "公告", "班级通知", "消息", "打卡", "接龙"})
"""Types of what an app sends out beside homework."""

SHORT_MARKS: Final = {"口": "口头", "读": "朗读", "背": "背诵", "选": "选做"}
"""What one character in brackets says of homework: «【口】跟读»."""

SCHOOL: Final = (
    "校内",
    "晚自习内",
    "托管时写完",
    "课后服务内",
    "课后服务时",
    "托管时",
    "托管",
    "在校消化",
    "在校",
    "课后服务",
    "课内",
    "课堂完成",
    "当堂",
    "随堂",
    "学校完成",
    "延时服务",
    "延时班",
    "atschool",
    "inschool",
    "inclass",
    "school",
)
HOME: Final = (
    *(
        "家庭",
        "校外",
        "家里",
        "家中",
        "宿舍",
        "在家",
        "带回家写",
        "带回家做",
        "带回家",
        "回家",
        "课外",
        "校内外",
        "课内外",
        "非校内",
        "不在校",
    ),
    *("home", "athome", "afterschool", "outofschool", "outsideschool", "outside"),
)
"""Words for home come before those for school: «校内外» and «after school» are not all in school."""

UNFINISHED: Final = ("未完成", "没写完", "未写完", "没完成", "没做完", "未做完", "带回", "部分", "剩余", "剩下")
"""Words that send what was begun in school home."""

OPTIONAL: Final = ("选做", "选作", "非必做", "可选", "自选", "自愿", "鼓励", "弹性", "拓展", "挑战", "optional", "extra", "bonus")
LAYER_NAMES: Final = ("拓展", "挑战", "弹性")
"""Words for optional work that beside a layer are no more than its name: «A层（拓展）»."""
COMPULSORY: Final = ("必做", "必作", "必选", "必交", "全体", "基础性", "compulsory", "required", "mandatory")

NOT_SET: Final = (
    "驳回",
    "退回",
    "撤回",
    "撤销",
    "草稿",
    "作废",
    "拒绝",
    "否决",
    "终止",
    "已删除",
    "未通过",
    "不通过",
    "取消",
    "未发布",
    "取消发布",
    "撤销发布",
    "撤回发布",
    "发布失败",
    "取消布置",
    "revoked",
    "returned",
    "disapproved",
    "notapproved",
    "unpublished",
    "rejected",
    "withdrawn",
    "draft",
    "cancelled",
    "canceled",
    "deleted",
)
SET: Final = (
    "通过",
    "已发布",
    "发布",
    "已审核",
    "已布置",
    "正常",
    "有效",
    "完成",
    "同意",
    "approved",
    "published",
    "accepted",
    "ok",
    "active",
)
PENDING: Final = ("待审核", "待发布", "审核中", "未审核", "待审", "pending")
"""Handed in and not turned down: it stands until somebody says otherwise."""

UNCERTAIN: Final = (
    "适量",
    "视情况",
    "因人而异",
    "不限",
    "不定",
    "灵活",
    "自定",
    "酌情",
    "视个人",
    "看情况",
    "待定",
    "未定",
    "待估",
    "没估",
    "说不准",
)

HEADINGS: Final[dict[str, tuple[str, ...]]] = {
    "minutes": (
        *(
            "时长",
            "用时",
            "耗时",
            "估时",
            "分钟",
            "分钟数",
            "预计",
            "预估",
            "分",
            "时",
            "完成时间",
            "所需时间",
            "作业时间",
            "预计时间",
            "建议时间",
            "作业量",
            "完成用时",
            "时限",
            "限时",
            "几分钟",
            "要几分钟",
            "多少分钟",
            "多久",
            "要多久",
            "多长时间",
        ),
        *("duration", "minutes", "mins", "min", "esttime", "estimatedtime", "timeneeded", "hours", "小时", "小时数"),
        *("定时", "申报", "时量", "需时", "估", "完成需要"),
    ),
    "time": ("时间", "time"),
    "date": (
        "日期",
        "月日",
        "日子",
        "布置时间",
        "布置日",
        "作业日",
        "布置于",
        "date",
        "assigned",
        "assignedon",
        "seton",
        "day",
        "日",
        "哪天",
        "哪一天",
    ),
    "month": ("月", "月份", "month"),
    "weekday": ("星期", "周几", "星期几", "weekday", "dayofweek"),
    "week": ("周次", "第几周", "教学周", "weekno", "week"),
    "due": (
        "截止日期",
        "截止时间",
        "截止",
        "上交日期",
        "上交时间",
        "交作业时间",
        "应交日期",
        "完成期限",
        "期限",
        "完成日期",
        "due",
        "duedate",
        "duetime",
        "dueon",
        "deadline",
    ),
    "grade": ("年级", "grade", "gradelevel", "yeargroup"),
    "class": (
        "班级",
        "班别",
        "班",
        "班次",
        "班号",
        "班级代码",
        "班级编号",
        "班级编码",
        "班名",
        "年班",
        "年.班",
        "行政班",
        "教学班",
        "class",
        "classes",
        "form",
        "homeroom",
    ),
    "school": ("学校", "学校名称", "校名", "school"),
    "subject": ("学科", "门类", "学科教师", "科目教师", "学科/教师", "科目", "课程", "科别", "学科名称", "subject", "course"),
    "content": (
        *("巩固练习", "校内练习", "课堂练习", "练习内容"),
        *(
            "作业内容",
            "作业标题",
            "内容",
            "作业",
            "作业名称",
            "作业题目",
            "具体内容",
            "作业安排",
            "作业布置",
            "布置内容",
            "作业要求",
            "题目",
            "作业详情",
            "做什么",
            "干什么",
            "任务",
            "任务内容",
            "作业项",
            "作业项目",
            "功课",
            "课业",
            "书面练习",
            "留的什么",
            "布置的什么",
        ),
        *("assignment", "homework", "task", "tasks", "content", "description", "work"),
    ),
    "kind": (
        *("kindoftask", "typeoftask", "tasktype", "kindofhomework"),
        *(
            "作业类型",
            "类型",
            "类别",
            "是否书面",
            "是否书面作业",
            "书面/口头",
            "口头/书面",
            "哪一类",
            "哪类",
            "什么类型",
            "何种类型",
            "作业形式",
            "形式",
            "种类",
            "作业方式",
            "方式",
            "作业性质",
            "性质",
            "作业类别",
        ),
        *("type", "mode", "kind", "category", "format"),
    ),
    "place": (
        "完成地点",
        "地点",
        "完成场所",
        "场所",
        "完成场地",
        "完成场景",
        "在哪做",
        "在哪写",
        "在哪完成",
        "在哪里做",
        "校内/校外",
        "校内外",
        "是否家庭作业",
        "place",
        "where",
        "location",
    ),
    "requirement": (
        "必做/选做",
        "必做选做",
        "必选做",
        "选做/必做",
        "是否必做",
        "是否选做",
        "必做",
        "必/选",
        "完成要求",
        "required",
        "compulsory",
    ),
    "layer": ("层次", "分层", "层级", "作业层次", "适用层次", "适用对象", "layer", "level", "tier", "group"),
    "status": (
        "审核状态",
        "状态",
        "审批状态",
        "审核结果",
        "审批结果",
        "审核结论",
        "审批结论",
        "审定结果",
        "审核意见",
        "审批意见",
        "发布状态",
        "意见",
        "status",
        "state",
    ),
    "other": (
        *(
            "教师",
            "老师",
            "部门",
            "布置人",
            "填写人",
            "填报人",
            "负责人",
            "班主任",
            "姓名",
            "审核人",
            "备注",
            "说明",
            "原因",
            "序号",
            "编号",
            "流水号",
            "申报人",
            "入学年级",
            "入学年份",
            "抽测",
            "实测",
            "自动提示",
            "代码",
            "工号",
            "实",
        ),
        *(
            "id",
            "no.",
            "no",
            "number",
            "teacher",
            "name",
            "remark",
            "remarks",
            "note",
            "notes",
            "comment",
            "comments",
            "学年",
            "学期",
            "学段",
            "automatichint",
        ),
        *(
            "人数",
            "附件",
            "附件数",
            "浏览人次",
            "题量",
            "难度",
            "难易程度",
            "难度层次",
            "难易层次",
            "难度层级",
            "difficulty",
            "difficultylevel",
            "单位",
            "时间戳",
            "timestamp",
            "目标",
            "目的",
            "设计意图",
            "反馈",
            "签字",
            "签名",
            "合计",
            "小计",
            "总计",
            "总量",
            "total",
        ),
        *(
            "是否超标",
            "是否超时",
            "是否超限",
            "是否达标",
            "是否合格",
            "是否合规",
            "超标情况",
            "达标情况",
            "超标",
            "超时",
            "结论",
            "预警",
            "limit",
            "cap",
        ),
        *("批改", "批改方式", "评价", "页码", "书本名称", "教材", "章节", "课题"),
    ),
}
"""Field → the words that head its column. Where a heading holds several, the last one in it is what it is about."""

NOT_THE_ESTIMATE: Final = (
    "实际",
    "就寝",
    "睡眠",
    "入睡",
    "起床",
    "试做",
    "原",
    "合计",
    "总",
    "累计",
    "平均",
    "上次",
    "学生",
    "实测",
    "抽测",
    "反馈",
    "家长",
    "调研",
    "审核",
    "提交",
    "填写",
    "开始",
    "结束",
    "上课",
    "答题",
    "答卷",
    "作答",
    "发送",
    "接收",
    "推送",
    "接龙",
    "上限",
    "限额",
    "超标",
    "超时",
    "超出",
    "超限",
    "剩余",
    "actual",
    "total",
    "average",
    "real",
    "previous",
    "reported",
)
"""Words that make a heading of minutes speak of something else than the teacher's estimate."""

ESTIMATE: Final = ("预计", "预估", "估计", "建议", "计划", "书面", "estimated", "expected", "planned", "est")
NOT_THE_DAY: Final = (
    "提交",
    "填写",
    "填报",
    "填表",
    "填单",
    "审核",
    "审批",
    "登记",
    "录入",
    "创建",
    "更新",
    "导出",
    "上报",
    "检查",
    "批改",
    "反馈",
    "打印",
    "修改",
    "签字",
    "签名",
    "制表",
    "查",
    "统计",
    "汇总",
    "生成",
    "讲评",
    "收取",
    "回收",
    "返还",
    "答题",
    "答卷",
    "作答",
    "submitted",
    "created",
    "updated",
    "approved",
    "出生",
)
"""Words that make a heading of dates speak of something else than the day the homework was set for."""

NOT_THE_KIND: Final = (
    "验收",
    "提交",
    "上交",
    "检查",
    "批改",
    "评价",
    "反馈",
    "考核",
    "检测",
    "审核",
    "班级",
    "学校",
    "附件",
    "文件",
    "教师",
)
"""Words that make a heading of kinds speak of something else than the homework: 反馈方式 may be 口头."""

TOTALS: Final = (
    "合计",
    "小计",
    "总计",
    "共计",
    "总和",
    "汇总",
    "累计",
    "共",
    "计",
    "日计",
    "周计",
    "月计",
    "总时长",
    "总分钟",
    "总用时",
    "总时间",
    "总量",
    "全天",
    "total",
    "subtotal",
    "sum",
    "grandtotal",
)
AVERAGES: Final = (
    *("平均", "最高", "最大", "最长", "最低", "最小", "最短", "均值", "日均", "周均", "人均", "班均", "科均"),
    *("average", "mean", "avg"),
)
"""Words of figures that prove nothing of the rows beside them: means, extremes."""
RUNNING: Final = frozenset({"累计", "累计用时", "累计时长", "累积", "runningtotal", "cumulative"})
"""Headings of columns of sums that grow from row to row."""
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

REMARKS: Final = ("备注", "说明", "要求", "其他", "其它", "remark", "note", "comment")
"""Headings of columns of free remarks."""

ORGANISATION: Final = ("部门", "组织", "所属")
"""Headings of columns of places in an organisation: «某小学-五年级组-五年级3班»."""

DAY_OFF: Final = frozenset(
    {
        "休息",
        "放假",
        "休",
        "假",
        "运动会",
        "停课",
        "秋游",
        "春游",
        "研学",
        "期中考试",
        "期末考试",
        "月考",
        "家长会",
        "周末",
        "假期",
        "节假日",
        "法定假日",
        "校运会",
    }
)
"""What stands in the cell of a day on which nothing is set."""

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

TASKS: Final = (
    *("作业", "练习", "抄写", "默写", "完成", "背", "读", "预习", "复习", "口算", "作文", "日记", "周记", "听写", "练字"),
    *("试卷", "小卷", "订正"),
)
"""Words that name something to be done at home, in a text that may be anything else."""

STAMPS: Final = ("发布", "发起")
"""Words before a date that is the day of the homework only where no other column has that."""

BOOK_TASKS: Final = ("练习册", "同步", "作业本", "抄写", "默写", "单元卷", "口算", "导学案", "课时")
"""Words for homework that hardly anything else in a school's tables is called by."""

TICKS: Final = frozenset({"√", "✓", "✔", "☑", "✅", "●", "◆", "○", "v", "y", "yes", "是", "对"})
"""What stands in a column whose heading holds for the row."""

DITTO: Final = ("同上", "〃", '"', "''", "′′", "ditto", "同前", "...")
UNANSWERED: Final = ("(跳过)", "(空)")
"""What the export of an online form writes where nobody answered."""
HEADING_WORDS: Final = frozenset(
    word for field, words in HEADINGS.items() if field != "other" for word in words if len(word) > 1 and not word.isascii()
) | {"minutes", "subject", "class", "grade", "date", "homework", "assignment"}

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
    "attendance": ("考勤", "出勤", "缺勤", "请假", "迟到", "签到", "点名"),
    "names": ("谁教", "姓名", "性别", "通讯录", "联系电话", "手机", "短号", "名单", "花名册", "人数", "身份证", "电话"),
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
        *("班费", "收支", "缴费", "余额", "抽查班级", "班日数"),
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

PAGES: Final = frozenset({"页码", "页数", "页", "起止页", "题号", "章节", "page", "pages"})
"""Headings of what tells two homeworks in one book apart."""

POSTED: Final = (
    *("提交时间", "提交答卷时间", "发布时间", "布置时间", "上报时间", "填报时间", "答题时间", "提交日期", "发布日期", "上报日期"),
    *("timestamp", "submittedat", "submissiontime", "completiontime", "posted", "postedat"),
)
"""Headings of the moment at which homework was put up or handed in."""

DAILY: Final = ("每日", "每天", "当日", "当天", "今日", "日报")
"""Words of a title that make its one day the day of all its homework."""

DURATION: Final = ("时长", "用时", "分钟", "耗时", "时间", "作业量", "minutes", "duration", "time")
"""Words of a heading that speak of how long something takes."""

OF_SENDING: Final = ("提交", "答卷", "填报时间", "时间戳", "timestamp", "submi")
"""Words in the headings of a form that people send in online."""

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
    *("家长", "年级主任", "年级组", "学习委员", "homeroomteacher", "coordinator", "teacher"),
)
"""Who signs below a table."""

OFFICES: Final = ("教研组", "备课组", "年级组", "教务处", "教导处", "德育处", "学校", "领导")
"""Offices that check and sign a table."""
