import Foundation

/// Lets every token take from the others what its heads look for.
struct Attention: Sendable {
    let heads: Int
    let dimensions: Int

    /// - Parameters:
    ///   - sides: a row a token: its query, key and value.
    ///   - scores: room for a number for every two tokens.
    ///   - output: a row a token: what it takes.
    func apply(_ sides: [Float], count: Int, scores: inout [Float], to output: inout [Float]) {
        let width = dimensions / heads
        let stride = 3 * dimensions
        let scale = 1 / Float(width).squareRoot()
        for head in 0..<heads {
            let place = head * width
            unsafe sides.withUnsafeBufferPointer { sides in
                unsafe scores.withUnsafeMutableBufferPointer { scores in
                    unsafe multiply(
                        Rows(sides, at: place, stride: stride), Rows(sides, at: dimensions + place, stride: stride),
                        isTransposed: true, rows: count, columns: count, inner: width, scale: scale, sum: 0,
                        to: scores, stride: count)
                }
            }
            for row in 0..<count { Self.share(&scores, row * count..<(row + 1) * count) }
            unsafe sides.withUnsafeBufferPointer { sides in
                unsafe scores.withUnsafeBufferPointer { scores in
                    unsafe output.withUnsafeMutableBufferPointer { output in
                        unsafe multiply(
                            Rows(scores, stride: count), Rows(sides, at: 2 * dimensions + place, stride: stride),
                            isTransposed: false, rows: count, columns: width, inner: count, sum: 0,
                            to: output, at: place, stride: dimensions)
                    }
                }
            }
        }
    }

    /// Makes shares of the numbers that add up to 1, each as large as e to its power.
    private static func share(_ numbers: inout [Float], _ range: Range<Int>) {
        var highest = -Float.infinity
        for place in range { highest = max(highest, numbers[place]) }
        var sum: Float = 0
        for place in range {
            numbers[place] = exp(numbers[place] - highest)
            sum += numbers[place]
        }
        for place in range { numbers[place] /= sum }
    }
}
