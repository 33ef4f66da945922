# make run    builds Tidings and opens the sample newsstand in a library of its own
# make test   builds and runs all tests
# make bench  measures, in a package of its own
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

bench: prepare
	swift run --package-path Benchmarks -c release Benchmarks

lint:
	swift format lint --strict --recursive Package.swift Sources Tests Benchmarks

format:
	swift format --in-place --recursive Package.swift Sources Tests

prepare:
	@.ci/prepare

clean:
	rm -rf .build
