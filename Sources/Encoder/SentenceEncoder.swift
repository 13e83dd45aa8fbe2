public import Foundation
import Synchronization

#if Meaning
    import CLibOpenBLAS
#endif

/// Turns a short text into a direction: texts that mean alike point alike.
///
/// It takes the texts of any number of threads, one after the other, and a text takes one thread alone: 128 tokens at most,
/// the rest is not read. The model stays in memory, its words as 8-bit integers and its layers as 32-bit floats.
public final class SentenceEncoder: Sendable {
    private let model: Model
    private let workspace = Mutex(Workspace())
    /// The SHA-256 of what the model holds, in hexadecimal digits: vectors of different models cannot be compared.
    public let digest: String

    /// What the model is called.
    public var name: String { model.name }
    /// How many numbers a vector has.
    public var dimensions: Int { model.dimensions }

    /// Reads a model file, as `make model` makes it.
    public convenience init(file: URL) throws(EncoderError) {
        let (digest, body) = try ModelFile.read(file)
        try self.init(digest: digest, body: body)
    }

    init(digest: [UInt8], body: ArraySlice<UInt8>) throws(EncoderError) {
        #if Meaning
            openblas_set_num_threads(1)
            model = try Model(body)
            self.digest = digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        #else
            throw .notBuiltIn
        #endif
    }

    /// The direction of a text, a vector of length 1; nil for a text without a word.
    public func vector(of text: String) -> [Float]? {
        let tokens = model.wordPieces.numbers(of: text, limit: model.positionCount)
        guard tokens.count > 2 else { return nil }
        var mean = [Float](repeating: 0, count: dimensions)
        workspace.withLock { workspace in
            workspace.run(tokens, through: model)
            for place in 0..<tokens.count {
                for column in 0..<dimensions { mean[column] += workspace.rows[place * dimensions + column] }
            }
        }
        let length = mean.reduce(0) { $0 + $1 * $1 }.squareRoot()
        guard length.isFinite, length > 0 else { return nil }
        return mean.map { $0 / length }
    }
}
