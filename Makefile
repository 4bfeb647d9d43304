# Two commands are enough: `make demo` to see it, `make test` to change it.

PYTHON := .venv/bin/python
RIVERSIDE := examples/riverside
STATEMENTS := $(RIVERSIDE)/content/statements
KIT := .venv/bin/flyers kit --out out/riverside

.PHONY: help demo test setup clean

help:
	@echo 'make demo    set up what is missing, then make the flyers of two made-up groups in out/'
	@echo 'make test    set up what is missing, then lint, check types and run all tests'
	@echo 'make setup   only set up: Pango, and the Python packages in .venv/'
	@echo 'make clean   remove .venv/ and everything that was made'

demo: setup
	.venv/bin/flyers make $(filter-out %-draft.md,$(wildcard $(STATEMENTS)/*.md))
	.venv/bin/flyers make examples/hill-end/content/statements/*.md
	$(KIT) library-rally $(STATEMENTS)/sunday-reading-room.md
	$(KIT) bus-meeting $(STATEMENTS)/line-9-after-eight.md
	$(KIT) market-stall $(STATEMENTS)/tool-library.md
	@rm -rf out/site && cp -R $(RIVERSIDE) out/site
	.venv/bin/flyers publish out/site --write --quiet
	@$(PYTHON) scripts/gallery.py out

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
