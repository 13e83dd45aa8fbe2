import Campus
import HTTPTypes
import Hummingbird
import Learning
import NIOCore

/// The player around a lesson or quiz of our own format.
///
/// It shares the content origin with pages that others made, and is kept apart from them by having no origin at all (`sandbox`): none
/// of them can look into it, or answer in the learner's place. It holds no token: what it asks for, the app asks for it.
struct OwnPlayer {
    /// The app's origin.
    let app: String
    let secret: String

    /// What the page's script is told.
    private struct Settings: Encodable {
        let app: String
        let secret: String
        let kind: ActivityKind
        let title: String
        let html: String?
        /// Where files of the package are.
        let base: String
    }

    func page(of played: PlayedContent) throws -> Response {
        let settings = Settings(
            app: app, secret: secret, kind: played.kind, title: played.title, html: played.html, base: "/l/\(secret)/")
        let styles = ["tokens", "base", "controls", "parts", "prose", "steps"].map {
            "<link rel=\"stylesheet\" href=\"/style/\($0).css\">"
        }
        let title = ContentPlayer.escaped(played.title)
        let html = """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <meta name="color-scheme" content="light dark">
            <title>\(title)</title>
            \(styles.joined(separator: "\n"))
            <link rel="stylesheet" href="/player/own.css">
            <main id="main" class="own step"></main>
            <div class="announcer" id="announcer" role="status" aria-live="polite"></div>
            <script type="application/json" id="launch">\(try ContentPlayer.script(settings))</script>
            <script type="module" src="/player/own.js"></script>
            </html>
            """
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/html; charset=utf-8", .cacheControl: "no-store", .contentSecurityPolicy: policy,
            ], body: .init(byteBuffer: ByteBuffer(string: html)))
    }

    private var policy: String {
        [
            "sandbox allow-scripts allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox",
            "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "media-src 'self'",
            "base-uri 'none'", "form-action 'none'", "frame-ancestors \(app)",
        ].joined(separator: "; ")
    }
}
