# Each target sets up all it needs: Python 3.11 and make are enough to begin with.
PYTHON ?= $(shell for name in python3.11 python3; do command -v $$name && break; done)
IN_VENV := .venv/bin/python
SET_UP = @$(or $(PYTHON),$(error Python 3.11 was not found; name one with PYTHON=/path/to/python)) -m ops.setup

.DEFAULT_GOAL := help
.PHONY: help run test check package bench soak walk mutate clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: ## start the bot and Agents Playground beside it; Ctrl-C stops both
	$(SET_UP) run
	@exec $(IN_VENV) -m ops.run

test: ## all checks and all tests, the browser ones included
	$(SET_UP) test
	@$(IN_VENV) -m ruff check .
	@$(IN_VENV) -m mypy
	@exec $(IN_VENV) -m pytest -n 3 --dist loadfile

check: ## ruff and mypy only
	$(SET_UP) check
	@$(IN_VENV) -m ruff check .
	@$(IN_VENV) -m mypy

package: ## build the Teams app package, var/sharing-guide.zip; PACKAGE=path puts it elsewhere
	$(SET_UP) package
	@exec $(IN_VENV) -m ops.package $(PACKAGE)

bench: ## measure turns a second beside a raw handler and the stock SDK
	$(SET_UP) check
	@exec $(IN_VENV) -m ops.bench

soak: ## the long tests at full length: 200 kills on each database, 500 races
	$(SET_UP) check
	@exec $(IN_VENV) -m ops.soak

walk: ## count the modules, functions and calls that a text and each press cross; MOST=20 lists the busiest functions
	$(SET_UP) check
	@exec $(IN_VENV) -m ops.walk $(MOST)

mutate: ## break the rules and the flows in small ways and list what no test notices; ONLY="tables share" for a part
	$(SET_UP) check
	@exec $(IN_VENV) -m ops.mutate $(ONLY)

clean: ## remove what set-up and checks made; var/ (databases, keys) stays
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
