"""Turns a text of layers that everybody does into it without the words that say so: «A组…，B组…（都做）», «B层在A层基础上再做4-6题»."""

from __future__ import annotations

from homework_audit.values.expressions import expression

_ONE = r"[A-Ea-e][层组]?"
_LAYER = r"[A-Ea-e][层组]"
_AT_THE_END = expression(r"[(\[【;。]\s*(?:[两各][组层]|[a-eA-E]{2,})?(?:都|全部?|均|皆)[要需须]?(?:必?做|完成|写)[)\]】。]*\s*$")
_SAID = expression(
    r"[(\[【,;。]?(?:(?:两|各|所有|全部|三)个?(?:部分|层次?|组|类)[^,。;:()]{0,4}(?:均|都|全)[需要须]?(?:完成|做)|全体必做"
    rf"|全班[均都]?[要需]?做(?:{_ONE}\+{_ONE})?|{_ONE}[、和与]{_ONE}(?:均|都|全)[需要须]?(?:完成|做)|{_LAYER}必做[,、]?{_LAYER}必做"
    rf"|(?:{_LAYER}?[为在是])?{_LAYER}(?:的?基础上|之外|以外)[再加另]?[加另]?(?:做(?=[)\]】]))?)[)\]】。]?"
)
_WITH_ANOTHER = expression(rf"(?<=[:：])\s*{_ONE}(?:作业)?\s*\+|含{_LAYER}")
"""«B层：A层+默写20分钟»."""
_NAMES_PARTS = expression("[层组]|部分|全班|全体")


def without_all_layers(text: str) -> str:
    """The text without what makes its layers parts of everybody's homework; the same text where it says nothing of the kind."""
    rest = _AT_THE_END.sub("", text)
    if rest != text or not _NAMES_PARTS.search(text):
        return rest
    return _WITH_ANOTHER.sub("", _SAID.sub("", text)).strip() or text
