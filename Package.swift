// swift-tools-version:6.2
import PackageDescription

let houseRules: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

/// A room of the house: a library target with the house's settings.
func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: houseRules)
}

/// The tests of one room; they may also use the shared test support.
func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(name: name + "Tests", dependencies: [.byName(name: name)] + dependencies, swiftSettings: houseRules)
}

let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")

let package = Package(
    name: "haven",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "haven", targets: ["haven"])],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1", traits: []),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl.git", from: "2.37.6"),
        .package(url: "https://github.com/apple/swift-nio-http2.git", from: "1.46.0"),
        .package(url: "https://github.com/apple/swift-nio-extras.git", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration.git", from: "1.4.0", traits: []),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
        .package(url: "https://github.com/vapor/jwt-kit.git", from: "5.7.1"),
        .package(url: "https://github.com/swift-server/async-http-client.git", from: "1.37.0"),
    ],
    targets: [
        // C modules
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CPostgreSQL", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        // Yams would bring all of Foundation and its Unicode tables with it.
        .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

        // Values
        room("OCI"),
        room("Time"),
        room("Listing", ["Time"]),

        // Platform
        room("SQL", ["Listing", "Time"]),
        room("SQLite", ["SQL", "CSQLite"]),
        room("PostgreSQL", ["SQL", "CPostgreSQL"]),
        room("Cryptography", ["CCrypto"]),
        room("BlobStorage", ["OCI", nioCore]),
        room("FilesystemStorage", ["BlobStorage", "OCI", nioCore, nioPosix]),
        room("LayerArchive", ["CZlib"]),
        room("Cron", ["Time"]),
        room(
            "OutboundHTTP",
            [
                httpTypes, nioCore, nioPosix, .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
            ]),
        room("Prometheus"),
        room("StructuredLogging", ["Time", logging]),
        room(
            "HTTPServing",
            [
                "Prometheus", "Time", hummingbird, httpTypes, logging, nioCore, nioPosix,
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTP2", package: "swift-nio-http2"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
                .product(name: "NIOHTTPTypesHTTP2", package: "swift-nio-extras"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]),

        // Domain
        room("SystemConfiguration", ["Time", "Cryptography", "OCI", "SQL"]),
        room("Identity", ["Listing", "Time", "SQL", "Cryptography", nioPosix]),
        room(
            "Access",
            [
                "Time", "OCI", "Listing", "Identity", "SystemConfiguration", "SQL", "Cryptography",
                .product(name: "JWTKit", package: "jwt-kit"),
            ]),
        room("Content", ["Time", "OCI", "SQL", "BlobStorage", "Cryptography", nioCore, nioPosix]),
        room("Admission", ["OCI", "SQL"]),
        room(
            "Catalog",
            [
                "SystemConfiguration", "Time", "Listing", "Access", "Admission", "Content", "Events", "LayerArchive",
                "OCI", "SQL", nioCore,
            ]),

        room("Events", ["OCI", "Time", "SQL", logging]),
        room("Jobs", ["Time", "Listing", "OCI", "Cron", "Cryptography", "SQL", logging]),

        // Features
        room(
            "Auditing",
            [
                "SystemConfiguration", "Jobs", "OCI", "Time", "Listing", "Prometheus", "SQL", nioCore, nioPosix,
                .product(name: "NIOSSL", package: "swift-nio-ssl"), .product(name: "NIOTLS", package: "swift-nio"),
            ]),
        room("GarbageCollection", ["Time", "OCI", "Catalog", "Content", "Jobs", "BlobStorage", "SQL", logging]),
        room("Immutability", ["Time", "Listing", "Admission", "OCI", "SQL"]),
        room(
            "Quotas",
            ["Time", "OCI", "Listing", "Catalog", "Jobs", "Events", "Admission", "SystemConfiguration", "SQL"]),
        room("Retention", ["Time", "Listing", "OCI", "Cron", "Catalog", "Admission", "Events", "Jobs", "SQL"]),
        room(
            "Webhooks",
            [
                "Time", "Listing", "OCI", "Cryptography", "Events", "Jobs", "OutboundHTTP", "SQL",
                "SystemConfiguration", httpTypes,
            ]),
        room("Verification", ["Content", "BlobStorage", "Cryptography", "OCI", "SQL", nioCore]),

        // Surfaces
        room(
            "DistributionAPI",
            [
                "Auditing", "SystemConfiguration", "Access", "Admission", "Identity", "Catalog", "Content",
                "BlobStorage", "Cryptography", "HTTPServing", "OCI",
                hummingbird, .product(name: "HummingbirdCore", package: "hummingbird"), httpTypes, logging, nioCore,
            ]),
        room(
            "TokenService",
            [
                "Access", "SystemConfiguration", "Identity", "Catalog", "HTTPServing", "OCI", "Time",
                hummingbird, httpTypes, nioCore,
            ]),
        room(
            "ManagementAPI",
            [
                "Access", "Auditing", "Admission", "BlobStorage", "Catalog", "Cryptography", "Identity", "Immutability",
                "Quotas", "Retention", "Jobs", "Cron", "Webhooks", "HTTPServing", "Listing", "OCI",
                "SystemConfiguration", "Time",
                hummingbird, .product(name: "HummingbirdCore", package: "hummingbird"), httpTypes, logging, nioCore,
            ]),

        room(
            "PortalHosting",
            ["Cryptography", "HTTPServing", hummingbird, httpTypes, logging, nioCore, nioPosix]),

        // Composition
        room(
            "Server",
            [
                "DistributionAPI", "TokenService", "ManagementAPI", "PortalHosting", "GarbageCollection",
                "Verification", "CYAML",
                "Auditing", "Immutability", "Quotas", "Catalog", "Admission", "Content", "Access", "Identity",
                "SystemConfiguration", "Listing", "Events", "Jobs", "Cron", "Retention", "Webhooks", "OutboundHTTP",
                "HTTPServing", "SQL", "SQLite", "PostgreSQL", "BlobStorage", "FilesystemStorage",
                "Cryptography", "Prometheus", "StructuredLogging", "OCI", "Time",
                hummingbird, logging, nioCore, nioPosix,
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ]),
        .executableTarget(
            name: "haven",
            dependencies: ["Server", .product(name: "ArgumentParser", package: "swift-argument-parser")],
            swiftSettings: houseRules),

        // Test support and tests
        .target(
            name: "RegistryTesting",
            dependencies: [
                "Auditing", "Immutability", "Quotas", "Catalog", "Admission", "Content", "Access", "Identity",
                "SystemConfiguration", "Events", "Jobs", "Retention", "Webhooks",
                "Time", "SQL", "SQLite", "PostgreSQL", "BlobStorage", "FilesystemStorage", "OCI", "Cryptography",
                nioCore, nioPosix,
            ],
            // The optimiser of Swift 6.3 crashes on an asynchronous closure here, and test support needs no speed.
            swiftSettings: houseRules + [.unsafeFlags(["-Onone"])]),
        .executableTarget(
            name: "JobWorker",
            dependencies: [
                "Jobs", "OCI", "PostgreSQL", "SQL", "SQLite", "Time", logging,
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Tests/JobWorker", swiftSettings: houseRules),
        tests("OCI"),
        tests(
            "OutboundHTTP",
            ["RegistryTesting", httpTypes, nioCore, nioPosix, .product(name: "NIOSSL", package: "swift-nio-ssl")]),
        tests("Listing", ["Time"]),
        tests("SQL", ["RegistryTesting", "Listing", "Time"]),
        tests("SQLite", ["RegistryTesting", "SQL"]),
        tests("PostgreSQL", ["RegistryTesting", "SQL"]),
        tests("Cryptography"),
        tests("FilesystemStorage", ["RegistryTesting", "BlobStorage", "OCI", nioCore]),
        tests("LayerArchive", ["Cryptography"]),
        tests("Prometheus"),
        tests("StructuredLogging", [logging]),
        tests(
            "Auditing",
            [
                "RegistryTesting", "Listing", "OCI", "Prometheus", "SQL", "SystemConfiguration", "Time", nioCore,
                nioPosix,
            ]),
        tests("Time"),
        tests("Cron", ["Time"]),
        tests(
            "Webhooks",
            [
                "RegistryTesting", "Catalog", "Cryptography", "Events", "Jobs", "Listing", "OCI", "OutboundHTTP", "SQL",
                "SystemConfiguration", "Time", logging, nioPosix,
            ]),
        tests("Events", ["RegistryTesting", "Catalog", "OCI", "SQL", logging]),
        tests("Jobs", ["RegistryTesting", "Cron", "Listing", "OCI", "SQL", "Time", logging]),
        tests("SystemConfiguration", ["RegistryTesting", "Cryptography", "OCI", "SQL"]),
        tests("Identity", ["RegistryTesting", "Catalog", "Cryptography", "Listing", "SQL", "Time", nioPosix]),
        tests("Content", ["RegistryTesting", "BlobStorage", "Catalog", "OCI", "SQL", "Time"]),
        tests(
            "Catalog",
            [
                "RegistryTesting", "Access", "Admission", "BlobStorage", "GarbageCollection", "Identity",
                "Immutability",
                "Listing", "OCI", "Quotas", "SQL", "Time", "Verification", logging, nioCore,
            ]),
        tests(
            "GarbageCollection",
            [
                "RegistryTesting", "Admission", "BlobStorage", "Catalog", "Content", "Immutability", "Listing", "OCI",
                "SQL",
                logging, nioCore,
            ]),
        tests("Verification", ["RegistryTesting", "Catalog", "Content", "BlobStorage", "OCI", "SQL", "Time"]),
        tests("Admission", ["OCI"]),
        tests(
            "Quotas",
            [
                "RegistryTesting", "Admission", "Catalog", "Content", "Events", "GarbageCollection", "Listing", "OCI",
                "SQL", logging,
            ]),
        tests(
            "Retention",
            [
                "RegistryTesting", "Catalog", "Cron", "Events", "Immutability", "Jobs", "Listing", "OCI", "Quotas",
                "SQL", "Time",
            ]),
        tests("Immutability", ["RegistryTesting", "Admission", "Catalog", "Listing", "OCI", "SQL"]),
        tests("HTTPServing", ["RegistryTesting", httpTypes, nioCore]),
        tests("DistributionAPI", ["RegistryTesting", "HTTPServing", "OCI"]),
        tests(
            "PortalHosting",
            ["RegistryTesting", hummingbird, httpTypes, logging, nioCore, nioPosix]),
        tests("TokenService", ["RegistryTesting", "Access", "Catalog", "Identity", "SQL"]),
        tests(
            "ManagementAPI",
            [
                "RegistryTesting", "Access", "Catalog", "HTTPServing", "Identity", "Immutability", "OCI", "Quotas",
                "SQL", "SystemConfiguration", "Webhooks", hummingbird, httpTypes, logging, nioCore,
                .product(name: "NIOEmbedded", package: "swift-nio"),
            ]),
        tests("Server", ["Auditing", "RegistryTesting", "ManagementAPI", "OCI", httpTypes, logging]),
        tests(
            "Access",
            [
                "RegistryTesting", "Catalog", "Identity", "Cryptography", "Listing", "OCI", "SQL",
                "Time",
            ]),
    ]
)
