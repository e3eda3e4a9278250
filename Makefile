# The one way in. `make help` lists what there is.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help setup setup-test build run portal portal-watch portal-screenshots test lint lint-portal interop bench bench-api bench-jobs bench-retention bench-gc bench-audit dist clean

HAVEN := .build/release/haven

help: ## list these targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 20

setup: ## install what building and running needs, and build the portal
	@scripts/setup.sh
	@scripts/build-portal.sh

setup-test: ## install what the tests need as well
	@scripts/setup.sh test

build: setup ## build the optimised program and the portal into .build/release
	swift build -c release --product haven
	@scripts/place-portal.sh .build/release

run: build ## build and start Haven on :8080 with its data in ./haven-data (ARGS='--listen HOST:PORT …')
	@HAVEN_DATA_DIR="$${HAVEN_DATA_DIR:-haven-data}" exec $(HAVEN) serve $(ARGS)

portal: ## build the portal's pages into Portal/dist
	@scripts/build-portal.sh

portal-watch: ## build the portal's pages again at each change of a file (HAVEN_PORTAL_DIRECTORY=Portal/dist shows them)
	@scripts/build-portal.sh watch

portal-screenshots: setup-test build ## take pictures of every page into Portal/screenshots (ARGS='--page trash')
	@.venv/bin/python Interop/portal_screenshots.py $(ARGS)

test: setup-test lint ## lint, unit tests on both databases and the quick part of the interoperability tests
	@scripts/test.sh quick

interop: ## all interoperability tests, with the slow and privileged ones (ARGS='-k docker')
	@scripts/setup.sh interop
	@scripts/test.sh interop $(ARGS)

lint: lint-portal ## check the layout of the sources, the direction of the module arrows and the API's description
	@scripts/lint-layout
	@python3 -m unittest -q scripts/test_lint_dependencies.py
	@python3 scripts/lint-dependencies.py
	@python3 scripts/generate-openapi.py --check

lint-portal: ## check layout, rules and types of the portal's sources, and run their unit tests
	@scripts/lint-portal.sh

bench: setup-test build ## measure Haven beside docker-registry and nginx and print the table
	@Benchmarks/run.sh

bench-api: setup-test build ## fill a large registry and measure the management API on SQLite and PostgreSQL
	@Benchmarks/run-api.sh $(ARGS)

bench-audit: setup-test build ## fill an audit log with ten million records and measure it on SQLite and PostgreSQL
	@Benchmarks/run-audit.sh $(ARGS)

bench-jobs: setup-test ## let processes that are killed fight for 10,000 jobs, and measure jobs a second on both databases
	swift build -c release --product JobWorker
	@Benchmarks/run-jobs.sh $(ARGS)

bench-retention: setup-test build ## judge 500,000 tags by a retention policy on SQLite and PostgreSQL
	@cd Benchmarks && python3 -B retention_benchmark.py $(ARGS)

bench-gc: setup-test build ## collect garbage among a million blobs on SQLite and PostgreSQL, beside pushes too
	@Benchmarks/run-gc.sh $(ARGS)

dist: setup ## build the stripped, statically linked program and pack it into dist/
	@scripts/dist.sh

clean: ## remove what was built (not haven-data)
	rm -rf .build .build-dist dist .venv Portal/dist Portal/fonts Portal/node_modules
