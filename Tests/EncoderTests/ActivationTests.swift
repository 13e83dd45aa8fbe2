import Foundation
import Testing

@testable import Encoder

/// The function that every layer's inner step ends with.
struct ActivationTests {
    @Test func `the quotient stays within three ten-millionths of the error function`() {
        for step in -6000...6000 {
            let x = Float(step) / 1000
            let found = Activation.erf(SIMD8(repeating: x))[0]
            #expect(abs(found - Foundation.erf(x)) < 3e-7, "\(x)")
        }
    }

    @Test(arguments: [1, 7, 8, 9, 24])
    func `every number is activated and none behind them`(_ count: Int) {
        var numbers = (0..<32).map { Float($0) / 8 - 2 }
        let before = numbers
        Activation.apply(&numbers, count: count)
        for (place, x) in before.enumerated() {
            let expected = place < count ? x * 0.5 * (1 + Foundation.erf(x / Float(2).squareRoot())) : x
            #expect(abs(numbers[place] - expected) < 1e-6)
        }
    }
}
