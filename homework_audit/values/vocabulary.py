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
        "口头讲述",
        "口头表达",
        "口头复述",
        "口语练习",
        "听说练习",
        "口头",
        "动口",
        "口语",
        "口述",
        "听说",
        "背诵",
        "诵读",
        "朗读",
        "跟读",
        "听读",
        "oral",
        "spoken",
        "speaking",
        "recitation",
    ),
    "reading": ("阅读", "读书", "reading"),
    "practical": (
        "实践",
        "实作",
        "非书面",
        "动手",
        "操作",
        "制作",
        "手工",
        "实验",
        "探究",
        "观察",
        "调查",
        "practical",
        "hands-on",
        "project",
        "notwritten",
        "nonwritten",
        "non-written",
    ),
    "sport": ("体育", "锻炼", "运动", "体锻", "sport", "sports", "exercise"),
    "labour": ("劳动", "家务", "labour", "labor", "chores"),
    "other": ("其他", "其它", "other"),
}
"""Kind → the words that state it in a column of kinds, a heading, or a mark such as 【口头】."""
WRITING: Final = (
    *("抄写", "默写", "听写", "书写", "写字", "写话", "写作", "写一", "写出", "写好", "笔头", "书面", "试卷", "习题"),
    *("练习册", "练习题", "报告", "日记", "笔记", "描红"),
)
"""Words that make homework written whatever a mark beside it says: «【口头】朗读，抄写生字»."""
SURNAMES: Final = (
    "王李张刘陈杨赵黄吴徐孙马胡朱郭林罗郑梁谢宋唐许韩冯邓曹彭曾肖董潘袁蔡蒋杜叶程魏苏吕丁卢姚沈钟姜崔谭陆范汪廖韦贾夏付邹熊孟秦邱侯尹薛闫雷"
    "黎贺顾郝龚邵覃武钱戴莫孔汤康乔段赖樊兰殷陶洪翟安颜倪俞章鲁伍焦柳裴聂冶"
)
"""The commonest surnames, without those with which homework or a day may begin (周, 方, 田, 高)."""
SHORT_MARKS: Final = {"口": "口头", "读": "朗读", "背": "背诵", "选": "选做", "劳": "劳动", "校": "在校"}
"""What one character in brackets says of homework: «【口】跟读»."""
SCHOOL: Final = (
    "校内",
    "晚自习",
    "晚辅导",
    "延时完成",
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
    "课堂上",
    "课上完成",
    "课上做",
    "课上写",
    "课上已",
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
        "居家",
        "放学后",
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
UNFINISHED: Final = (
    *("未完成", "没写完", "未写完", "没完成", "没做完", "未做完", "带回", "部分", "剩余", "剩下"),
    *("尽量", "尽可能", "争取", "可在校", "可以在校", "非在校", "未参加", "没参加", "不参加", "走读生"),
)
"""Words that send what was begun in school home, or leave open whether it is done there."""
OPTIONAL: Final = ("自愿做", "选做", "选作", "非必做", "可选", "自选", "自愿", "鼓励", "弹性", "拓展", "挑战", "optional", "extra", "bonus")
LAYER_NAMES: Final = ("拓展", "挑战", "弹性")
"""Words for optional work that beside a layer are no more than its name: «A层（拓展）»."""
COMPULSORY: Final = ("都要做", "全部要做", "必做", "必作", "必选", "必交", "全体", "基础性", "compulsory", "required", "mandatory")
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
    "不同意",
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
    *("口头布置", "口头通知", "口头告知"),
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
    "tbc",
    "tbd",
    "tba",
)
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
        "国庆",
        "国庆节",
        *("国庆假", "中秋假", "元旦假", "清明假", "端午假", "五一假", "劳动节假"),
        "中秋节",
        "元旦",
        "清明节",
        "端午节",
        "劳动节",
        "校运会",
    }
)
"""What stands in the cell of a day on which nothing is set."""
TASKS: Final = (
    *("作业", "练习", "抄写", "默写", "完成", "背", "读", "预习", "复习", "口算", "作文", "日记", "周记", "听写", "练字"),
    *("试卷", "小卷", "订正"),
)
"""Words that name something to be done at home, in a text that may be anything else."""
TICKS: Final = frozenset({"√", "✓", "✔", "☑", "✅", "●", "◆", "○", "v", "y", "yes", "是", "对"})
"""What stands in a column whose heading holds for the row."""
DAILY: Final = ("每日", "每天", "当日", "当天", "今日", "日报")
"""Words of a title that make its one day the day of all its homework."""
