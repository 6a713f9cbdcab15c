"""The rule `phone-task`."""

from __future__ import annotations

import re
from typing import Final

from homework_audit.rules.wording import WordingRule, stated
from homework_audit.values.expressions import expression

_PHONE_TASK: Final = expression(
    r"打卡|接龙|小程序|公众号|扫码|二维码|(?<![a-z])app(?![a-z])|(?:微信|qq|钉钉|班级|家长|企业微信)群|上传(?:至|到)?[^，。；,;]{0,4}(?:照片|视频|音频|录音|平台|群)"
    r"|(?:拍照|拍视频|录视频|录像|录音|拍摄)[^，。；,;]{0,6}(?:上传|发|提交|传)|(?:发|传|提交)(?:至|到|在|进)?[^，。；,;]{0,4}(?:微信|钉钉|qq)"
    r"|(?:用|在)手机(?:上)?(?:完成|提交|答题|做)|(?:线上|网上|在线)(?:提交|答题|作业)|(?:钉钉|微信)(?:提交|打卡|上交|发)",
    re.IGNORECASE,
)


class PhoneTask(WordingRule):
    """Wording that has homework done or handed in by phone: 打卡, 拍照上传, 发到微信群.

    A hint for a person.

    Source: 教育部办公厅《关于加强义务教育学校作业管理的通知》, made public on 25 April 2021: no homework by phone; in
    Ningxia 《关于促进中小学生身心健康发展的十条措施（试行）》, March 2021: none set, done or handed in by phone.

    Example: «朗读课文并在群里打卡» in 三(1)班.
    """

    def found(self, text: str) -> str:
        """The words of a text that need a phone."""
        return stated(_PHONE_TASK, text)
