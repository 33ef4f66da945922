// swift-tools-version: 6.2
import PackageDescription

// Reading the targets in this order tells the story: bytes become values, values are kept, the kept is asked for,
// the answer is drawn. Documentation/Architecture.md has the contract of each; ArchitectureTests holds the imports to it.

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

func room(_ name: String, uses dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, of dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let toml = Target.Dependency.product(name: "TOMLKit", package: "TOMLKit")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "tidings",
    products: [
        .executable(name: "tidings", targets: ["tidings"]),
        // For Benchmarks and Fuzzing, packages of their own.
        .library(
            name: "Reading",
            targets: ["News", "Markup", "Feeds", "Pages", "Canvas", "Typesetting", "Related"]),
        .library(name: "Keeping", targets: ["Archive", "Configuration"]),
        .library(name: "Door", targets: ["Archive", "Library"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    ],
    targets: [
        // The words of the trade, and how bytes become them.
        room("News"),
        room("Markup"),
        room("Feeds", uses: ["News", "Markup"]),
        room("Pages", uses: ["News", "Markup"]),
        room("Related", uses: ["News"]),

        // Where they come from and where they are kept.
        .target(name: "CZlib", linkerSettings: [.linkedLibrary("z")]),
        .target(name: "CZstd", linkerSettings: [.linkedLibrary("zstd")]),
        room("Packing", uses: ["CZlib", "CZstd"]),
        .target(name: "CCurl"),
        room("Processes"),
        .target(name: "CPixbuf", cSettings: [.enableWarning("all"), .treatAllWarnings(as: .error)]),
        room("Interchange", uses: ["News", "Markup", "Feeds", "Pages", "Packing"]),
        room("Fetching", uses: ["News", "Packing", "CCurl"]),
        room("Pictures", uses: ["News", "Packing", "Processes", "CPixbuf"]),
        room("Archive", uses: ["News", "Related", "Packing", grdb]),
        room(
            "Library",
            uses: [
                "News", "Feeds", "Pages", "Related", "Fetching", "Packing", "Processes", "Pictures",
                "Interchange", "Archive",
            ]),

        // How they are shown.
        room("Canvas"),
        room("Typesetting", uses: ["News", "Canvas"]),
        room("Screen", uses: ["News", "Canvas", "Typesetting", "Library"]),
        .target(
            name: "CNcurses", cSettings: [.enableWarning("all"), .treatAllWarnings(as: .error)],
            linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
        room("Terminal", uses: ["Canvas", "CNcurses"]),
        room("Configuration", uses: ["Canvas", "Library", "Screen", toml]),

        .executableTarget(
            name: "tidings",
            dependencies: [
                "News", "Markup", "Feeds", "Pages", "Processes", "Pictures", "Archive", "Library", "Canvas",
                "Typesetting", "Screen", "Terminal", "Configuration", arguments,
            ],
            swiftSettings: strict),

        tests("NewsTests", of: ["News"]),
        tests("MarkupTests", of: ["Markup"]),
        tests("FeedsTests", of: ["Feeds", "Markup", "News"]),
        tests("PagesTests", of: ["Pages", "News"]),
        tests("RelatedTests", of: ["Related", "News"]),
        tests("PackingTests", of: ["Packing"]),
        tests("InterchangeTests", of: ["Interchange", "Feeds", "News", "Packing"]),
        .target(
            name: "Loopback", dependencies: ["News"], path: "Tests/Support/Loopback", swiftSettings: strict),
        tests("FetchingTests", of: ["Fetching", "News", "Packing", "Loopback"]),
        .target(
            name: "FaultyDisk", path: "Tests/Support/FaultyDisk", cSettings: [.enableWarning("all")],
            linkerSettings: [.linkedLibrary("sqlite3")]),
        tests("ProcessesTests", of: ["Processes"]),
        tests("PicturesTests", of: ["Pictures", "News", "Packing", "tidings"]),
        tests("ArchiveTests", of: ["Archive", "News", "Packing", "FaultyDisk"]),
        tests("CanvasTests", of: ["Canvas"]),
        tests(
            "ScreenTests", of: ["Screen", "Library", "Canvas", "News", "Typesetting"], exclude: ["Scenes"]),
        tests("ConfigurationTests", of: ["Configuration", "Screen", "Canvas", "Terminal", toml]),
        tests("TypesettingTests", of: ["Typesetting", "News", "Canvas"]),
        .executableTarget(
            name: "terminalprobe", dependencies: ["Canvas", "Terminal"], path: "Tests/Support/terminalprobe",
            swiftSettings: strict),
        .target(name: "PseudoTerminal", path: "Tests/Support/PseudoTerminal", swiftSettings: strict),
        tests("TerminalTests", of: ["Canvas", "Terminal", "PseudoTerminal", "terminalprobe"]),
        tests(
            "LibraryTests",
            of: ["Library", "Archive", "Fetching", "Interchange", "News", "Packing", "Pictures", grdb]),
        tests(
            "EndToEndTests",
            of: ["tidings", "News", "Archive", "Packing", "PseudoTerminal", "Loopback", grdb]),
        tests("ArchitectureTests", of: []),
    ],
    swiftLanguageModes: [.v6]
)
