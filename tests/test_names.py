"""No module gives a name to two things: the second would silently take the place of the first."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import homework_audit

MODULES = sorted(Path(homework_audit.__file__).parent.rglob("*.py"))


def names_of(module: ast.Module) -> Iterator[str]:
    for statement in module.body:
        if isinstance(statement, ast.FunctionDef | ast.ClassDef):
            yield statement.name
        elif isinstance(statement, ast.Assign | ast.AnnAssign):
            targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
            yield from (
                node.id for target in targets for node in ast.walk(target) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
            )


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_each_name_of_a_module_means_one_thing(path: Path) -> None:
    names = Counter(names_of(ast.parse(path.read_text(encoding="utf-8"))))
    assert [name for name, times in names.items() if times > 1] == []
