/// What a model file holds: a BERT encoder.
struct Model: Sendable {
    let name: String
    let dimensions: Int
    let heads: Int
    /// The width of the layers' inner step.
    let inner: Int
    /// How many tokens it can take, the two at the ends among them.
    let positionCount: Int
    let wordPieces: WordPieces
    let words: ByteMatrix
    /// What is added at each position.
    let positions: [Float]
    let norm: LayerNorm
    let layers: [Layer]

    /// - Parameter body: eight counts of 32 bits (layers, dimensions, heads, inner width, positions, pieces, bytes of the
    ///   vocabulary, bytes of the name), the name, the vocabulary (a piece a line), and the numbers in the order in which
    ///   they are read here. A matrix is the scales of its rows and its rows.
    init(_ body: ArraySlice<UInt8>) throws(EncoderError) {
        var reader = ModelReader(body)
        let layerCount = try reader.count("layers", 1...64)
        dimensions = try reader.count("dimensions", 1...4096)
        heads = try reader.count("heads", 1...256)
        inner = try reader.count("inner dimensions", 1...16384)
        positionCount = try reader.count("positions", 3...4096)
        let pieceCount = try reader.count("words", 4...1_000_000)
        let vocabularyLength = try reader.count("bytes of the vocabulary", 1...64_000_000)
        let nameLength = try reader.count("bytes of the name", 0...200)
        guard dimensions.isMultiple(of: heads) else {
            throw .inconsistent("\(heads) heads do not share \(dimensions) dimensions")
        }
        name = String(decoding: try reader.bytes(nameLength), as: UTF8.self)
        wordPieces = try WordPieces(try reader.bytes(vocabularyLength), count: pieceCount)
        words = try reader.matrix(rows: pieceCount, columns: dimensions)
        positions = try reader.vector(positionCount * dimensions)
        norm = try LayerNorm(&reader, dimensions)
        var layers: [Layer] = []
        for _ in 0..<layerCount {
            layers.append(
                Layer(
                    sides: try Dense(&reader, from: dimensions, to: 3 * dimensions),
                    mixed: try Dense(&reader, from: dimensions, to: dimensions),
                    mixedNorm: try LayerNorm(&reader, dimensions),
                    inner: try Dense(&reader, from: dimensions, to: inner),
                    outer: try Dense(&reader, from: inner, to: dimensions),
                    outerNorm: try LayerNorm(&reader, dimensions)))
        }
        self.layers = layers
        guard reader.isAtEnd else { throw .inconsistent("something follows its numbers") }
    }
}

/// One of the steps that a text goes through.
struct Layer: Sendable {
    /// Queries, keys and values beside one another.
    let sides: Dense
    /// What brings the heads together.
    let mixed: Dense
    let mixedNorm: LayerNorm
    let inner: Dense
    let outer: Dense
    let outerNorm: LayerNorm
}
