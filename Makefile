# `make` lists what there is: the words behind ## are its help.

SHELL := /bin/bash
# What the program is built with, and what its tests need beside that.
PACKAGES := libxml2-dev libarchive-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libsqlite3-dev libpq-dev libopenblas-serial-dev pkg-config
TEST_PACKAGES := libxml2-utils chromium python3 python3-venv gcc libc6-dev postgresql systemd nginx-light openssl
BENCH_PACKAGES := wrk nginx-light python3-venv postgresql
CONFIGURATION ?= debug
DATA ?= data
PORT ?= 8080
CONTENT_PORT ?= 8081
SETS ?= ../shared/faq
MODEL ?= $(DATA)/model.cornerman
CORNERMAN := .build/$(CONFIGURATION)/cornerman

.PHONY: help setup build run test lean browser contract lint format bench evaluate model docs

help: ## list what there is
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "make %-10s %s\n", $$1, $$2}'

setup:
	@scripts/setup $(PACKAGES)

build: setup ## build the program (CONFIGURATION=release for the fast one)
	swift build -c $(CONFIGURATION) --product cornerman

run: build ## build, fill the data folder with a starter organization, and serve it (DATA=folder PORT=8080)
	$(CORNERMAN) seed seeds --courses Courses --data $(DATA)
	$(CORNERMAN) serve --data $(DATA) --courses Courses --port $(PORT) --content-port $(CONTENT_PORT) --tour

test: setup ## run the tests: units and HTTP on each database, kill -9, failover, every role's tour of the page
	@scripts/setup $(TEST_PACKAGES)
	swift build --build-tests
	swift test --skip-build --skip PersistenceTests.Postgres
	scripts/database-tests
	scripts/durability-tests
	scripts/node-tests
	scripts/example-tests
	scripts/deploy-tests
	scripts/contract-tests 2 1 --phases fuzzing
	scripts/browser-tests

lean: setup ## build the program without PostgreSQL and OpenBLAS and see that it links neither (shares .build with the ordinary build)
	@scripts/setup binutils
	scripts/lean-test

browser: ## only tour the built program's page, in a headless Chromium
	@scripts/setup $(TEST_PACKAGES)
	scripts/browser-tests

contract: setup ## hold the built server to its /openapi.json: 50 examples an operation, as learner and as admin
	@scripts/setup $(TEST_PACKAGES)
	scripts/contract-tests

lint: ## hold the sources to the house's format
	swift format lint --strict -r -p Sources Tests Benchmarks Package.swift

format: ## bring the sources into the house's format
	swift format format -i -r -p Sources Tests Benchmarks Package.swift

bench: setup ## measure speed and memory beside peers, in one run
	@scripts/setup $(BENCH_PACKAGES)
	scripts/bench

evaluate: build ## measure how good search is on question sets, beside FTS5 and tantivy (SETS=folder MODEL=file)
	@scripts/setup python3-venv
	scripts/evaluate $(CORNERMAN) $(SETS) $(wildcard $(MODEL))

model: ## fetch the sentence encoder that lets search find by meaning (DATA=folder or MODEL=file)
	@scripts/setup python3-venv
	scripts/model $(MODEL)

docs: ## list the pages of documentation
	@find docs README.md CONTRIBUTING.md CHANGELOG.md -name '*.md' | sort
