# `make demo` and `make test` need Python 3.11 or newer and make, nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test lint types contracts build action bench lock golden rule-pages clean

$(VENV)/.runtime: requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12 ...")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.dev: $(VENV)/.runtime requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@

demo: $(VENV)/.runtime
	$(BIN)/seoaudit audit samples/optus.txt
	@echo
	$(BIN)/seoaudit draft samples/optus.txt

test: $(VENV)/.dev
	$(BIN)/python -m pytest -n 2 --dist loadfile

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy

contracts: $(VENV)/.dev
	$(BIN)/lint-imports

# The wheel, installed into a new environment and tried there.
build: $(VENV)/.dev
	rm -rf dist build/smoke
	$(BIN)/python -m hatchling build -t wheel
	$(BIN)/python -m venv build/smoke
	build/smoke/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	build/smoke/bin/python -m pip install --quiet --disable-pip-version-check --no-deps dist/*.whl
	cd build && smoke/bin/seoaudit audit ../samples/optus.txt --format json > smoke/report.json
	cd build && smoke/bin/python -c "import json, seoaudit; r = json.load(open('smoke/report.json')); assert r['score'] is not None and r['findings'], r"
	cd build && smoke/bin/seoaudit audit ../samples/optus.txt -f html:smoke/report.html
	cd build && smoke/bin/seoaudit explain LON001 > smoke/explain.txt
	cd build && smoke/bin/seoaudit doctor

# The steps of the GitHub action as they stand in action.yml, into an environment of their own.
action: $(VENV)/.dev
	rm -rf build/action && mkdir -p build/action
	for step in install audit; do $(BIN)/python -m tests.integrations.steps $$step > build/action/$$step.sh || exit; done
	RUNNER_TEMP=$(CURDIR)/build/action GITHUB_ACTION_PATH=$(CURDIR) SEOAUDIT_PYTHON=$(CURDIR)/$(BIN)/python bash -eo pipefail build/action/install.sh
	RUNNER_TEMP=$(CURDIR)/build/action GITHUB_STEP_SUMMARY=build/action/summary SEOAUDIT_PATHS=samples/optus.txt SEOAUDIT_LANG=fr \
	  bash -eo pipefail build/action/audit.sh

bench: $(VENV)/.dev
	$(BIN)/python benchmarks/speed.py
	$(BIN)/python benchmarks/rules.py

# New locks from pyproject.toml; the index in use leaves no trace in them.
lock: $(VENV)/.dev
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-annotate --python-version 3.11 \
	  --group build pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-annotate --python-version 3.11 \
	  --extra dev -c requirements.lock pyproject.toml -o requirements-dev.lock

# The expected outputs in samples/expected; look at the difference before committing it.
golden: $(VENV)/.dev
	$(BIN)/python -m tests.golden --write
	git --no-pager diff --stat -- samples/expected

# The page of each rule in docs/rules, from the rules themselves.
rule-pages: $(VENV)/.dev
	$(BIN)/python -m tests.rule_pages --write

clean:
	rm -rf $(VENV) build dist
