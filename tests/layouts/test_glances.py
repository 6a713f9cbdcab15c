"""A glance that spares a closer look passes over nothing that the closer look would have found."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from homework_audit.layouts import beside_texts
from homework_audit.layouts.beside_texts import adds_homework, changes_figures, may_say_something, sets_homework
from homework_audit.values import stated_times
from homework_audit.values.stated_times import states_time

_PATTERNS = (beside_texts._MORE, beside_texts._MEASURE, beside_texts._CHANGES, beside_texts._ELSEWHERE, beside_texts._MARKED)
_AROUND = st.sampled_from(["", "英语", "抄写", "练习册", "20分钟", "一张", "数学作业", "加"])
_TEXTS = st.tuples(
    _AROUND, st.one_of([st.from_regex(pattern.pattern, alphabet=st.characters(codec="gb18030")) for pattern in _PATTERNS]), _AROUND
)


@given(_TEXTS.map("".join))
def test_what_adds_to_homework_or_changes_it_is_looked_at(text: str) -> None:
    if adds_homework(text) or changes_figures(text) or sets_homework(text):
        assert may_say_something(text)


@given(st.from_regex(re.compile(stated_times._TIME.pattern, stated_times._TIME.flags)))
def test_what_states_a_time_has_the_sign_of_a_unit(text: str) -> None:
    found = stated_times._TIME.search(text)
    assert found
    assert stated_times._UNIT_SIGN.search(found[0])


@given(
    st.tuples(_AROUND, st.sampled_from(["20分钟", "1小时", "30min", "半个钟头", "一刻钟", "25′", "1h", "1时20分"]), _AROUND).map("".join)
)
def test_a_time_is_seen_whatever_stands_around_it(text: str) -> None:
    if states_time(text):
        assert may_say_something(text)
