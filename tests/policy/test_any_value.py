"""Whatever value stands at whatever key: a policy, or one clear sentence in both languages; never an exception of another kind."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from homework_audit.errors import ConfigurationError
from homework_audit.messages import fault_text
from homework_audit.policy import Policy, load_policy
from homework_audit.policy.describing import schema

VALUES = st.sampled_from(
    [
        *("0", "-1", "3", "60.5", '"x"', '""', "[]", "[1]", '["周三"]', "{}", "true", "2026-09-14", "18:30:00", "{ a = 1 }"),
        *("[2026-09-14]", "[{ from = 2026-09-14, to = 2026-09-13 }]", '"三(1)班"', "nan", "1e308", "99999999999999999999"),
        *("[[1]]", '"\\u0000"', "2026-09-14T10:00:00", "inf", '["a", 1]', '{ "数学" = "x" }', "[{ a = 1 }]"),
    ]
)
DEFINED = schema()
TABLES: dict[str, list[str]] = {
    "[[caps]]": list(DEFINED["$defs"]["Cap"]["properties"]),
    "[[waivers]]": list(DEFINED["$defs"]["Waiver"]["properties"]),
    "[[roster]]": list(DEFINED["$defs"]["RosterLine"]["properties"]),
    "[calendar]": list(DEFINED["$defs"]["CalendarSettings"]["properties"]),
    "[counting]": list(DEFINED["$defs"]["Counting"]["properties"]),
    "[input]": list(DEFINED["$defs"]["InputSettings"]["properties"]),
    "[output]": list(DEFINED["$defs"]["Output"]["properties"]),
    **{f"[rules.{name}]": list(rule["properties"]) for name, rule in DEFINED["properties"]["rules"]["properties"].items()},
    "": [*Policy.model_fields, "preset"],
}


@st.composite
def configurations(draw: Any) -> str:
    table = draw(st.sampled_from(sorted(TABLES)))
    keys = draw(st.lists(st.sampled_from(TABLES[table]), min_size=1, max_size=4, unique=True))
    return "\n".join([table, *(f'"{key}" = {draw(VALUES)}' for key in keys)]) + "\n"


@settings(max_examples=300, deadline=None)
@given(configurations())
def test_any_value_is_taken_or_refused_in_a_sentence(tmp_path_factory: Any, text: str) -> None:
    file: Path = tmp_path_factory.mktemp("any") / "homework-audit.toml"  # a folder of its own: what lies above a path is found
    file.write_text(text, encoding="utf-8")
    try:
        load_policy(file)
    except ConfigurationError as wrong:
        for message, hint in (fault_text(wrong, "zh"), fault_text(wrong, "en")):
            assert message
            assert hint
            assert "\n" not in message
            assert "{" not in hint
            assert "Input should" not in message, "said in our own words"
