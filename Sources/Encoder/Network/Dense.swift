#if Meaning
    import CLibOpenBLAS
#endif

/// A matrix and what is added to its product.
struct Dense: Sendable {
    let from: Int
    let to: Int
    /// `from` rows of `to` numbers: OpenBLAS multiplies a few rows with them faster than the other way around.
    private let weights: [Float]
    private let bias: [Float]

    init(_ reader: inout ModelReader, from: Int, to: Int) throws(EncoderError) {
        self.from = from
        self.to = to
        weights = try reader.matrix(rows: to, columns: from).columnsAsRows
        bias = try reader.vector(to)
    }

    /// Sends `count` rows of `from` numbers to as many rows of `to` numbers.
    func apply(_ input: [Float], count: Int, to output: inout [Float]) {
        unsafe input.withUnsafeBufferPointer { input in
            unsafe weights.withUnsafeBufferPointer { weights in
                unsafe output.withUnsafeMutableBufferPointer { output in
                    for row in 0..<count {
                        _ = unsafe output[(row * to)..<((row + 1) * to)].update(fromContentsOf: bias)
                    }
                    unsafe multiply(
                        Rows(input, stride: from), Rows(weights, stride: to), isTransposed: false,
                        rows: count, columns: to, inner: from, sum: 1, to: output, stride: to)
                }
            }
        }
    }
}

/// Rows of numbers somewhere in memory.
@unsafe struct Rows {
    let start: UnsafePointer<Float>?
    /// From the beginning of a row to that of the next.
    let stride: Int

    init(_ numbers: UnsafeBufferPointer<Float>, at offset: Int = 0, stride: Int) {
        unsafe start = numbers.baseAddress.map { unsafe $0 + offset }
        unsafe self.stride = stride
    }
}

/// `output` = `scale` · left · right + `sum` · `output`.
func multiply(
    _ left: Rows, _ right: Rows, isTransposed: Bool, rows: Int, columns: Int, inner: Int, scale: Float = 1, sum: Float,
    to output: UnsafeMutableBufferPointer<Float>, at offset: Int = 0, stride: Int
) {
    #if Meaning
        unsafe cblas_sgemm(
            CblasRowMajor, CblasNoTrans, isTransposed ? CblasTrans : CblasNoTrans, Int32(rows), Int32(columns),
            Int32(inner), scale, left.start, Int32(left.stride), right.start, Int32(right.stride), sum,
            output.baseAddress.map { unsafe $0 + offset }, Int32(stride))
    #endif
}
