import Learning
import NIOCore

/// How slowly a body may come: whoever sends a byte now and then does not hold a connection for ever. Silence is ended by the
/// connection's own limit.
enum Pace {
    /// For so long it may come as slowly as it likes.
    static let patience = Duration.seconds(60)
    /// Then so many bytes a second, over all the time since it began.
    static let bytesPerSecond: Int64 = 1024

    static func isTooSlow(_ received: Int, after elapsed: Duration) -> Bool {
        elapsed >= patience && Int64(received) < elapsed.components.seconds * bytesPerSecond
    }

    /// Goes through a body piece by piece.
    /// - Parameter elapsed: the time since the body began.
    /// - Throws: ``refusal``, beside what the connection and `take` throw.
    static func read(
        _ pieces: some AsyncSequence<ByteBuffer, any Error>, elapsed: () -> Duration,
        _ take: (ByteBuffer) async throws -> Void
    ) async throws {
        var received = 0
        for try await piece in pieces {
            received += piece.readableBytes
            guard !isTooSlow(received, after: elapsed()) else { throw refusal }
            try await take(piece)
        }
    }

    static let refusal = Refusal(
        .invalid, "too-slow", "The body comes too slowly, below \(bytesPerSecond) bytes a second: send it again.")
}
