import Foundation
import TestKit
import Testing

@testable import Encoder

/// What a model says of a text.
struct SentenceEncoderTests {
    /// The first eight numbers of each text's vector, as numpy computes them from the same file.
    static let expected: [(String, [Float])] = [
        ("price", [0.02277, 0.13405, -0.39117, -0.03092, -0.16492, 0.08585, 0.09053, 0.30892]),
        ("The price is too high", [0.07781, 0.24178, -0.18777, -0.04227, -0.29035, 0.02439, 0.06058, 0.14337]),
        ("What do I say?", [0.0116, 0.5638, -0.13761, -0.12646, 0.09537, -0.12404, 0.05514, -0.26753]),
        ("the price is too higher", [0.1228, 0.22591, -0.07186, -0.05112, -0.34256, 0.02586, 0.0678, 0.05783]),
    ]

    @Test(arguments: expected)
    func `a text gets the vector that numpy computes`(_ text: String, _ numbers: [Float]) throws {
        let vector = try #require(try TinyModel().encoder().vector(of: text))
        #expect(vector.count == 32)
        for (found, wanted) in zip(vector, numbers) { #expect(abs(found - wanted) < 2e-5) }
        #expect(abs(vector.reduce(0) { $0 + $1 * $1 } - 1) < 1e-5)
    }

    @Test func `the numbers of the model are those that numpy was given`() throws {
        #expect(
            try TinyModel().encoder().digest == "e23177f127b9f553eb30eb68d54978c2e1c7f97faed7cda5e1fc1b0753ae2c87")
    }

    @Test(arguments: ["", " \n", "\u{200B}"])
    func `a text without a word has no vector`(_ text: String) throws {
        #expect(try TinyModel().encoder().vector(of: text) == nil)
    }

    @Test func `a text longer than the model takes is read as far as it goes`() throws {
        let encoder = try TinyModel().encoder()
        let long = "the price is too high what do i say"
        #expect(encoder.vector(of: long) == encoder.vector(of: "the price is too high what"))
    }

    @Test func `a long text leaves nothing behind for a short one`() throws {
        let encoder = try TinyModel().encoder()
        let fresh = encoder.vector(of: "price")
        _ = encoder.vector(of: "what do i say")
        #expect(encoder.vector(of: "price") == fresh)
    }

    @Test func `many threads get what one gets`() async throws {
        let encoder = try TinyModel().encoder()
        let alone = Self.expected.map { encoder.vector(of: $0.0) }
        await withTaskGroup { group in
            for round in 0..<40 {
                group.addTask { (round % 4, encoder.vector(of: Self.expected[round % 4].0)) }
            }
            for await (place, vector) in group { #expect(vector == alone[place]) }
        }
    }

    @Test func `a model is known by its name and digest`() throws {
        let encoder = try TinyModel().encoder()
        var other = TinyModel()
        other.scale = 1 / 256
        #expect(encoder.name == "tiny")
        #expect(encoder.dimensions == 32)
        #expect(encoder.digest.count == 64)
        #expect(try other.encoder().digest != encoder.digest)
    }
}
