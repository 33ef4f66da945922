// swift-tools-version: 6.2
import PackageDescription

// A package of its own: it is built with `--sanitize=fuzzer` as a whole, and has no main function but libFuzzer's.

let package = Package(
    name: "Fuzzing",
    dependencies: [.package(name: "tidings", path: "..")],
    targets: [
        .executableTarget(
            name: "Fuzzing",
            dependencies: [
                .product(name: "Reading", package: "tidings"), .product(name: "Keeping", package: "tidings"),
            ],
            swiftSettings: [
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("MemberImportVisibility"),
                .treatAllWarnings(as: .error),
            ])
    ],
    swiftLanguageModes: [.v6]
)
