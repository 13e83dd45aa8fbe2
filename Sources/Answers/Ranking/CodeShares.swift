/// What the codes of some postings are worth in one query.
struct CodeShares: Sendable {
    /// By measure.
    let byMeasure: [Float]
    /// By code; nothing where the measure stands apart.
    let byCode: [Float]
    /// The most that a code and all below it are worth. Codes ascend by what they are worth where units have the usual length, so that this
    /// is little more than what the code itself is worth, and never less.
    let bounds: [Float]

    /// The most that any code is worth.
    var most: Float { bounds[bounds.count - 1] }

    init(_ byMeasure: [Float], of key: MeasureKey) {
        self.byMeasure = byMeasure
        byCode = key.common.map { byMeasure[Int($0)] } + [0]
        var highest: Float = 0
        let common = byCode.dropLast().map { share in
            highest = max(highest, share)
            return highest
        }
        bounds = common + [key.measures.reduce(highest) { max($0, byMeasure[Int($1)]) }]
    }
}
