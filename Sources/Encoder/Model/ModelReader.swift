/// Reads a model's numbers one after the other.
struct ModelReader {
    private let bytes: ArraySlice<UInt8>
    private var place: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        place = bytes.startIndex
    }

    var isAtEnd: Bool { place == bytes.endIndex }

    mutating func bytes(_ count: Int) throws(EncoderError) -> ArraySlice<UInt8> {
        guard count <= bytes.endIndex - place else { throw .inconsistent("it ends before its numbers do") }
        defer { place += count }
        return bytes[place..<place + count]
    }

    /// A count, held to a range.
    mutating func count(_ name: String, _ range: ClosedRange<Int>) throws(EncoderError) -> Int {
        let number = Int(UInt32(littleEndian: ModelFile.number(try bytes(4))))
        guard range.contains(number) else { throw .inconsistent("\(name) are \(number)") }
        return number
    }

    mutating func vector(_ count: Int) throws(EncoderError) -> [Float] {
        let bytes = try bytes(count * 4)
        let values = unsafe bytes.withUnsafeBytes { raw in
            (0..<count).map { index in
                Float(
                    bitPattern: UInt32(
                        littleEndian: unsafe raw.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self)))
            }
        }
        guard values.allSatisfy(\.isFinite) else { throw .inconsistent("it has numbers that are none") }
        return values
    }

    mutating func matrix(rows: Int, columns: Int) throws(EncoderError) -> ByteMatrix {
        let scales = try vector(rows)
        let values = try bytes(rows * columns).map { Int8(bitPattern: $0) }
        return ByteMatrix(scales: scales, values: values, columns: columns)
    }
}

/// A matrix of 8-bit integers; a number is its integer times the scale of its row.
struct ByteMatrix: Sendable {
    let scales: [Float]
    let values: [Int8]
    let columns: Int

    /// The numbers of a row.
    func row(_ row: Int) -> some Sequence<Float> {
        let scale = scales[row]
        return values[row * columns..<(row + 1) * columns].lazy.map { Float($0) * scale }
    }

    /// All numbers, column after column.
    var columnsAsRows: [Float] {
        let rows = scales.count
        var numbers = [Float](repeating: 0, count: values.count)
        for row in 0..<rows {
            for column in 0..<columns {
                numbers[column * rows + row] = Float(values[row * columns + column]) * scales[row]
            }
        }
        return numbers
    }
}
