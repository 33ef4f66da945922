# make run    builds Tidings and opens the sample newsstand in a library of its own
# make test   builds and runs all tests
# make bench  measures, in a package of its own: make bench BENCHMARKS='start keys' for some of it
# Both install the missing system libraries first, where they may.

SWIFT_BUILD = swift build -c release --static-swift-stdlib -Xlinker -s --product tidings
NEWSSTAND = .build/newsstand/library.sqlite
FEEDS = sample-feeds/newsstand.opml $(wildcard sample-feeds/*.xml sample-feeds/*.rdf sample-feeds/*.json) \
	$(wildcard sample-feeds/pages/*.html)

.PHONY: run build test bench lint format prepare clean

run: build
	@.build/release/tidings --library $(NEWSSTAND) import --quiet $(FEEDS)
	@.build/release/tidings --library $(NEWSSTAND)

build: prepare
	@$(SWIFT_BUILD)

test: prepare
	swift build --build-tests
	swift test --skip-build

bench: build
	@mkdir -p .build/bench
	swift build --package-path Benchmarks -c release --static-swift-stdlib
	Benchmarks/.build/release/Benchmarks --table .build/bench/table.md $(BENCHMARKS)

lint:
	swift format lint --strict --recursive Package.swift Sources Tests Benchmarks

format:
	swift format --in-place --recursive Package.swift Sources Tests Benchmarks

prepare:
	@.ci/prepare

clean:
	rm -rf .build
