/// Room for one text on its way through the layers; used again from text to text.
struct Workspace: Sendable {
    private(set) var rows: [Float] = []
    private var sides: [Float] = []
    private var scores: [Float] = []
    private var taken: [Float] = []
    private var inner: [Float] = []
    private var output: [Float] = []

    /// Sends tokens through a model; ``rows`` has the result, a row a token.
    mutating func run(_ tokens: [Int], through model: Model) {
        let count = tokens.count
        let width = model.dimensions
        Self.fit(&rows, count * width)
        Self.fit(&sides, 3 * count * width)
        Self.fit(&scores, count * count)
        Self.fit(&taken, count * width)
        Self.fit(&inner, count * model.inner)
        Self.fit(&output, count * width)
        for (place, token) in tokens.enumerated() {
            for (column, value) in model.words.row(token).enumerated() {
                rows[place * width + column] = value + model.positions[place * width + column]
            }
        }
        model.norm.apply(&rows, count: count)
        let attention = Attention(heads: model.heads, dimensions: width)
        for layer in model.layers {
            layer.sides.apply(rows, count: count, to: &sides)
            attention.apply(sides, count: count, scores: &scores, to: &taken)
            layer.mixed.apply(taken, count: count, to: &output)
            layer.mixedNorm.apply(&rows, adding: output, count: count)
            layer.inner.apply(rows, count: count, to: &inner)
            Activation.apply(&inner, count: count * model.inner)
            layer.outer.apply(inner, count: count, to: &output)
            layer.outerNorm.apply(&rows, adding: output, count: count)
        }
    }

    private static func fit(_ numbers: inout [Float], _ count: Int) {
        if numbers.count < count { numbers = Array(repeating: 0, count: count) }
    }
}
