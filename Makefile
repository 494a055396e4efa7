# Everything a developer types. `make help` lists it.

PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --quiet --no-deps --require-hashes --disable-pip-version-check
CORES := $(shell getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)
# A run makes its database once for each worker: two workers only where each half has more than one core.
WORKERS := $(shell n=$$(( $(CORES) / 2 )); [ $$n -gt 1 ] && echo $$n || echo 0)
PYTEST := $(BIN)/python -m pytest
ON_SQLITE := env -u DATABASE_URL $(PYTEST)
ON_POSTGRES := $(BIN)/python tools/postgres.py -- $(PYTEST) --database-only -m "not e2e and not faults and not load and not walk"
MANAGE := $(BIN)/python manage.py
SAMPLE := env $$(grep -v '^\#' tools/sample.env)
CODE := manage.py home search participation site tools tests
UV := $(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --extra s3 \
	--generate-hashes --no-emit-index-url --no-annotate --no-header

.DEFAULT_GOAL := help
.PHONY: help run install test test-ready test-sqlite test-postgres check format messages bench a11y screens faults crawl load walk lock clean

help: ## List these targets
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: .venv/.production ## Serve the site with its demo content on http://127.0.0.1:8000 (PORT= changes it)
	@$(BIN)/python tools/run.py --port $(PORT)

install: .venv/.development ## Install everything a developer needs into .venv

test: test-ready ## Run every test on SQLite (with the journeys in Chromium) and on PostgreSQL, side by side
	@log=$$(mktemp); status=0; \
	$(ON_POSTGRES) -n $(WORKERS) >"$$log" 2>&1 & other=$$!; \
	trap 'kill $$other; wait $$other; rm -f "$$log"; exit 130' INT TERM; \
	echo "== SQLite and Chromium (PostgreSQL beside it, told afterwards)"; \
	$(ON_SQLITE) -n $(WORKERS) || status=1; \
	wait $$other || status=1; \
	echo "== PostgreSQL"; cat "$$log"; rm -f "$$log"; \
	exit $$status

test-sqlite: test-ready ## Only the first half: SQLite and Chromium
	@$(ON_SQLITE) -n $(CORES)

test-postgres: test-ready ## Only the second half: a throw-away PostgreSQL
	@$(ON_POSTGRES) -n $(CORES)

test-ready: .venv/.development
	@$(BIN)/python tools/browser.py >/dev/null
	@$(BIN)/python tools/catalogues.py compile

CHECKS := check-format check-lint check-templates check-imports check-migrations check-production check-messages
.PHONY: $(CHECKS)

check: .venv/.development ## Format, lint, import contract, migrations, production settings, catalogues
	@$(MAKE) --no-print-directory --keep-going $(CHECKS)

check-format:
	$(BIN)/ruff format --check --quiet $(CODE)

check-lint:
	$(BIN)/ruff check $(CODE)

check-templates:
	$(BIN)/djlint --lint --quiet home search participation site

check-imports:
	PYTHONPATH=.:site $(BIN)/lint-imports

check-migrations:
	DJANGO_SETTINGS_MODULE=config.settings.test $(MANAGE) makemigrations --check --dry-run

check-production:
	$(SAMPLE) DJANGO_SETTINGS_MODULE=config.settings.production $(MANAGE) check --deploy --fail-level WARNING

check-messages:
	$(BIN)/python tools/catalogues.py check

format: .venv/.development ## Write every Python file in the house's format
	$(BIN)/ruff format --quiet $(CODE)
	$(BIN)/ruff check --fix --quiet $(CODE)

messages: .venv/.development ## Bring the French and English catalogues in step with the sources
	$(BIN)/python tools/catalogues.py update

bench: .venv/.development ## Measure the goals of the site's speed
	$(BIN)/python tests/bench/run.py

a11y: .venv/.development ## Look at every screen for its accessibility, and write docs/accessibilite/ again
	@$(BIN)/python tools/browser.py >/dev/null
	@$(BIN)/python tests/a11y/run.py

screens: .venv/.development ## Take the pictures of docs/screens again
	@$(BIN)/python tools/catalogues.py compile
	@$(BIN)/python tools/screens.py

faults: .venv/.development ## Break things on purpose: killed processes, full disks, lost connections
	$(BIN)/python tools/postgres.py -- $(BIN)/python -m pytest tests/faults -m faults

walk: test-ready ## The whole office in Chromium, under the policy that browsers enforce
	@$(ON_SQLITE) tests/walk -m walk

crawl: .venv/.development ## Call every address as every role, on both databases, and write docs/permissions.md again
	@$(BIN)/python tools/catalogues.py compile
	env -u DATABASE_URL CRAWL=full $(PYTEST) tests/permissions
	CRAWL=full $(BIN)/python tools/postgres.py -- $(PYTEST) tests/permissions

load: .venv/.development ## Many residents at once, on this machine only
	$(BIN)/python tools/postgres.py -- $(BIN)/python -m pytest tests/load -m load

lock: .venv/.development ## Write the hashed locks again after a change of pyproject.toml (UPGRADE=--upgrade renews all)
	$(UV) $(UPGRADE) --output-file requirements.txt
	$(UV) $(UPGRADE) --group dev --constraint requirements.txt --output-file requirements-dev.txt

clean: ## Remove what these targets made: .venv, var, caches (the demo's database too)
	rm -rf .venv var staticfiles .pytest_cache .ruff_cache .hypothesis .import_linter_cache .grimp_cache
	find $(CODE) -name __pycache__ -type d -prune -exec rm -rf {} +
	find site/locale -name '*.mo' -delete

.venv/.created:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Missing: Python 3.11 or newer (PYTHON= names it)."; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { echo "Missing: python3-venv."; exit 1; }
	@echo "Creating .venv…"
	@$(PYTHON) -m venv .venv
	@touch $@

.venv/.production: requirements.txt | .venv/.created
	@echo "Installing what the site runs on (about a minute the first time)…"
	@$(PIP) --requirement requirements.txt
	@touch $@

.venv/.development: requirements-dev.txt requirements.txt | .venv/.created
	@echo "Installing what the site and its tests run on (about a minute the first time)…"
	@$(PIP) --requirement requirements-dev.txt
	@touch .venv/.production $@
