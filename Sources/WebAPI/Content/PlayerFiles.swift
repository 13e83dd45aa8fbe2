import Foundation
import HTTPTypes
import Hummingbird
import Learning
import NIOCore

/// Scripts and styles of the player on the content origin: its own, and those of the app that it shares, so that a quiz looks and
/// works as all else does. They are the same for everybody and open to every page, as the page of our own lessons has no origin.
struct PlayerFiles: Sendable {
    /// The web app's.
    let folder: URL

    func add(to router: Router<CornermanContext>) {
        for root in ["player", "app", "style"] {
            router.get("/\(RouterPath(root))/**") { _, context in
                try response(root, context.parameters.getCatchAll().map(String.init))
            }
        }
    }

    private func response(_ root: String, _ names: [String]) throws -> Response {
        guard let last = names.last, let type = Self.type(of: last), names.allSatisfy(Self.isPlain) else {
            throw Refusal.missing("file of the player")
        }
        let file = ([root] + names).reduce(folder) { $0.appendingPathComponent($1) }
        guard let bytes = FileManager.default.contents(atPath: file.path) else {
            throw Refusal.missing("file of the player")
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: "\(type); charset=utf-8", .cacheControl: "no-cache", .accessControlAllowOrigin: "*",
            ], body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    private static func type(of name: String) -> String? {
        if name.hasSuffix(".js") { return "text/javascript" }
        return name.hasSuffix(".css") ? "text/css" : nil
    }

    /// Whether a part of a path names a file or folder, and does not lead away.
    private static func isPlain(_ name: String) -> Bool {
        !name.hasPrefix(".")
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }
}
