# Needs Python 3.11 or newer and make; everything else is installed into .venv on the first call.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: help demo test check fix eval train crossval bench serve clean

help:  ## what there is
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

$(READY): pyproject.toml scripts/make_venv.sh
	@bash scripts/make_venv.sh "$(PYTHON)" "$(VENV)"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $(READY)

demo: $(READY)  ## read the pages in examples/ into a store and show their events and who tells them
	@mkdir -p build && rm -f build/demo.riwaya*
	@$(BIN)/riwaya ingest examples --store build/demo.riwaya
	@$(BIN)/riwaya events --store build/demo.riwaya --limit 30

test: $(READY)  ## run the tests
	@bash scripts/install_postgres.sh
	$(BIN)/python -m pytest

check: $(READY)  ## style, types, data and layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/riwaya lexicon check
	$(BIN)/python -m pytest -q tests/test_layers.py

fix: $(READY)  ## mend what can be mended without thinking
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

eval: $(READY)  ## measure the readings against annotated articles
	$(BIN)/python eval/run.py

train: $(READY)  ## train the learned reader anew (an hour on two cores; needs ../shared)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,train]'
	$(BIN)/python eval/train.py

crossval: $(READY)  ## measure the learned reader on pages that it has not seen (five trainings)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,train]'
	$(BIN)/python eval/crossval.py --calibrate

bench: $(READY)  ## measure the speed of reading, and of asking a store of a million events
	$(BIN)/python benchmarks/read.py
	$(BIN)/python -m benchmarks.store

serve:  ## (not built yet)
	@echo "The workbench is not built yet." >&2; exit 2

clean:  ## remove what was installed and cached here
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
