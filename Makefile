# Each target sets up all it needs: Python 3.11 and make are enough to begin with.
PYTHON ?= $(shell for name in python3.11 python3; do command -v $$name && break; done)
IN_VENV := .venv/bin/python
STEP := @sh ops/setup.sh
PYTEST := $(IN_VENV) -m pytest
CHECKS := $(IN_VENV) -m ruff check . && $(IN_VENV) -m ruff format --check --quiet . && $(IN_VENV) -m mypy
SIDE_BY_SIDE := $(IN_VENV) -m ops.side_by_side
ON_EITHER_SDK := $(patsubst %,tests/bot/test_%.py,adapter receiving web serving) \
	$(patsubst %,tests/scenarios/test_%.py,transcripts approvals shared_places forged_clicks message_changes extension)
# Go through every card, as the tests of cards do, which have drawn them.
WITH_CARDS := tests/bot/test_typed_buttons.py tests/browser/test_drawn_cards.py tests/browser/test_contrast.py
A_TO_G := $(wildcard tests/scenarios/test_[a-g]*.py)
# Have playgrounds and bots of their own, which no other test of the browser shares.
APART := tests/browser/test_approvals.py tests/browser/test_practice.py
COMPILED := requirements.txt requirements-telemetry.txt requirements-agents.txt tests/requirements.txt ops/npm/requirements.txt

# Python keeps what it has compiled, whatever the shell says: else each part compiles the tests and all of ours anew.
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := help
.NOTPARALLEL: # the steps of set-up all write to .venv
.PHONY: help run test test-agents test-fast check goldens package bench soak walk mutate requirements sbom assurance
.PHONY: release released clean broken_off

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: .venv/.run $(or $(wildcard .venv/npm/.all),.venv/npm/.run) ## start the bot and Agents Playground beside it; Ctrl-C stops both
	@exec $(IN_VENV) -m ops.run

# Nine parts, since half of what takes long waits for another process. `nice`: what only computes fills the gaps.
test: .venv/.tests .venv/npm/.all .venv/chromium .venv/nginx ## all checks and all tests, the browser ones included
	@exec $(SIDE_BY_SIDE) \
		"browser: $(PYTEST) $(filter-out $(WITH_CARDS) $(APART),$(wildcard tests/browser/test_*.py))" \
		"browser, apart: $(PYTEST) $(APART)" \
		"other scenarios: $(PYTEST) $(filter-out $(A_TO_G),$(wildcard tests/scenarios/test_*.py))" \
		"cards: nice -n 5 $(PYTEST) tests/cards $(WITH_CARDS)" \
		"rules: nice -n 5 $(PYTEST) tests/guidance tests/dialogs tests/practice tests/proof tests/assurance tests/seventh" \
		"bot: $(PYTEST) tests/bot $(patsubst %,--ignore=%,$(filter tests/bot/%,$(WITH_CARDS)))" \
		"scenarios a to g: $(PYTEST) $(A_TO_G)" \
		"ops: $(PYTEST) tests/ops $(wildcard tests/test_*.py)" \
		"checks and other SDK: $(CHECKS) && BOT_SDK=agents $(PYTEST) $(ON_EITHER_SDK)"

test-agents: .venv/.tests ## all tests of the edge, storage and conversations on the successor of botbuilder
	@BOT_SDK=agents exec $(SIDE_BY_SIDE) "bot: $(PYTEST) tests/bot" "scenarios: $(PYTEST) tests/scenarios"

test-fast: .venv/.tests ## the tests of pure functions: no service, no browser, no database server
	@exec $(SIDE_BY_SIDE) "cards: $(PYTEST) -m 'not long' tests/cards tests/practice tests/test_walls.py" \
		"rules: $(PYTEST) -m 'not long' tests/guidance tests/dialogs"

check: .venv/.tests ## ruff, its format, and mypy only
	@$(CHECKS)

goldens: .venv/.tests ## draw the kept cards of tests/cards/golden anew; look at the difference before it goes in
	@exec $(IN_VENV) -m tests.cards.golden

package: .venv/.run ## build the Teams app package, var/sharing-guide.zip; PACKAGE=path puts it elsewhere
	@exec $(IN_VENV) -m ops.package $(PACKAGE)

bench: .venv/.tests ## measure CPU and turns a second beside the stock SDK, raw handlers and a bare durable turn
	@exec $(IN_VENV) -m ops.bench $(if $(ONLY),--only $(ONLY))

