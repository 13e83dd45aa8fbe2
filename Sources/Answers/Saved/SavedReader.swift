/// Reads what a ``SavedWriter`` wrote, in the same order. It never reads beyond the end.
public struct SavedReader {
    private let bytes: UnsafeRawBufferPointer
    private var place = 0

    /// - Parameter bytes: must stay there for as long as anything is read.
    public init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    /// Whether everything was read.
    public var isAtEnd: Bool { place == bytes.count }

    /// Reads a number.
    public mutating func number() throws(SavedIndexError) -> Int {
        guard bytes.count - place >= 8 else { throw .cut }
        defer { place += 8 }
        return Int(truncatingIfNeeded: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }

    /// Reads a list of numbers.
    public mutating func numbers<Number: BitwiseCopyable>(
        _ type: Number.Type = Number.self
    ) throws(SavedIndexError) -> [Number] {
        let count = try number()
        let (size, isTooMuch) = count.multipliedReportingOverflow(by: MemoryLayout<Number>.stride)
        guard count >= 0, !isTooMuch, size <= bytes.count - place else { throw .cut }
        let from = UnsafeRawBufferPointer(rebasing: bytes[place..<place + size])
        place += size
        return Array(unsafeUninitializedCapacity: count) { numbers, filled in
            UnsafeMutableRawBufferPointer(numbers).copyMemory(from: from)
            filled = count
        }
    }

    /// Reads a text.
    public mutating func text() throws(SavedIndexError) -> String {
        guard let text = String(validating: try numbers(UInt8.self), as: UTF8.self) else {
            throw .contradictory("a text is not UTF-8")
        }
        return text
    }
}
