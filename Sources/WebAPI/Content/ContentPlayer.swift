import Campus
import Foundation
import HTTPTypes
import Hummingbird
import Learning
import NIOCore

/// The page around content that reports to a run-time. It stands on the content origin, where content finds the run-time in the
/// window above its own, and talks to the app that frames it.
struct ContentPlayer: Sendable {
    let campus: Campus
    /// The app's origin.
    let app: String
    /// The web app's folder, in which its scripts and styles are.
    let folder: URL

    /// Adds its addresses: the page (`/p/SECRET`), what its window says when it closes, and its scripts.
    func add(to router: Router<CornermanContext>) {
        router.get("/p/{secret}") { _, context in try await page(context.parameters.get("secret") ?? "") }
        router.post("/p/{secret}/events") { request, context in
            let call = Call(
                campus: campus, request: request, parameters: context.parameters, requestID: context.requestID,
                remoteAddress: context.remoteAddress, proxies: .onThisMachine, wantBody: context.wantBody)
            let body = try await call.fields()
            let parts = (body.objects("events", count: Limits.eventBatch.value) ?? []).map { ($0, EventBody.read($0)) }
            // Nobody is left who would send the others again: what is wrong is left out by itself.
            let events = parts.filter { fields, _ in fields.isSound }.map(\.1)
            if events.isEmpty { try body.check() }
            _ = try await campus.recordLast(events, launch: context.parameters.get("secret") ?? "")
            return Response(status: .noContent)
        }
        PlayerFiles(folder: folder).add(to: router)
    }

    /// What the page's script is told.
    private struct Settings: Encodable {
        struct About: Encodable {
            let enrollmentID: Identifier<Enrollment>
            let activity: String
            let occurrence: Int
        }

        let app: String
        let secret: String
        let url: String
        let last: String
        /// Milliseconds since 1970 by the server's clock, so that a wrong one of the learner's does no harm.
        let now: Int64
        /// Nil for a preview, of which nothing is recorded.
        let about: About?
        /// What the run-time left, as the JSON that it made of itself.
        let state: String?
        let studentID: String
        let studentName: String
        let standard: ContentLaunch.Standard
        let launchData: String?
        let masteryScore: Double?
        let passingMeasure: Double?
        let completionThreshold: Double?
        let setsCompletion: Bool
        let objectives: [String]?
        let maxTimeAllowed: String?
        let timeLimitAction: String?
    }

    private func page(_ secret: String) async throws -> Response {
        let played = try await campus.played(secret)
        guard let content = played.content else { return try OwnPlayer(app: app, secret: secret).page(of: played) }
        let settings = Settings(
            app: app, secret: secret, url: "/l/\(secret)/\(played.file)", last: "/p/\(secret)/events",
            now: played.openedAt.milliseconds,
            about: played.enrollment.map {
                .init(enrollmentID: $0, activity: played.item.activity, occurrence: played.item.occurrence)
            },
            state: played.state, studentID: played.learner.id.description,
            studentName: Self.lastNameFirst(played.learner.name), standard: content.standard,
            launchData: content.launchData, masteryScore: content.masteryScore,
            passingMeasure: content.passingMeasure, completionThreshold: content.completionThreshold,
            setsCompletion: content.setsCompletion, objectives: content.objectives,
            maxTimeAllowed: content.maxTimeAllowed,
            timeLimitAction: content.timeLimitAction?.rawValue)
        let json = try Self.script(settings)
        let title = Self.escaped(played.title)
        let html = """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>\(title)</title>
            <link rel="stylesheet" href="/player/player.css">
            <div id="line" class="told" role="status" hidden></div>
            <div id="second" class="told" role="status" hidden>
            <p>This was open in another window. It was closed there; go on here.</p>
            <button type="button" id="seen">I see</button>
            </div>
            <div id="elsewhere" class="told" role="alert" hidden>
            <p>This is open in another window now. What you did here is kept.</p>
            <button type="button" id="here">Go on here instead</button>
            </div>
            <div id="ended" class="told" role="alert" hidden>
            <p>This had come to its end and was begun once more: what you do in it now is not recorded.</p>
            <button type="button" id="again">Open it again</button>
            </div>
            <iframe id="content" title="\(title)" allow="autoplay; fullscreen"></iframe>
            <script type="application/json" id="launch">\(json)</script>
            <script type="module" src="/player/player.js"></script>
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
            "default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-src 'self'", "connect-src 'self'",
            "base-uri 'none'", "form-action 'none'", "frame-ancestors \(app)",
        ].joined(separator: "; ")
    }

    /// As run-times name learners: "Diaz, Rosa".
    static func lastNameFirst(_ name: String) -> String {
        let words = name.split(whereSeparator: \.isWhitespace)
        guard let last = words.last, words.count > 1 else { return name }
        return "\(last), \(words.dropLast().joined(separator: " "))"
    }

    /// Settings to stand in a page's script, within which nothing may end it.
    static func script(_ settings: some Encodable) throws -> String {
        String(decoding: try JSONWriter.bytes(of: settings), as: UTF8.self).replacingOccurrences(
            of: "<", with: "\\u003c")
    }

    static func escaped(_ text: String) -> String {
        text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
            .replacingOccurrences(of: "\"", with: "&quot;")
    }
}
