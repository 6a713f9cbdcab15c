# One command for each thing that is done to this project. A virtual environment lies in .venv; PYTHON makes it.
PYTHON ?= python3
ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
else
BIN := .venv/bin
endif

.PHONY: dev check test golden bench samples pictures messages docs

dev: .venv/ready

.venv/ready: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --editable ".[dev]"
	touch .venv/ready

check: dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/mypy --platform win32
	$(BIN)/lint-imports
	$(BIN)/python -m pytest --cov --cov-report=term

test: dev
	$(BIN)/python -m pytest

golden: dev
	UPDATE_GOLDEN=1 $(BIN)/python -m pytest tests/test_golden.py tests/renderers/test_json_schema.py

bench: dev
	$(BIN)/python -m benchmarks --long

messages: dev
	$(BIN)/pybabel --quiet compile --domain homework_audit --directory homework_audit/locale

docs: dev
	$(BIN)/python -m docs.reference

pictures: dev
	$(BIN)/python -m docs.pictures

samples: dev
	$(BIN)/python -m tests.sample_week.make
