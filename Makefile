# Two commands are enough: `make demo` to see it, `make test` to change it.

PYTHON := .venv/bin/python
STATEMENT := examples/statements/sunday-hours.md
FORMATS := letter a4 tri-fold tri-fold-a4 half-sheet half-sheet-a4

.PHONY: help demo test setup clean

help:
	@echo 'make demo    set up what is missing, then make every format of an example in out/'
	@echo 'make test    set up what is missing, then lint, check types and run all tests'
	@echo 'make setup   only set up: Pango, and the Python packages in .venv/'
	@echo 'make clean   remove .venv/ and everything that was made'

demo: setup
	.venv/bin/flyers make $(STATEMENT) $(FORMATS:%=--format %) --out out
	@echo 'Look in out/: one print-ready PDF for each format.'

test:
	@scripts/setup.sh dev
	$(PYTHON) -m ruff check
	$(PYTHON) -m ruff format --check
	$(PYTHON) -m mypy
	$(PYTHON) -m pytest --numprocesses auto

setup:
	@scripts/setup.sh

clean:
	rm -rf .venv out build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
