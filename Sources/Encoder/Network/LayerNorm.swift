/// Brings the numbers of each row to mean 0 and variance 1, then to what the model expects.
struct LayerNorm: Sendable {
    private static let epsilon: Float = 1e-12

    private let weights: [Float]
    private let bias: [Float]

    init(_ reader: inout ModelReader, _ dimensions: Int) throws(EncoderError) {
        weights = try reader.vector(dimensions)
        bias = try reader.vector(dimensions)
    }

    /// Adds other rows to some, then evens each out.
    func apply(_ rows: inout [Float], adding other: [Float]? = nil, count: Int) {
        var rows = rows.mutableSpan
        for row in 0..<count {
            let start = row * weights.count
            if let other { for column in weights.indices { rows[start + column] += other[start + column] } }
            even(&rows, from: start)
        }
    }

    private func even(_ numbers: inout MutableSpan<Float>, from start: Int) {
        let width = weights.count
        var sum: Float = 0
        for place in start..<start + width { sum += numbers[place] }
        let mean = sum / Float(width)
        var squares: Float = 0
        for place in start..<start + width {
            numbers[place] -= mean
            squares += numbers[place] * numbers[place]
        }
        let factor = 1 / (squares / Float(width) + Self.epsilon).squareRoot()
        for column in 0..<width {
            numbers[start + column] = numbers[start + column] * factor * weights[column] + bias[column]
        }
    }
}
