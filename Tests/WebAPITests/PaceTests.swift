import Learning
import NIOCore
import Testing

@testable import WebAPI

@Suite struct PaceTests {
    @Test(arguments: [
        (0, 0, false), (1, 59, false), (1, 60, true), (61_439, 60, true), (61_440, 60, false), (1 << 20, 1024, false),
        (1 << 20, 1025, true),
    ])
    func `a body may come slowly for a while, and then at a pace`(received: Int, seconds: Int, isTooSlow: Bool) {
        #expect(Pace.isTooSlow(received, after: .seconds(seconds)) == isTooSlow)
    }

    @Test func `a byte now and then ends the reading`() async throws {
        let pieces = AsyncThrowingStream<ByteBuffer, any Error> { continuation in
            for _ in 0..<9 { continuation.yield(ByteBuffer(string: "x")) }
            continuation.finish()
        }
        var passed = 0
        var taken = 0
        do {
            // Half a minute more with each piece.
            try await Pace.read(pieces) {
                passed += 30
                return .seconds(passed)
            } _: { _ in
                taken += 1
            }
            Issue.record("all of it was read")
        } catch let refusal as Refusal {
            #expect(refusal == Pace.refusal)
        }
        #expect(taken == 1)
    }
}
