# make            lists what there is
# The first line of each target's comment is its help.

SHELL := /bin/bash
PACKAGES := libxml2-dev libxml2-utils libarchive-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libsqlite3-dev pkg-config \
	python3-venv chromium
DATA ?= data
CONFIGURATION ?= debug

.PHONY: help setup build run test lint format bench docs

help: ## list what there is
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "make %-10s %s\n", $$1, $$2}'

setup: ## install the Debian packages that are missing
	@./scripts/setup $(PACKAGES)

build: setup ## build the program
	swift build -c $(CONFIGURATION) --product cornerman

lint: ## hold the sources to the house's format
	swift format lint --strict -r -p Sources Tests Package.swift

format: ## bring the sources into the house's format
	swift format format -i -r -p Sources Tests Package.swift

run: ## build, fill an empty data folder, serve at http://127.0.0.1:8080/
	@$(MAKE) --no-print-directory build
	swift run -c $(CONFIGURATION) --skip-build cornerman serve --data $(DATA)

test: setup ## run every test
	swift build --build-tests
	swift test --skip-build
