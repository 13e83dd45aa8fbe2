/// The number by which the caller knows an entry: a key of its own making, unique in one index.
public struct EntryNumber: Hashable, Comparable, Sendable {
    /// The caller's number.
    public let value: UInt32

    /// Takes the caller's number as it is.
    public init(_ value: UInt32) {
        self.value = value
    }

    public static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}

extension EntryNumber: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: UInt32) {
        self.init(value)
    }
}

extension EntryNumber: CustomStringConvertible {
    public var description: String { String(value) }
}
