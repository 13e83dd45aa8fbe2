#if PostgreSQL
    import CLibPQ
    import Persistence

    /// What a statement gave, freed once.
    @safe
    struct PostgresResult: ~Copyable {
        private let handle: OpaquePointer

        init(_ handle: OpaquePointer) { unsafe self.handle = unsafe handle }

        deinit { unsafe PQclear(handle) }

        var isFine: Bool {
            let status = unsafe PQresultStatus(handle)
            return [PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY, PGRES_PIPELINE_SYNC].contains(status)
        }

        /// Nil when the server gave no state, as the connection ended.
        var state: String? {
            unsafe PQresultErrorField(handle, Int32(UInt8(ascii: "C"))).map { unsafe String(cString: $0) }
        }

        /// The server's first line about it; the detail, which may hold values, is left out.
        var message: String {
            let field = unsafe PQresultErrorField(handle, Int32(UInt8(ascii: "M")))
            let text = unsafe field ?? PQresultErrorMessage(handle)
            return unsafe text.map { unsafe String(cString: $0) } ?? "libpq says nothing"
        }

        /// What was done: `INSERT 0 1`, `COMMIT`.
        var command: String { unsafe PQcmdStatus(handle).map { unsafe String(cString: $0) } ?? "" }

        /// How many rows were inserted, changed or removed; 0 for what changes none.
        var changed: Int { unsafe PQcmdTuples(handle).flatMap { Int(unsafe String(cString: $0)) } ?? 0 }

        var rowCount: Int32 { unsafe PQntuples(handle) }
        var columnCount: Int32 { unsafe PQnfields(handle) }

        /// Calls `body` with each row; values are decoded when they are asked for.
        func forEachRow(_ body: (inout SQLRow) throws -> Void) throws {
            let handle = unsafe handle
            let columns = columnCount
            let types = (0..<columns).map { unsafe PQftype(handle, $0) }
            for row in 0..<rowCount {
                var reader = SQLRow(columns: Int(columns)) { column in
                    guard unsafe PQgetisnull(handle, row, Int32(column)) == 0,
                        let start = unsafe PQgetvalue(handle, row, Int32(column))
                    else { return .null }
                    let length = Int(unsafe PQgetlength(handle, row, Int32(column)))
                    let bytes = unsafe UnsafeRawBufferPointer(start: start, count: length)
                    return unsafe SQLValue(binary: bytes, of: types[column])
                }
                try body(&reader)
            }
        }
    }

    extension SQLValue {
        /// Reads a value in the server's binary form. What is no number, truth or bytes is its text.
        init(binary bytes: UnsafeRawBufferPointer, of type: Oid) {
            switch PostgresParameters.Kind(rawValue: type) {
            case .int2: unsafe self = .integer(Int64(Int16(truncatingIfNeeded: Self.word(bytes))))
            case .int4: unsafe self = .integer(Int64(Int32(truncatingIfNeeded: Self.word(bytes))))
            case .int8, .oid, .bool: unsafe self = .integer(Int64(bitPattern: Self.word(bytes)))
            case .float4: unsafe self = .real(Double(Float(bitPattern: UInt32(truncatingIfNeeded: Self.word(bytes)))))
            case .float8: unsafe self = .real(Double(bitPattern: Self.word(bytes)))
            case .bytea: unsafe self = .blob(Array(bytes))
            case .numeric: unsafe self = Self.numeric(bytes)
            case .text, .unknown, .texts, .int8s, .float8s, .byteas, nil:
                unsafe self = .text(String(decoding: bytes, as: UTF8.self))
            }
        }

        private static func word(_ bytes: some Sequence<UInt8>) -> UInt64 {
            bytes.reduce(0) { $0 << 8 | UInt64($1) }
        }

        /// Sums of integers come as NUMERIC: digits to the base of 10,000, a weight, a sign and a scale.
        /// Source: `numeric_send` in the server's `numeric.c`.
        private static func numeric(_ bytes: UnsafeRawBufferPointer) -> SQLValue {
            let words = stride(from: 0, to: bytes.count - 1, by: 2).map { at in
                unsafe Int(Int16(truncatingIfNeeded: Int(bytes[at]) << 8 | Int(bytes[at + 1])))
            }
            guard words.count >= 4 else { return .null }
            let (weight, isNegative, digits) = (words[1], words[2] == 0x4000, words[4...])
            let isWhole = digits.count <= weight + 1
            if isWhole, weight < 4 {
                var value: Int64 = 0
                for place in 0...max(weight, 0) {
                    value = value * 10_000 + Int64(place < digits.count && weight >= 0 ? digits[4 + place] : 0)
                }
                return .integer(isNegative ? -value : value)
            }
            var value = 0.0
            for (place, digit) in digits.enumerated() {
                let power = weight - place
                var part = Double(digit)
                for _ in 0..<abs(power) { part = power > 0 ? part * 10_000 : part / 10_000 }
                value += part
            }
            return .real(isNegative ? -value : value)
        }
    }
#endif
