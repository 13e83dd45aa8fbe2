import Learning
import Synchronization
import TestKit
import Testing

@testable import Campus

@Suite struct ReadinessTests {
    @Test func `a database that reads and no longer writes is not ready, until it writes again`() async throws {
        let cutOff = Mutex<CutOffDatabase?>(nil)
        let test = try await TestCampus { database in
            let wrapped = CutOffDatabase(database)
            cutOff.withLock { $0 = wrapped }
            return wrapped
        }
        let database = try #require(cutOff.withLock { $0 })
        #expect(await test.campus.isReady())
        database.start(killedAfter: 0)
        #expect(await test.campus.isReady(), "it was tried a moment ago")
        test.clock.advance(seconds: 2)
        #expect(await !test.campus.isReady())
        database.start(killedAfter: nil)
        #expect(await !test.campus.isReady(), "it was tried a moment ago")
        test.clock.advance(seconds: 2)
        #expect(await test.campus.isReady())
    }
}
