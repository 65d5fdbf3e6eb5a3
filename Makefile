# The only commands one must know. Each sets up what it needs in .venv; after that they work without network.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
DEMO := build/demo
NOW := 2026-11-21T09:00:00+07:00
SAID := tests/data/example_answers/2026-11-21

# The HTML checker, where make browser has put it; without it its test is skipped and says so.
export OKRENGINE_VNU ?= $(abspath $(wildcard build/vnu/node_modules/vnu-jar/build/dist/vnu.jar))

.DEFAULT_GOAL := help
.PHONY: help demo test lint docs example bench browser clean

help:
	@echo "make demo     measure the example OKRs, write a check-in and a report under $(DEMO)/"
	@echo "make test     set up and run the tests"
	@echo "make lint     ruff and mypy"
	@echo "make docs     write the generated schemas/"
	@echo "make example  make the example's data and check-ins anew"
	@echo "make bench    time the program against doing the same by hand"
	@echo "make browser  install what the browser tests need (Debian or Ubuntu, as root)"

# A stamp per set of packages: it is made again when pyproject.toml changes.
$(VENV)/.ready: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
		{ echo "Python 3.11 or newer is needed; name one: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Setting up $(VENV) ..."
	@$(PIP) install --upgrade "pip>=25.1"
	@$(PIP) install --editable ".[duckdb]"
	@touch $@

$(VENV)/.ready-test: $(VENV)/.ready
	@$(PIP) install --group test --group browser
	@touch $@

$(VENV)/.ready-lint: $(VENV)/.ready-test
	@$(PIP) install --group lint
	@touch $@

demo: $(VENV)/.ready
	@rm -rf $(DEMO) && mkdir -p $(DEMO)
	@cp -R okrengine.yaml okrs data checkins schemas $(DEMO)/
	@$(BIN)/okr --project $(DEMO) --as-of $(NOW) validate
	@$(BIN)/okr --project $(DEMO) --as-of $(NOW) -q checkin --by june $(foreach f,$(wildcard $(SAID)/*.yaml),--answers $(f))
	@$(BIN)/okr --project $(DEMO) --as-of $(NOW) status
	@$(BIN)/okr --project $(DEMO) --as-of $(NOW) -q report -o html=$(DEMO)/report.html \
		-o markdown=$(DEMO)/report.md -o json=$(DEMO)/report.json
	@$(BIN)/okr --project $(DEMO) --as-of $(NOW) -q report --language en -o html=$(DEMO)/report.en.html
	@echo "The report: $(DEMO)/report.html (English: $(DEMO)/report.en.html)"

test: $(VENV)/.ready-test
	@$(BIN)/python -m pytest -n 2 $(ARGS)

lint: $(VENV)/.ready-lint
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

docs: $(VENV)/.ready
	@$(BIN)/okr -q schema --write

# The example's data and its six weekly check-ins, made anew; the seventh is what make demo writes.
example: $(VENV)/.ready
	@$(BIN)/python data/make.py
	@rm -rf checkins
	@for week in 2026-10-10 2026-10-17 2026-10-24 2026-10-31 2026-11-07 2026-11-14; do \
		for said in tests/data/example_answers/$$week/*.yaml; do \
			team=$$(basename $$said .yaml); \
			$(BIN)/okr --as-of $${week}T09:00:00+07:00 -q checkin $$team --answers $$said \
				--by $$(sed -n 's/^owner: //p' okrs/$$team.yaml) || exit; \
		done; \
	done

bench: $(VENV)/.ready-test
	@$(BIN)/python tests/bench.py

browser:
	@apt-get update -qq
	@apt-get install -y -qq chromium fonts-noto-core fonts-thai-tlwg default-jre-headless >/dev/null
	@command -v npm >/dev/null || apt-get install -y -qq nodejs npm >/dev/null
	@mkdir -p build/vnu && npm install --silent --no-fund --no-audit --prefix build/vnu vnu-jar

clean:
	@rm -rf $(VENV) build dist
