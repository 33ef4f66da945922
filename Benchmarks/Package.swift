// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nobody who builds Tidings builds it.

let package = Package(
    name: "Benchmarks",
    dependencies: [.package(name: "tidings", path: "..")],
    targets: [
        .executableTarget(
            name: "Benchmarks",
            dependencies: [.product(name: "Reading", package: "tidings")],
            swiftSettings: [
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("MemberImportVisibility"),
                .treatAllWarnings(as: .error),
            ])
    ],
    swiftLanguageModes: [.v6]
)
