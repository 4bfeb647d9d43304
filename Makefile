# Two commands are enough: `make demo` to see it, `make test` to change it.

PYTHON := .venv/bin/python
RIVERSIDE := examples/riverside
STATEMENTS := $(RIVERSIDE)/content/statements
KITS := $(addprefix out/riverside/kits/,library-rally.zip bus-meeting.zip market-stall.zip)
OURS := $(shell find src layouts fonts -type f ! -name '*.pyc')

# The day that the groups' events are ahead of, so that the demo is the same on any day.
demo: export SOURCE_DATE_EPOCH := 1790553600

# The demo is made beside the examples, also where they came without their repository.
demo: export FLYERS_TRUST := 1

# Another search on each run; what one found, it finds again by its seed.
fuzz: INPUTS := 300
fuzz: SEED := $(shell od -An -N4 -tu4 /dev/urandom | tr -d ' ')

# Tests start Python a hundred times, which is quicker where it keeps what it compiled.
test fuzz: export PYTHONDONTWRITEBYTECODE :=
# Sets have the same order in each run; some tests compare two orders.
test fuzz: export PYTHONHASHSEED := 0

# Which Python tries the lowest versions; of another, name it: make lowest LOWEST_PYTHON=python3.13
LOWEST_PYTHON := $(PYTHON)

.PHONY: help demo test fuzz lowest setup clean

help:
	@echo 'make demo    set up what is missing, then make the flyers of two made-up groups in out/'
	@echo 'make test    set up what is missing, then lint, check types and run all tests'
	@echo 'make fuzz    search at random for what breaks a property; make fuzz SEED=… repeats a search'
	@echo '             INPUTS=20000 tries so many odd inputs of each kind'
	@echo 'make lowest  try the lowest versions of all packages that pyproject.toml allows, in build/lowest'
	@echo 'make setup   only set up: Pango, and the Python packages in .venv/'
	@echo 'make clean   remove .venv/ and everything that was made'

demo: setup $(KITS)
	.venv/bin/flyers build $(RIVERSIDE)
	.venv/bin/flyers build examples/hill-end
	@mkdir -p out/site && cp -R $(RIVERSIDE)/. out/site
	.venv/bin/flyers publish out/site --write --prune --quiet
	@$(PYTHON) scripts/gallery.py out

out/riverside/kits/library-rally.zip: $(STATEMENTS)/sunday-reading-room.md
out/riverside/kits/bus-meeting.zip: $(STATEMENTS)/line-9-after-eight.md
out/riverside/kits/market-stall.zip: $(STATEMENTS)/tool-library.md
$(KITS): out/riverside/kits/%.zip: $(OURS) $(wildcard $(RIVERSIDE)/*.* $(RIVERSIDE)/static/img/*) | setup
	.venv/bin/flyers kit --out out/riverside $* $(filter $(STATEMENTS)/%,$^)

test:
	@scripts/setup.sh dev
	$(PYTHON) -m ruff check
	$(PYTHON) -m ruff format --check
	$(PYTHON) -m mypy
	$(PYTHON) -m pytest --numprocesses auto --dist worksteal

fuzz:
	@scripts/setup.sh dev
	@echo 'make fuzz SEED=$(SEED) INPUTS=$(INPUTS)'
	$(PYTHON) -m pytest -m 'hypothesis or search' --hypothesis-profile fuzz --hypothesis-seed $(SEED) \
		--numprocesses auto --dist worksteal
	$(PYTHON) -m pytest tests/fuzz --inputs $(INPUTS) --inputs-seed $(SEED) \
		--numprocesses auto --dist worksteal

lowest:
	@scripts/setup.sh dev
	$(PYTHON) scripts/lowest_versions.py build/lowest $(LOWEST_PYTHON)

setup:
	@scripts/setup.sh

clean:
	rm -rf .venv out build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
