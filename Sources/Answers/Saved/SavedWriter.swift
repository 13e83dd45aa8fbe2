/// Writes numbers and lists of them one after another, as ``SavedReader`` reads them: in the machine's own order of bytes.
public struct SavedWriter {
    private let take: (UnsafeRawBufferPointer) throws -> Void

    /// - Parameter take: gets the bytes piece by piece; they are gone when it returns. What it throws is thrown on.
    public init(_ take: @escaping (UnsafeRawBufferPointer) throws -> Void) {
        self.take = take
    }

    /// Writes a number.
    public func write(_ number: Int) throws {
        try withUnsafeBytes(of: UInt64(truncatingIfNeeded: number), take)
    }

    /// Writes a list of numbers, its length first. `Number` is an integer or a floating-point number: what has bytes between its
    /// parts would not be the same twice.
    public func write<Number: BitwiseCopyable>(_ numbers: [Number]) throws {
        try write(numbers.count)
        try numbers.withUnsafeBytes(take)
    }

    /// Writes a text as UTF-8.
    public func write(_ text: String) throws {
        try write(Array(text.utf8))
    }
}
