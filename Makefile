# Two commands: `make run` and `make test`. Everything else here serves those two; `make quick` is what to run
# after every change, half a minute of it; `make faults` is the long form of tests/faults, for an hour in which the
# machine has nothing else to do.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

# one more than there are cores: some stories wait for a browser or a pace, and another goes on meanwhile
WORKERS ?= $(shell $(PYTHON) -c 'import os; print(os.cpu_count() + 1)')
KILLS ?= 500
SEED ?= 0

.PHONY: run test quick faults crawl screens mutants bench gaming lock clean

run: $(VENV)/run.stamp
	$(BIN)/python -m bot

test: $(VENV)/test.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder

# ruff, mypy, the rules' tests and the units of what has changed since main; `make test` has the last word.
quick: $(VENV)/test.stamp
	$(BIN)/python -m tests.quick

faults: $(VENV)/test.stamp
	FAULTS=all $(BIN)/pytest -n auto --dist load tests/faults/test_crash_points.py tests/faults/test_races.py \
		tests/faults/test_one_client_races.py
	$(BIN)/pytest tests/faults/test_whole_bot_machine.py --hypothesis-profile=long
	$(BIN)/python -m tests.faults.storm --kills $(KILLS) --seed $(SEED)

# Every button of every screen pressed by every role, in the small office and in a large one: half an hour.
crawl: $(VENV)/test.stamp
	CRAWL=all $(BIN)/pytest -n auto --dist load tests/crawl

# Every screen as the crawl finds it, in both languages, on one page.
SCREENS ?= screens.html
screens: $(VENV)/test.stamp
	$(BIN)/python -m tests.crawl.picture $(SCREENS)

bench: $(VENV)/run.stamp
	$(BIN)/python -m bench.replay
	$(BIN)/python -m bench.history
	$(BIN)/python -m bench.cost

gaming: $(VENV)/run.stamp
	$(BIN)/python -m bench.gaming --pages

mutants: $(VENV)/test.stamp
	$(BIN)/python -m tests.mutants

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Fairlead needs Python 3.11 or newer")'
	$(PYTHON) -m venv $(VENV)

# Every package by its hash, the tool that builds our own among them; our own without asking for anything more.
PIP := $(BIN)/pip install --quiet --disable-pip-version-check
OURS := $(PIP) --no-deps --no-build-isolation -e .

$(VENV)/run.stamp: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(PIP) --require-hashes -r constraints.txt
	$(OURS)
	touch $@

$(VENV)/test.stamp: pyproject.toml constraints-test.txt | $(VENV)/bin/python
	$(PIP) --require-hashes -r constraints-test.txt
	$(OURS)
	touch $@ $(VENV)/run.stamp

# After a change of the dependencies in pyproject.toml; what is pinned already stays.
LOCK := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	--no-emit-index-url --group build pyproject.toml

lock: $(VENV)/run.stamp
	$(PIP) uv
	$(BIN)/$(LOCK) -o constraints.txt
	$(BIN)/$(LOCK) --extra test -c constraints.txt -o constraints-test.txt

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
