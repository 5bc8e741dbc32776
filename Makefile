# brink: what a person or a CI machine does with it. `make` alone lists the targets.

PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift
# How many articles `make bench` measures with.
N ?= 100000
# The suites that `make sanitize` runs under the thread sanitizer.
THREADS ?= ArchiveTests DashboardTests
# How long `make fuzz` tries.
FUZZ_SECONDS ?= 60

# How many tests run beside each other: all of them would wait for one another's programs until
# their deadlines have passed.
AT_ONCE ?= 8

# SwiftPM lets a target import what it does not declare, unless it is told not to.
CHECKED := --explicit-target-dependency-import-check error
# Swift's libraries are part of the program. Those of Debian are not, so that it gets their
# security updates (RUN_PACKAGES): ncurses, SQLite and zstd are loaded at the start, libxml2,
# libarchive and libcurl when they are first needed.
RELEASE := --configuration release --product brink --static-swift-stdlib $(CHECKED)

BRINK := .build/release/brink
FUZZ := .build/fuzz
SAMPLE_ARCHIVE := .build/sample/archive.sqlite

BINDIR := $(DESTDIR)$(PREFIX)/bin
SHAREDIR := $(DESTDIR)$(PREFIX)/share/brink
DOCDIR := $(DESTDIR)$(PREFIX)/share/doc/brink

RUN_PACKAGES := ca-certificates libarchive13 libcrypt1 libcurl4 libncursesw6 libsqlite3-0 libxml2 libzstd1
BUILD_PACKAGES := $(RUN_PACKAGES) binutils git libarchive-dev libcrypt-dev libcurl4-openssl-dev \
  libncurses-dev libsqlite3-dev libxml2-dev libzstd-dev
TEST_PACKAGES := $(BUILD_PACKAGES) tmux

MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.PHONY: help build run test lint format screens bench fuzz fuzz-one sanitize sanitize-one sbom soak install uninstall clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile
	@echo "  PREFIX=$(PREFIX) and DESTDIR= say where install puts things; N=$(N) is for bench,"
	@echo "  FUZZ_SECONDS=$(FUZZ_SECONDS) for fuzz"

build: ## build the program, optimised, as .build/release/brink
	@.ci/packages $(BUILD_PACKAGES)
	$(SWIFT) build $(RELEASE)

run: build ## import the bundled sample and open the dashboard on it
	@echo "brink: importing Resources/sample into $(SAMPLE_ARCHIVE)"
	@$(BRINK) import --archive $(SAMPLE_ARCHIVE) Resources/sample/*
	@$(BRINK) --archive $(SAMPLE_ARCHIVE)

test: ## run every test
	@.ci/packages $(TEST_PACKAGES)
	@SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=$(AT_ONCE) .ci/tests $(SWIFT) test $(CHECKED)

lint: ## check the form of the sources
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests Fuzz
	@.ci/line-counts 400 Sources Tests Fuzz

format: ## bring the sources into that form
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests Fuzz

screens: build ## print the pictures of the documents anew
	@.ci/screens $(BRINK) README.md
	@.ci/screens $(BRINK) Documentation/screens.md

bench: build ## measure speed and memory with N articles
	@.ci/packages python3
	python3 Benchmarks/bench.py --brink $(BRINK) --articles $(N)

fuzz: ## try parsers, coder and screen on damaged inputs for FUZZ_SECONDS seconds each
	@.ci/packages $(BUILD_PACKAGES)
	@$(MAKE) fuzz-one TARGET=IntakeFuzz SEEDS=Fuzz/IntakeSeeds
	@$(MAKE) fuzz-one TARGET=CoderFuzz SEEDS=Fuzz/Seeds
	@$(MAKE) fuzz-one TARGET=ParserFuzz SEEDS=Fuzz/ParserSeeds
	@$(MAKE) fuzz-one TARGET=FrameFuzz SEEDS=Fuzz/FrameSeeds

fuzz-one:
	BRINK_FUZZ=1 $(SWIFT) build --configuration release --product $(TARGET) --scratch-path $(FUZZ) \
	  -Xswiftc -sanitize=fuzzer -Xswiftc -use-ld=lld -Xswiftc -enable-testing $(CHECKED)
	@mkdir -p $(FUZZ)/$(TARGET)
	@SWIFT_BACKTRACE=enable=no $(FUZZ)/release/$(TARGET) -max_total_time=$(FUZZ_SECONDS) \
	  -max_len=4096 -timeout=10 -print_final_stats=1 -dict=Fuzz/words.dict \
	  -artifact_prefix=$(FUZZ)/ $(FUZZ)/$(TARGET) $(SEEDS) || { \
	  echo "brink: the input that failed is named above; replay it from this folder with"; \
	  echo "  $(FUZZ)/release/$(TARGET) FILE"; exit 1; }

sanitize: ## run the suites that read bytes and share memory under address and thread sanitizers
	@.ci/packages $(BUILD_PACKAGES)
	@$(MAKE) sanitize-one WITH=address SUITES='IntakeTests TerminalTests CoderTests'
	@$(MAKE) sanitize-one WITH=thread SUITES='$(THREADS)' \
	  ONLY='ConcurrencyTests|LoadingTests|RunnerTests|FramePainterTests'

sanitize-one:
	LSAN_OPTIONS=suppressions=$(CURDIR)/.ci/leaks:print_suppressions=0 \
	TSAN_OPTIONS=suppressions=$(CURDIR)/.ci/races \
	BRINK_SUITES='$(SUITES)' $(SWIFT) test $(CHECKED) --sanitize=$(WITH) --scratch-path .build/$(WITH) \
	  $(if $(ONLY),--filter '$(ONLY)')

sbom: ## write what brink is made of as CycloneDX into .build/sbom.json
	@.ci/packages $(BUILD_PACKAGES)
	@test -f Package.resolved || $(SWIFT) package resolve
	@.ci/sbom $(RUN_PACKAGES) > .build/sbom.json && echo "brink: wrote .build/sbom.json"

soak: build ## hang a wall for 10 hours in 10 minutes, with an importer and a fault a minute
	@.ci/packages python3
	python3 Benchmarks/soak.py --brink $(BRINK)

install: build ## put the program and its resources under PREFIX
	install -d "$(BINDIR)" "$(SHAREDIR)" "$(DOCDIR)"
	install -m 755 -s $(BRINK) "$(BINDIR)/brink"
	rm -rf "$(SHAREDIR)"
	cp -R --no-preserve=ownership Resources "$(SHAREDIR)"
	chmod -R u=rwX,go=rX "$(SHAREDIR)"
	install -m 644 LICENSE README.md CHANGELOG.md "$(DOCDIR)"

uninstall: ## take both away again; archives stay where they are
	rm -f "$(BINDIR)/brink"
	rm -rf "$(SHAREDIR)" "$(DOCDIR)"

clean: ## remove everything that was built, the sample's archive too
	rm -rf .build
