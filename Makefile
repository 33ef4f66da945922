# make run        builds Tidings and opens the sample newsstand in a library of its own
# make test       builds and runs all tests
# make bench      measures, in a package of its own: make bench BENCHMARKS='start keys' for some of it
# make install    PREFIX=/usr/local, DESTDIR= for packagers; and make uninstall
# make deb        a Debian package in .build/packages; make smoke-test uses it in a clean root
# make fuzz       fuzzes every way from outside, FUZZ_SECONDS=60 each
# make sanitize   the tests under the address and the thread sanitizer
# make coverage   lines that the tests reach, of each target
# make dist       the sources of this commit in .build/packages
# Whatever builds installs the missing system libraries first, where it may.

# Relative relocations: 40 KB for every start to read in place of 2.3 MB. glibc reads them from 2.36 on, and lld writes them.
LLD = $(wildcard $(dir $(shell readlink -f "$$(command -v swift)"))ld.lld)
GLIBC = $(shell getconf GNU_LIBC_VERSION | cut -d ' ' -f 2)
NEWER = $(shell printf '2.36\n%s\n' "$(GLIBC)" | sort -V | tail -n 1)
ifneq ($(and $(LLD),$(filter $(GLIBC),$(NEWER))),)
LINKING = -Xswiftc -Xclang-linker -Xswiftc -fuse-ld=lld -Xlinker -z -Xlinker pack-relative-relocs
endif
SWIFT_BUILD = swift build -c release --static-swift-stdlib $(LINKING) -Xlinker -s --product tidings
NEWSSTAND = .build/newsstand/library.sqlite
FEEDS = sample-feeds/newsstand.opml $(wildcard sample-feeds/*.xml sample-feeds/*.rdf sample-feeds/*.json) \
	$(wildcard sample-feeds/pages/*.html)

PREFIX = /usr/local
PACKAGES = .build/packages
BASH_COMPLETIONS = $(PREFIX)/share/bash-completion/completions
ZSH_COMPLETIONS = $(PREFIX)/share/zsh/site-functions
FISH_COMPLETIONS = $(PREFIX)/share/fish/vendor_completions.d

.PHONY: run build test bench fuzz sanitize coverage install uninstall dist deb smoke-test lint format prepare clean

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

fuzz: prepare
	@Fuzzing/run

# Builds of their own, beside the usual one: a sanitizer changes everything that is compiled. What a Swift program holds
# when it ends is not given back, so that is no leak; XCTest, which has no test here, leaks itself. Signals of a crash are
# the tests' own business, the thread sanitizer's helper does not let a screen sleep, and both want more address space than
# the decoder of pictures is given.
CRASHES = handle_segv=0:handle_sigbus=0:handle_sigfpe=0:handle_sigill=0
UNBOUNDED = --skip aPictureBecomesAThumbnailOfItsColours --skip thePictureOfAnOpenedArticleIsFetchedDecodedAndShown
sanitize: prepare
	ASAN_OPTIONS=detect_leaks=0:$(CRASHES) \
		swift test --disable-xctest --no-parallel --sanitize=address --scratch-path .build/address $(UNBOUNDED)
	TSAN_OPTIONS=suppressions=$(CURDIR)/.ci/thread-sanitizer:$(CRASHES) \
		swift test --disable-xctest --no-parallel --sanitize=thread --scratch-path .build/thread $(UNBOUNDED) \
		--skip anIdleScreenSleeps

coverage: prepare
	@.ci/coverage

# The manual page and the completions come from the program itself.
install: build
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/man/man1" \
		"$(DESTDIR)$(PREFIX)/share/applications" "$(DESTDIR)$(PREFIX)/share/tidings/sample-feeds/pages" \
		"$(DESTDIR)$(BASH_COMPLETIONS)" "$(DESTDIR)$(ZSH_COMPLETIONS)" "$(DESTDIR)$(FISH_COMPLETIONS)"
	install -m 755 .build/release/tidings "$(DESTDIR)$(PREFIX)/bin/tidings"
	.build/release/tidings manual >"$(DESTDIR)$(PREFIX)/share/man/man1/tidings.1"
	.build/release/tidings --generate-completion-script bash >"$(DESTDIR)$(BASH_COMPLETIONS)/tidings"
	.build/release/tidings --generate-completion-script zsh >"$(DESTDIR)$(ZSH_COMPLETIONS)/_tidings"
	.build/release/tidings --generate-completion-script fish >"$(DESTDIR)$(FISH_COMPLETIONS)/tidings.fish"
	install -m 644 Packaging/tidings.desktop "$(DESTDIR)$(PREFIX)/share/applications"
	install -m 644 $(wildcard sample-feeds/*.*) "$(DESTDIR)$(PREFIX)/share/tidings/sample-feeds"
	install -m 644 $(wildcard sample-feeds/pages/*) "$(DESTDIR)$(PREFIX)/share/tidings/sample-feeds/pages"

uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/tidings" "$(DESTDIR)$(PREFIX)/share/man/man1/tidings.1" \
		"$(DESTDIR)$(PREFIX)/share/applications/tidings.desktop" "$(DESTDIR)$(BASH_COMPLETIONS)/tidings" \
		"$(DESTDIR)$(ZSH_COMPLETIONS)/_tidings" "$(DESTDIR)$(FISH_COMPLETIONS)/tidings.fish"
	rm -rf "$(DESTDIR)$(PREFIX)/share/tidings"

# Of what is committed, so that the same commit gives the same bytes everywhere.
dist:
	@mkdir -p $(PACKAGES)
	@version=$$(Packaging/version) && archive=$(PACKAGES)/tidings-$$version.tar.gz && \
		git archive --format=tar --prefix=tidings-$$version/ HEAD | gzip -9n >"$$archive" && echo "$$archive"

deb: build
	@Packaging/deb $(PACKAGES)

smoke-test: deb
	@Packaging/smoke-test $(PACKAGES)/tidings_$$(Packaging/version)_$$(dpkg --print-architecture).deb

lint:
	swift format lint --strict --recursive Package.swift Sources Tests Benchmarks Fuzzing

format:
	swift format --in-place --recursive Package.swift Sources Tests Benchmarks Fuzzing

prepare:
	@.ci/prepare

clean:
	rm -rf .build
