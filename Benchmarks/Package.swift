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
        .package(name: "cornerman", path: ".."),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: ["FullFoundation"]),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.14.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .executableTarget(
            name: "SearchBench",
            dependencies: [
                "CSQLite", .product(name: "Answers", package: "cornerman"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: house),
        .systemLibrary(name: "CPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .target(
            name: "BenchKit",
            dependencies: [
                "CPQ", .product(name: "Campus", package: "cornerman"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: house),
        .executableTarget(
            name: "EventsBench",
            dependencies: ["BenchKit", "CSQLite", .product(name: "Campus", package: "cornerman")],
            swiftSettings: house),
        .executableTarget(
            name: "ReportBench",
            dependencies: ["BenchKit", "CSQLite", .product(name: "Campus", package: "cornerman")],
            swiftSettings: house),
        .systemLibrary(name: "CSAX", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .executableTarget(
            name: "PackageBench",
            dependencies: ["CSAX", .product(name: "CoursePackage", package: "cornerman")],
            swiftSettings: house),
        .executableTarget(
            name: "Hello",
            dependencies: [
                .product(name: "Hummingbird", package: "hummingbird"), .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: house),
    ]
)
