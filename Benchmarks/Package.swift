// swift-tools-version: 6.2
import PackageDescription

/// Benchmarks stand apart, so that building the product never builds them. `make bench` runs them in release mode.
let house: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "cornerman", path: "..")
    ],
    targets: [
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .executableTarget(
            name: "SearchBench",
            dependencies: ["CSQLite", .product(name: "Answers", package: "cornerman")],
            swiftSettings: house),
    ]
)
