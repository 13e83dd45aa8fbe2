import Testing

@testable import Answers

@Suite struct LengthCodeTests {
    @Test func `short lengths are exact`() {
        for length in 0..<64 { #expect(LengthCode.length(Int(LengthCode.code(length))) == Float(length)) }
    }

    @Test func `longer ones are within a sixteenth, and never out of order`() {
        var last: UInt16 = 0
        for length in 64..<16_384 {
            let code = LengthCode.code(length)
            #expect(code >= last && Int(code) < LengthCode.count)
            #expect(abs(LengthCode.length(Int(code)) - Float(length)) <= Float(length) / 15.9)
            last = code
        }
    }

    @Test func `what is longer still shares the last code`() {
        #expect(LengthCode.code(16_384) == 127)
        #expect(LengthCode.code(.max) == 127)
    }
}
