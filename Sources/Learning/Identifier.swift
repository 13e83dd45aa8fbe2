import Foundation

/// A thing that has an id of our own making.
public protocol Identified: Sendable {
    /// What the API puts before the id so that a person can tell kinds apart, without the underscore: `crs` for `crs_018f…`.
    static var idPrefix: String { get }
}

/// The id of one `Subject`: a lower-case UUID as text (RFC 9562; version 7 where we make it, so that ids sort by age).
///
/// Stored bare; shown by the API with the subject's prefix.
public struct Identifier<Subject: Identified>: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The bare UUID, lower case, 36 characters.
    public let text: String

    /// Takes what the store holds; nothing is checked.
    public init(stored text: String) {
        self.text = text
    }

    /// Reads `prefix_uuid` or a bare UUID as a caller wrote it; nil for anything else.
    public init?(_ written: String) {
        var bare = written[...]
        if let mark = written.firstIndex(of: "_") {
            guard written[..<mark] == Subject.idPrefix else { return nil }
            bare = written[written.index(after: mark)...]
        }
        guard bare.utf8.count == 36, let uuid = UUID(uuidString: String(bare)) else { return nil }
        text = uuid.uuidString.lowercased()
    }

    /// As the API shows it: `crs_018f…`.
    public var description: String { "\(Subject.idPrefix)_\(text)" }

    public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

extension Identifier: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let written = try container.decode(String.self)
        guard let identifier = Identifier(written) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "not an id of the form \(Subject.idPrefix)_<UUID>")
        }
        self = identifier
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
