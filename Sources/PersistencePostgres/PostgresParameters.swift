#if PostgreSQL
    import CLibPQ
    import Persistence

    /// The values of one statement in the server's binary form, with the types they have.
    /// Source: https://www.postgresql.org/docs/15/protocol-overview.html#PROTOCOL-FORMAT-CODES
    struct PostgresParameters {
        /// One of each statement's types; the numbers are fixed in `pg_type.dat`.
        enum Kind: UInt32 {
            /// Whatever the place asks for: only NULL has it.
            case unknown = 0
            case bool = 16
            case bytea = 17
            case int8 = 20
            case int2 = 21
            case int4 = 23
            case text = 25
            case oid = 26
            case float4 = 700
            case float8 = 701
            case numeric = 1700
            case byteas = 1001
            case texts = 1009
            case int8s = 1016
            case float8s = 1022
        }

        let types: [Oid]
        private let bytes: [UInt8]
        /// Where each value lies in `bytes`; nil for NULL.
        private let ranges: [Range<Int>?]

        /// - Throws: ``StoreError`` of kind `check` for text that holds NUL, which PostgreSQL does not keep.
        init(_ bindings: [SQLBinding]) throws(StoreError) {
            var types: [Oid] = []
            var bytes: [UInt8] = []
            var ranges: [Range<Int>?] = []
            for binding in bindings {
                let start = bytes.count
                switch binding {
                case .value(let value):
                    types.append(Kind(of: value).rawValue)
                    try Self.append(value, to: &bytes)
                    ranges.append(value == .null ? nil : start..<bytes.count)
                case .column(let values, let type):
                    types.append(Kind(ofMany: type).rawValue)
                    try Self.append(values, of: type, to: &bytes)
                    ranges.append(start..<bytes.count)
                }
            }
            self.types = types
            self.bytes = bytes
            self.ranges = ranges
        }

        /// A NULL has no bytes.
        private static func append(_ value: SQLValue, to bytes: inout [UInt8]) throws(StoreError) {
            let start = bytes.count
            switch value {
            case .null: break
            case .integer(let integer): append(integer, to: &bytes)
            case .real(let real): append(Int64(bitPattern: real.bitPattern), to: &bytes)
            case .text(let text):
                bytes += text.utf8
                guard !bytes[start...].contains(0) else {
                    throw StoreError(.check, "a text holds NUL, which PostgreSQL does not keep")
                }
            case .blob(let blob): bytes += blob
            }
        }

        /// An array: how many dimensions, whether it holds NULL, of which type; how long it is, and where it begins to count; then
        /// each value behind its length.
        /// Source: `array_send` in the server's `arrayfuncs.c`.
        private static func append(
            _ values: [SQLValue], of type: SQLColumnType, to bytes: inout [UInt8]
        ) throws(StoreError) {
            append(Int32(1), to: &bytes)
            append(Int32(values.contains(.null) ? 1 : 0), to: &bytes)
            append(Int32(Kind(ofOne: type).rawValue), to: &bytes)
            append(Int32(values.count), to: &bytes)
            append(Int32(1), to: &bytes)
            for value in values {
                guard value != .null else {
                    append(Int32(-1), to: &bytes)
                    continue
                }
                guard Kind(of: value) == Kind(ofOne: type) else {
                    throw StoreError(.mismatch, "a table's column of type \(type) was given something else")
                }
                let start = bytes.count
                append(Int32(0), to: &bytes)
                try append(value, to: &bytes)
                let length = Int32(bytes.count - start - 4)
                for (place, byte) in zip(start..., length.bigEndianBytes) { bytes[place] = byte }
            }
        }

        private static func append(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
            bytes += number.bigEndianBytes
        }

        /// Lends what libpq takes: pointers to the values, their lengths, and that all are binary.
        func lend<Value>(
            _ body: (
                _ count: Int32, _ values: UnsafePointer<UnsafePointer<CChar>?>?, _ lengths: UnsafePointer<Int32>?,
                _ formats: UnsafePointer<Int32>?
            ) throws -> Value
        ) rethrows -> Value {
            let lengths = ranges.map { Int32($0?.count ?? 0) }
            let formats = [Int32](repeating: 1, count: ranges.count)
            // One byte more, so that an empty text at the end has an address, too.
            return try unsafe (bytes + [0]).withUnsafeBytes { buffer in
                let start = unsafe buffer.assumingMemoryBound(to: CChar.self).baseAddress
                let pointers = unsafe ranges.map { range in
                    unsafe range.flatMap { unsafe start?.advanced(by: $0.lowerBound) }
                }
                return try unsafe body(Int32(ranges.count), pointers, lengths, formats)
            }
        }
    }

    extension PostgresParameters.Kind {
        fileprivate init(of value: SQLValue) {
            self =
                switch value {
                case .null: .unknown
                case .integer: .int8
                case .real: .float8
                case .text: .text
                case .blob: .bytea
                }
        }

        fileprivate init(ofOne type: SQLColumnType) {
            self =
                switch type {
                case .text: .text
                case .integer: .int8
                case .real: .float8
                case .blob: .bytea
                }
        }

        fileprivate init(ofMany type: SQLColumnType) {
            self =
                switch type {
                case .text: .texts
                case .integer: .int8s
                case .real: .float8s
                case .blob: .byteas
                }
        }
    }

    extension FixedWidthInteger {
        /// As the server has its numbers.
        fileprivate var bigEndianBytes: [UInt8] {
            stride(from: bitWidth - 8, through: 0, by: -8).map { UInt8(truncatingIfNeeded: self >> $0) }
        }
    }
#endif
