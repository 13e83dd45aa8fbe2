# `make` lists what there is: the words behind ## are its help.

SHELL := /bin/bash
# What the program is built with, and what its tests need beside that.
PACKAGES := libxml2-dev libarchive-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libsqlite3-dev pkg-config
TEST_PACKAGES := libxml2-utils chromium python3 python3-venv gcc libc6-dev
BENCH_PACKAGES := wrk nginx-light python3-venv
CONFIGURATION ?= debug
DATA ?= data
PORT ?= 8080
CONTENT_PORT ?= 8081
CORNERMAN := .build/$(CONFIGURATION)/cornerman

.PHONY: help setup build run test browser lint format bench docs

help: ## list what there is
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "make %-10s %s\n", $$1, $$2}'

setup:
	@scripts/setup $(PACKAGES)

build: setup ## build the program (CONFIGURATION=release for the fast one)
	swift build -c $(CONFIGURATION) --product cornerman

run: build ## build, fill the data folder with a starter organization, and serve it (DATA=folder PORT=8080)
	$(CORNERMAN) seed seeds --courses Courses --data $(DATA)
	$(CORNERMAN) serve --data $(DATA) --courses Courses --port $(PORT) --content-port $(CONTENT_PORT)

test: setup ## run the tests: units, HTTP, kill -9, every role's tour of the page
	@scripts/setup $(TEST_PACKAGES)
	swift build --build-tests
	swift test --skip-build
	scripts/durability-tests
	scripts/browser-tests

browser: ## only tour the built program's page, in a headless Chromium
	@scripts/setup $(TEST_PACKAGES)
	scripts/browser-tests

lint: ## hold the sources to the house's format
	swift format lint --strict -r -p Sources Tests Benchmarks Package.swift

format: ## bring the sources into the house's format
	swift format format -i -r -p Sources Tests Benchmarks Package.swift

bench: setup ## measure speed and memory beside peers, in one run
	@scripts/setup $(BENCH_PACKAGES)
	scripts/bench

docs: ## list the pages of documentation
	@find docs README.md CONTRIBUTING.md CHANGELOG.md -name '*.md' | sort
