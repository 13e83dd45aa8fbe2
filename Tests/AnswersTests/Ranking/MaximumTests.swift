import Testing

@testable import Answers

@Suite struct MaximumTests {
    @Test func `every range gives its largest number`() {
        var random = SeededRandom(seed: 3)
        let numbers = (0..<70).map { _ in Float.random(in: 0..<9, using: &random) }
        numbers.withUnsafeBufferPointer { buffer in
            for start in numbers.indices {
                for end in start...numbers.count {
                    #expect(maximum(buffer, start..<end) == numbers[start..<end].max() ?? 0)
                }
            }
        }
    }
}
