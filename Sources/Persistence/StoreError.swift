/// What a database or blob store could not do.
public struct StoreError: Error, Sendable, CustomStringConvertible {
    /// Why, as far as a caller can act on it.
    public enum Kind: String, Sendable, CaseIterable {
        /// Another transaction was in the way; the same call may succeed now.
        case contention
        /// A `UNIQUE` or primary key was hurt.
        case duplicate
        /// A row that is referred to does not exist, or is still referred to.
        case reference
        /// A `CHECK` or `NOT NULL` was hurt.
        case check
        /// The disk is full.
        case full
        /// The database cannot be reached.
        case unavailable
        /// The file is no database, or is damaged.
        case corrupt
        /// The schema is newer than this program.
        case newerSchema
        /// A column holds another type than the code expects.
        case mismatch
        /// Anything else that the engine said.
        case other
    }

    public let kind: Kind
    /// The engine's own words, for the log; may name tables and columns, never values.
    public let message: String

    public init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    public var description: String { "\(kind.rawValue): \(message)" }
}