soak: .venv/.tests .venv/nginx ## the long tests at full length: kills, two instances, upgrades, pruning, races, 60,000 turns, every case
	@SOAK_LEASE=10 SOAK_KILLS=100 exec $(IN_VENV) -m pytest -v tests/bot/test_kills.py
	@SOAK_LEASE=10 SOAK_PEOPLE=2000 SOAK_AWAY=20 exec $(IN_VENV) -m pytest -v tests/scenarios/test_instances.py
	@SOAK_LEASE=10 SOAK_EMPTIED=5000 exec $(IN_VENV) -m pytest -v tests/bot/test_bulk.py
	@SOAK_ENTRIES=100000 exec $(IN_VENV) -m pytest -v tests/bot/storage/test_audit.py
	@SOAK_KILLS=200 SOAK_RACES=500 SOAK_COVERAGE=1 SOAK_TURNS=60000 SOAK_LOCKED=1 exec $(IN_VENV) -m pytest -v \
		tests/bot/test_approval_kills.py tests/scenarios/test_approval_races.py \
		tests/scenarios/test_database_hangs.py tests/scenarios/test_collector.py \
		tests/proof/test_commands.py

walk: .venv/.tests ## count the modules, functions and calls that a text and each press cross; MOST=20 lists the busiest functions, MODULES=2 what the second crosses
	@exec $(IN_VENV) -m ops.walk $(MOST)

mutate: .venv/.tests ## break the rules and the flows in small ways and list what no test notices; ONLY="tables share" for a part
	@exec $(IN_VENV) -m ops.mutate $(ONLY)

requirements: .venv/.tests ## compile each .in to its .txt with hashes; UPGRADE=--upgrade moves to the newest releases
	@for file in $(COMPILED); do .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-emit-find-links --custom-compile-command "make requirements" $(UPGRADE) \
		$$constraint $${file%.txt}.in --output-file $$file || exit; constraint="--constraint requirements.txt"; done

assurance: .venv/.tests ## write docs/assurance anew from the code and its tests
	@exec $(IN_VENV) -m tests.assurance

sbom: .venv/.run ## write sbom.cdx.json (CycloneDX) and docs/licences.md anew
	@exec $(IN_VENV) -m ops.sbom

release: .venv/.tests ## check that this commit may be the release that it says it is, run everything, and tag it
	@exec $(IN_VENV) -m ops.release

released: .venv/.tests ## keep the source of COMMIT=v1.2.3 as the version that the test of a rolling update replaces
	@exec $(IN_VENV) -m tests.scenarios.released $(COMMIT)

clean: ## remove what set-up and checks made; var/ (databases, keys) stays
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Set-up. A step that is done leaves its file in .venv, and is done again when what it was done from is newer. None
# counts in a .venv whose Python has gone, or that was broken off as it was made: pip comes last.
ifneq ($(shell test -x $(IN_VENV) -a -e .venv/bin/pip && echo whole),whole)
$(IN_VENV) .venv/.run .venv/.tests .venv/npm/node .venv/npm/.run .venv/npm/.all .venv/chromium .venv/nginx: broken_off
endif

$(IN_VENV):
	$(if $(PYTHON),,$(error Python 3.11 was not found; name one with PYTHON=/path/to/python))
	$(STEP) "Making .venv" make_venv $(PYTHON)

.venv/.run: requirements.txt $(IN_VENV)
	$(STEP) "Installing $< (a minute or so, once)" pip_install $<
	@touch $@

.venv/.tests: tests/requirements.txt .venv/.run
	$(STEP) "Installing $< (a minute or so, once)" pip_install $<
	@touch $@

.venv/npm/node: | $(IN_VENV)
	$(STEP) "Finding Node, or installing it from PyPI" link_node

.venv/npm/.run: ops/npm/package-lock.json | .venv/npm/node
	$(STEP) "Installing the npm packages (once)" npm_install --omit=dev
	@touch $@

.venv/npm/.all: ops/npm/package-lock.json | .venv/npm/node
	$(STEP) "Installing the npm packages (once)" npm_install
	@touch $@

.venv/chromium: | .venv/.tests
	$(STEP) "Finding Chromium, or installing it" link_chromium

.venv/nginx: | .venv/.tests
	$(STEP) "Finding nginx, or installing it" link_nginx
