import Crypto
import Foundation

/// A model of two layers and 32 dimensions, its numbers drawn by a rule that numpy can follow: what it should say was
/// computed by a program of other hands.
public struct TinyModel {
    public static let vocabulary = [
        "[PAD]", "[UNK]", "[CLS]", "[SEP]", "the", "price", "is", "too", "high", "##er", "##s", "what", "do", "i",
        "say",
        "?", ",", "discount", "neg", "##oti", "##ate", "好",
    ]

    public var layers = 2
    public var dimensions = 32
    public var heads = 4
    public var inner = 64
    public var positions = 8
    public var vocabulary = Self.vocabulary
    /// How many pieces the header promises.
    public var promised: Int?
    public var scale: Float = 1 / 512

    public init() {}

    /// What the digest vouches for.
    public var body: [UInt8] {
        var random = Draw()
        let text = vocabulary.map { $0 + "\n" }.joined().utf8
        let counts = [
            layers, dimensions, heads, inner, positions, promised ?? vocabulary.count, text.count, "tiny".utf8.count,
        ]
        var bytes = counts.flatMap { little(UInt32($0)) } + Array("tiny".utf8) + Array(text)
        func vector(_ count: Int, around base: Float) {
            for _ in 0..<count { bytes += little((base + Float(random.next()) / 1024).bitPattern) }
        }
        func matrix(_ rows: Int, _ columns: Int) {
            for row in 0..<rows { bytes += little((Float(1 + row % 3) * scale).bitPattern) }
            for _ in 0..<rows * columns { bytes.append(UInt8(bitPattern: random.next())) }
        }
        func norm() {
            vector(dimensions, around: 1)
            vector(dimensions, around: 0)
        }
        func dense(_ from: Int, _ to: Int) {
            matrix(to, from)
            vector(to, around: 0)
        }
        matrix(vocabulary.count, dimensions)
        vector(positions * dimensions, around: 0)
        norm()
        for _ in 0..<layers {
            dense(dimensions, 3 * dimensions)
            dense(dimensions, dimensions)
            norm()
            dense(dimensions, inner)
            dense(inner, dimensions)
            norm()
        }
        return bytes
    }

    /// The whole file.
    public var file: [UInt8] { Self.file(body) }

    public static func file(_ body: [UInt8], version: UInt32 = 1) -> [UInt8] {
        Array("CRNRMODL".utf8) + little(version) + little(UInt64(body.count)) + Array(SHA256.hash(data: body)) + body
    }
}

private func little(_ number: some FixedWidthInteger) -> [UInt8] {
    Swift.withUnsafeBytes(of: number.littleEndian, Array.init)
}

/// Numbers from -128 to 127 that only seem to be drawn.
private struct Draw {
    private var state: UInt64 = 1

    mutating func next() -> Int8 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int8(truncatingIfNeeded: state >> 56)
    }
}
