.DEFAULT_GOAL := help
.PHONY: help check check-all demo test bench fuzz golden docs format release

help: ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

check: ## format, build with the import check, quick tests
	swift format lint --strict --recursive Package.swift Sources Tests Fuzz
	./scripts/test

check-all: check ## check, then what is slow: every figure again in R and Python, the reports of every sample in a browser, LibreOffice and a spreadsheet, the forms in a browser, XForms in ODK Validate, kills and hostile disks, sanitizers, the bench at 100,000
	./scripts/check-r
	./scripts/check-random
	./scripts/check-svy
	./scripts/check-report
	./scripts/check-form
	./scripts/check-xform
	./scripts/check-kills
	./scripts/check-hostile
	./scripts/check-sanitizers
	./scripts/bench 100000

demo: ## the worked sample Gia Lai 2021
	./scripts/demo

test: ## the quick tests
	./scripts/test

bench: ## speed on 1,000,000 simulated interviews (INTERVIEWS=… for another number)
	./scripts/bench $(or $(INTERVIEWS),1000000)

fuzz: ## random input for every reader of files, guided by coverage (READER=… for one, SECONDS=600)
	./scripts/fuzz $(or $(SECONDS),600) $(READER)

golden: ## write the golden files anew; read the diff before you commit it
	RECORD_GOLDEN=1 ./scripts/test

docs: ## write the generated pages anew (docs/errors.md, docs/cli-reference.md)
	./scripts/build --product sipas
	.build/debug/sipas generate-docs docs

format: ## format all Swift files
	swift format --in-place --recursive Package.swift Sources Tests Fuzz

release: ## the optimised binary, .build/release/sipas
	./scripts/build -c release --product sipas
