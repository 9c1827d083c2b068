# Everything that one does with Sammetag. Needs make and Python 3.11, 3.12 or 3.13; `make help` lists the targets.

SHELL := /bin/sh
.DEFAULT_GOAL := help
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
STAMPS := $(VENV)/.stamps

# What the caller's own environment says about Python and Django must not reach ours.
unexport PYTHONPATH PYTHONHOME PYTHONSTARTUP PIP_TARGET PIP_PREFIX PIP_USER PIP_REQUIRE_VIRTUALENV VIRTUAL_ENV
unexport $(filter DJANGO_%,$(.VARIABLES)) NODE_PATH NODE_ENV
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export npm_config_update_notifier := false

PIP := $(BIN)/python -m pip --quiet
SUITS := "import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info < (3, 14))"
NODE_SUITS := 'process.exit(parseInt(process.versions.node) >= 20 ? 0 : 1)'
WITH_NODE := PATH="$(CURDIR)/$(BIN):$$PATH"

# Where the database has a say: its walls, its journal, what its functions change, what is restored.
BY_DATABASE := $(addprefix tests/,access/test_catalogue.py access/test_differential.py access/test_either_wall.py \
	access/test_pool.py cases/test_of_each.py handover/test_function.py journal test_written.py config/backups \
	config/test_roles.py)

.PHONY: help install demo test test-server check bench goldens audit browser clean

help: ## lists what make can do
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{printf "%-16s %s\n", $$1, $$2}'

install: $(STAMPS)/command $(STAMPS)/npm ## sets up .venv with the command sammetag, and what the browser needs

demo: install ## serves the demo municipality on http://localhost:8000 (another port: make demo PORT=8001)
	@$(BIN)/sammetag demo --port $(PORT)

test: install $(STAMPS)/dev ## runs all tests, those in the browser too
	@$(BIN)/sammetag texts compile
	@$(BIN)/sammetag static collect
	@$(BIN)/python -m pytest -n 2 --dist loadfile

test-server: install $(STAMPS)/dev ## runs the tests in which the database has a say on the server that DATABASE_HOST names
	@$(BIN)/sammetag texts compile
	@$(BIN)/sammetag static collect
	@$(BIN)/python -m pytest -n 2 --dist loadfile $(BY_DATABASE)

check: install $(STAMPS)/dev ## style, types, the direction between rooms, migrations and texts
	@echo "Stil: ruff"
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@echo "Retning mellem rum: import-linter"
	@$(BIN)/lint-imports
	@echo "Typer: mypy"
	@$(BIN)/mypy
	@echo "Migrationer og tekster"
	@$(BIN)/sammetag django makemigrations --check --dry-run
	@$(BIN)/sammetag texts check

bench: install $(STAMPS)/bench ## measures the law, redraws, a report, and the pages with 600 and 40,000 cases; some minutes, for docs/benchmarks.md
	@$(BIN)/sammetag texts compile
	@$(BIN)/sammetag static collect
	@$(BIN)/python -m bench law
	@$(BIN)/python -m bench redraws
	@$(BIN)/python -m bench cox
	@$(BIN)/python -m bench report
	@$(BIN)/python -m bench

goldens: ## asks R for the numbers that the statistics must equal; says where one has changed
	@command -v Rscript >/dev/null || { echo "R mangler. / R is missing. Debian: r-base-core r-cran-survival r-cran-cmprsk r-cran-coin r-cran-jsonlite"; exit 1; }
	@for script in tests/r/*.R; do echo "$$script"; Rscript --vanilla $$script || exit 1; done
	@git diff --stat --exit-code -- tests/evaluation/goldens

audit: install $(STAMPS)/dev ## asks for known faults in what the lock files name, where a service can be reached
	@$(WITH_NODE) $(BIN)/python -m bench.audit

browser: ## installs Chromium for the browser tests where it is missing
	@if command -v chromium >/dev/null || command -v google-chrome >/dev/null; then \
		echo "Chromium findes. / Chromium is there."; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		echo "Chromium: apt-get"; \
		export DEBIAN_FRONTEND=noninteractive; \
		apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium >/dev/null; \
	else \
		echo "Chromium mangler. / Chromium is missing. Debian: sudo apt-get install chromium"; \
		exit 1; \
	fi

clean: ## removes what make made in this folder; the demo's data stays
	@if [ -x $(BIN)/sammetag ]; then $(BIN)/sammetag database stop; fi
	@rm -rf $(VENV) node_modules build *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	@find sammetag tests -name __pycache__ -type d -prune -exec rm -rf {} + ; find sammetag -name '*.mo' -delete

$(STAMPS)/venv:
	@if $(BIN)/python -c $(SUITS) 2>/dev/null; then :; else \
		for python in python3 python3.13 python3.12 python3.11 none; do \
			if $$python -c $(SUITS) 2>/dev/null; then break; fi; \
		done; \
		if [ $$python = none ]; then \
			echo "Der skal bruges Python 3.11, 3.12 eller 3.13. / Python 3.11, 3.12 or 3.13 is needed."; exit 1; \
		fi; \
		echo "Laver $(VENV) med $$($$python --version) …"; \
		$$python -m venv --clear $(VENV) || { \
			echo "Python mangler venv. / Python lacks venv. Debian, Ubuntu: apt-get install python3-venv"; exit 1; }; \
	fi
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/python: requirements.txt $(STAMPS)/venv
	@echo "Henter Python-pakker …"
	@$(PIP) install --require-hashes -r requirements.txt
	@touch $@

$(STAMPS)/command: pyproject.toml $(STAMPS)/python
	@echo "Bygger kommandoen sammetag …"
	@$(PIP) install --no-deps --no-build-isolation --no-index -e .
	@touch $@

$(STAMPS)/dev: requirements-dev.txt $(STAMPS)/command
	@echo "Henter det, som prøver og kontrol bruger …"
	@$(PIP) install --require-hashes -r requirements-dev.txt
	@touch $@

$(STAMPS)/bench: requirements-bench.txt $(STAMPS)/command
	@echo "Henter det, som loven måles ved siden af …"
	@$(PIP) install --require-hashes -r requirements-bench.txt
	@touch $@

$(STAMPS)/node: requirements-node.txt $(STAMPS)/python
	@if node -e $(NODE_SUITS) 2>/dev/null && command -v npm >/dev/null; then \
		echo "Bruger maskinens Node $$(node --version)"; \
	else \
		echo "Henter Node …"; \
		$(PIP) install --require-hashes -r requirements-node.txt; \
	fi
	@touch $@

$(STAMPS)/npm: package.json package-lock.json $(STAMPS)/node
	@echo "Henter designsystem og htmx …"
	@$(WITH_NODE) npm ci --silent
	@touch $@
