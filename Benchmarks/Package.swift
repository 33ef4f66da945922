// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nobody who builds Tidings builds it.

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "Benchmarks",
    dependencies: [.package(name: "tidings", path: "..")],
    targets: [
        .executableTarget(
            name: "Benchmarks",
            dependencies: [
                "CFloor", .product(name: "Reading", package: "tidings"),
                .product(name: "Door", package: "tidings"),
            ], swiftSettings: strict),
        .target(
            name: "CFloor",
            linkerSettings: [
                .linkedLibrary("ncursesw"), .linkedLibrary("tinfo"), .linkedLibrary("sqlite3"),
            ]),
        .executableTarget(name: "floor", dependencies: ["CFloor"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
