import HTTPTypes
import Hummingbird
import Learning
import NIOCore

extension ResponseBody {
    /// Bytes of a body that is read whole before its head is sent.
    static let onePiece = 256 << 10

    /// The same body as one buffer, where its length is known and small: it is then sent together with its head, so that
    /// a process that is killed has sent all of the reply or nothing. A proxy can ask another node only while it has seen
    /// no head.
    func inOnePiece() async throws -> ResponseBody {
        guard let length = contentLength, 1...Self.onePiece ~= length else { return self }
        let pieces = Pieces(capacity: length)
        try await write(pieces)
        guard pieces.buffer.readableBytes == length else {
            throw Refusal(
                .unavailable, "changed-while-read", "This was changed while it was read. Try again.", retryAfter: 1)
        }
        return ResponseBody(byteBuffer: pieces.buffer)
    }

    /// Takes in what a body writes. One task writes, and what was written is read after it.
    private final class Pieces: ResponseBodyWriter {
        private(set) var buffer: ByteBuffer

        init(capacity: Int) { buffer = ByteBufferAllocator().buffer(capacity: capacity) }

        func write(_ piece: ByteBuffer) { buffer.writeImmutableBuffer(piece) }

        func finish(_ trailers: HTTPFields?) {}
    }
}
