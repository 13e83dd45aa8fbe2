import BenchKit
import Campus
import Foundation
import Synchronization

/// Events as one would record them without a queue: each request is `BEGIN`, `INSERT` of its event, `UPDATE` of its progress and
/// `COMMIT`, prepared, on a pool of connections. It looks nothing up, checks no rights and keeps no counters.
struct FourRoundTrips {
    /// How many connections a pool usually has.
    static let connections = 8

    private let address: String
    /// Enrollment, person and version of each client.
    private let learners: [[String]]

    /// - Parameter address: of a database with a ``Stage`` for as many clients.
    init(address: String, clients: Int) throws {
        self.address = address
        let connection = try RawPostgres(address)
        learners = try connection.run("SELECT id, person_id, version_id FROM enrollment ORDER BY id")
        guard learners.count == clients else { throw BenchFailure("\(learners.count) learners are on the stage") }
        try connection.run(
            """
            INSERT INTO progress (enrollment_id, activity, occurrence, status, facts)
            SELECT id, 'peer-' || step, 1, 'open', '{}' FROM enrollment, generate_series(0, 19) AS step
            """)
    }

    /// Lets all clients send one event after the other: those of one connection take turns at it.
    /// - Returns: events a second, of all together.
    func record(for seconds: Double) async throws -> Double {
        let start = ContinuousClock.now
        let outcome = Mutex<Result<Int, any Error>>(.success(0))
        await withCheckedContinuation { (done: CheckedContinuation<Void, Never>) in
            let group = DispatchGroup()
            for number in 0..<Self.connections {
                group.enter()
                Thread {
                    let mine = Result { try record(on: number, since: start, for: seconds) }
                    outcome.withLock { all in all = Result { try all.get() + mine.get() } }
                    group.leave()
                }.start()
            }
            group.notify(queue: .global()) { done.resume() }
        }
        return Double(try outcome.withLock { try $0.get() }) / (start.duration(to: .now) / .seconds(1))
    }

    private func record(on number: Int, since start: ContinuousClock.Instant, for seconds: Double) throws -> Int {
        let connection = try RawPostgres(address)
        try connection.prepare("begin", "BEGIN")
        try connection.prepare("commit", "COMMIT")
        try connection.prepare(
            "event",
            """
            INSERT INTO event (
                id, enrollment_id, activity, occurrence, attempt_id, version_id, verb, data, actor_id, occurred_at,
                recorded_at, via
            ) VALUES ($1, $2, $3, 1, NULL, $4, $5, '{}', $6, $7, $7, 'api')
            """)
        try connection.prepare(
            "progress",
            """
            UPDATE progress SET status = $3, completed_at = $4, facts = '{}'
            WHERE enrollment_id = $1 AND activity = $2 AND occurrence = 1
            """)
        let mine = stride(from: number, to: learners.count, by: Self.connections).map { learners[$0] }
        var count = 0
        while start.duration(to: .now) < .seconds(seconds) {
            let (learner, round) = (mine[count % mine.count], count / mine.count)
            let activity = "peer-\(round % 20)"
            let now = "\(Int(Date().timeIntervalSince1970 * 1000))"
            let isDone = round % 3 == 0
            try connection.run(prepared: "begin")
            try connection.run(
                prepared: "event",
                [
                    UUIDv7.make(), learner[0], activity, learner[2], isDone ? "completed" : "opened",
                    learner[1], now,
                ])
            try connection.run(prepared: "progress", [learner[0], activity, isDone ? "done" : "started", now])
            try connection.run(prepared: "commit")
            count += 1
        }
        return count
    }
}
