import Foundation

/// Which of the two databases is measured.
public enum Engine: String, Sendable {
    case sqlite, postgres

    /// As the program's first argument says; SQLite without one.
    public init(_ arguments: [String] = CommandLine.arguments) throws {
        guard let engine = Engine(rawValue: arguments.dropFirst().first ?? "sqlite") else {
            throw BenchFailure("name sqlite or postgres, not \(arguments[1])")
        }
        self = engine
    }

    public var name: String {
        switch self {
        case .sqlite: "SQLite"
        case .postgres: "PostgreSQL"
        }
    }
}

/// What ends a run.
public struct BenchFailure: Error, CustomStringConvertible {
    public let description: String

    public init(_ description: String) { self.description = description }
}
