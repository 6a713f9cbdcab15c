"""The font in which each language is set: one that every office program has."""

from typing import Final

FONTS: Final = {"zh": "微软雅黑", "en": "Arial"}
