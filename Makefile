# make help says what there is. PYTHON=/path/to/python chooses another interpreter (3.11 to 3.13) for any of these.
PORT ?= 8000
ARGS ?=
NAME ?=
export PYTHON

# The environment that ops/setup makes: .venv, or .venv-3.12 and so on when PYTHON names an interpreter.
python = $$(. ops/environment.sh && echo $$venv/bin/python)
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help setup demo demo-reset test faults check format schema forms lock bench

help: ## what there is
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 20

setup: ## prepare everything, start nothing
	@ops/setup test

demo: ## the portal with invented data on this machine [PORT=8000]
	@ops/setup demo && exec $(python) -m ops.demo start --port $(PORT)

demo-reset: ## forget the demo's data
	@ops/setup demo && exec $(python) -m ops.demo reset

test: ## every check and test [ARGS="-k name": only these tests]
	@ops/test $(ARGS)

faults: ## break services on purpose; wants a quiet machine
	@ops/test -q -m fault

check: ## lint, types, architecture, the tests that need no database and those of what you have changed
	@ops/test --quick

format: ## put code and templates into shape
	@ops/setup test && exec $(python) -m ops.checks --format

schema: ## write docs/schema/claim.json anew, after the claim has changed
	@ops/setup test && exec $(python) -m applications.claim.schema

forms: ## write docs/forms.md and docs/evidence.md anew
	@ops/setup test && exec $(python) manage.py catalogue --write

lock: ## pin requirements/*.in [ARGS=--upgrade]
	@ops/setup test && exec ops/lock $(ARGS)

bench: ## measure [NAME=wizard]
	@ops/setup test && exec $(python) -m benchmarks $(NAME)
