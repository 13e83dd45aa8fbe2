// swift-tools-version: 6.2
import PackageDescription

/// Language flags of every target of ours; `docs/architecture.md` tells which target may import which.
let house: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

/// For the targets that hold C memory: every unsafe use is marked in the source.
let holdsC = house + [.strictMemorySafety()]

/// Tests are held to the same, but need not name where each member comes from.
let tests: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals: Target.Dependency = .product(name: "UnixSignals", package: "swift-service-lifecycle")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let cryptoExtras: Target.Dependency = .product(name: "CryptoExtras", package: "swift-crypto")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore: Target.Dependency = .product(name: "HummingbirdCore", package: "hummingbird")
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioHTTP1: Target.Dependency = .product(name: "NIOHTTP1", package: "swift-nio")
let nioHTTPTypes: Target.Dependency = .product(name: "NIOHTTPTypes", package: "swift-nio-extras")
let nioEmbedded: Target.Dependency = .product(name: "NIOEmbedded", package: "swift-nio")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "cornerman",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "cornerman", targets: ["cornerman"]),
        .library(name: "Answers", targets: ["Answers"]),
        .library(
            name: "Campus",
            targets: ["Campus", "Store", "PersistenceSQLite", "PersistencePostgres", "Persistence", "Learning"]),
        .library(name: "CoursePackage", targets: ["CoursePackage", "Learning"]),
        .library(name: "WebAPI", targets: ["WebAPI"]),
    ],
    traits: [
        .trait(
            name: "PostgreSQL",
            description: "The data may be kept in PostgreSQL, for more than one node. Without it nothing links libpq."),
        .trait(
            name: "Meaning",
            description: "Search may use a sentence encoder, where a model file is. Without it nothing links OpenBLAS."),
        .default(enabledTraits: ["PostgreSQL", "Meaning"]),
    ],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: ["FullFoundation"]),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.14.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.34.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CLibArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        .systemLibrary(name: "CLibCMark", pkgConfig: "libcmark-gfm", providers: [.apt(["libcmark-gfm-dev"])]),
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(
            name: "CLibOpenBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-serial-dev"])]),

        .target(name: "Learning", swiftSettings: house),
        .target(name: "XML", dependencies: ["CLibXML2"], swiftSettings: holdsC),
        .target(name: "Archive", dependencies: ["CLibArchive"], swiftSettings: holdsC),
        .target(name: "Markdown", dependencies: ["CLibCMark", "Learning"], swiftSettings: holdsC),
        .target(name: "CoursePackage", dependencies: ["Learning", "XML", "Archive", crypto], swiftSettings: house),
        .target(name: "Answers", swiftSettings: house),
        .target(
            name: "Encoder",
            dependencies: [.target(name: "CLibOpenBLAS", condition: .when(traits: ["Meaning"])), crypto],
            swiftSettings: holdsC),
        .target(name: "Persistence", swiftSettings: house),
        .target(name: "PersistenceFiles", dependencies: ["Persistence", crypto], swiftSettings: house),
        .target(
            name: "PersistenceSQLite", dependencies: ["Persistence", "PersistenceFiles", grdb], swiftSettings: house),
        .target(
            name: "PersistencePostgres",
            dependencies: [
                "Persistence", "PersistenceFiles", .target(name: "CLibPQ", condition: .when(traits: ["PostgreSQL"])),
            ],
            swiftSettings: holdsC),
        .target(name: "Store", dependencies: ["Learning", "Persistence", logging, lifecycle], swiftSettings: house),
        .target(
            name: "Campus",
            dependencies: [
                "Learning", "Persistence", "Store", "CoursePackage", "Answers", "Markdown",
                logging, lifecycle, crypto, cryptoExtras,
            ],
            swiftSettings: house
        ),
        .target(
            name: "WebAPI",
            dependencies: [
                "Campus", "Learning", hummingbird, hummingbirdCore, httpTypes, nioCore, nioHTTP1, nioHTTPTypes,
                logging, lifecycle,
            ],
            swiftSettings: house
        ),
        .executableTarget(
            name: "cornerman",
            dependencies: [
                "Learning", "XML", "Archive", "Markdown", "CoursePackage", "Answers", "Encoder", "Persistence",
                "PersistenceFiles", "PersistenceSQLite", "PersistencePostgres", "Store", "Campus", "WebAPI",
                argumentParser, hummingbird, logging, lifecycle, signals,
            ],
            swiftSettings: house
        ),

        .target(
            name: "TestKit",
            dependencies: [
                "Campus", "Store", "Learning", "Persistence", "PersistenceFiles", "PersistenceSQLite",
                "PersistencePostgres", crypto, logging,
            ],
            path: "Tests/TestKit", swiftSettings: tests),
        .testTarget(name: "HouseTests", swiftSettings: tests),
        .testTarget(
            name: "CommandTests", dependencies: ["TestKit", "Persistence", "PersistenceFiles", "PersistenceSQLite"],
            swiftSettings: tests),
        .testTarget(name: "LearningTests", dependencies: ["Learning"], swiftSettings: tests),
        .testTarget(name: "XMLTests", dependencies: ["XML"], swiftSettings: tests),
        .testTarget(name: "ArchiveTests", dependencies: ["Archive"], swiftSettings: tests),
        .testTarget(name: "MarkdownTests", dependencies: ["Markdown"], swiftSettings: tests),
        .testTarget(
            name: "CoursePackageTests", dependencies: ["CoursePackage", "Learning", "XML", "Archive"],
            swiftSettings: tests),
        .testTarget(name: "AnswersTests", dependencies: ["Answers"], swiftSettings: tests),
        .testTarget(name: "EncoderTests", dependencies: ["Encoder", "TestKit", crypto], swiftSettings: tests),
        .testTarget(
            name: "PersistenceTests",
            dependencies: ["Persistence", "PersistenceFiles", "PersistenceSQLite", "PersistencePostgres", "TestKit"],
            swiftSettings: tests),
        .testTarget(
            name: "StoreTests",
            dependencies: ["Store", "Learning", "Persistence", "PersistenceFiles", "PersistenceSQLite", "TestKit"],
            swiftSettings: tests),
        .testTarget(
            name: "CampusTests",
            dependencies: [
                "Campus", "Store", "Learning", "Persistence", "PersistenceFiles", "PersistenceSQLite", "CoursePackage",
                "Archive",
                "TestKit",
            ],
            // Read where it stands.
            exclude: ["Questions/reps.jsonl"],
            swiftSettings: tests),
        .testTarget(
            name: "WebAPITests",
            dependencies: [
                "WebAPI", "Campus", "Store", "Learning", "Persistence", "PersistenceFiles", "PersistenceSQLite",
                hummingbird, httpTypes,
                nioCore, nioEmbedded, logging, "TestKit",
            ],
            swiftSettings: tests),
    ]
)
