import Foundation

/// What part of a file a request asks for (RFC 9110 §14.2): one range of bytes, or all of it.
enum ByteRange: Equatable {
    case whole
    case part(Range<Int>)
    /// Nothing of what was asked for is there: 416.
    case unsatisfiable

    /// - Parameters:
    ///   - header: `Range`; several ranges, other units and what cannot be read ask for all.
    ///   - size: bytes of the file.
    init(_ header: String?, size: Int) {
        guard let header, header.lowercased().hasPrefix("bytes=") else {
            self = .whole
            return
        }
        let ends = header.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false).map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        guard ends.count == 2, ends.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }) else {
            self = .whole
            return
        }
        switch (Int(ends[0]), Int(ends[1])) {
        case (let first?, let last?) where first <= last: self = Self.part(first, last, size)
        case (let first?, nil) where ends[1].isEmpty: self = Self.part(first, size - 1, size)
        case (nil, let count?) where ends[0].isEmpty:
            self = count == 0 || size == 0 ? .unsatisfiable : .part(max(0, size - count)..<size)
        default: self = .whole
        }
    }

    private static func part(_ first: Int, _ last: Int, _ size: Int) -> ByteRange {
        first < size ? .part(first..<min(last, size - 1) + 1) : .unsatisfiable
    }
}
