import Foundation
import HTTPTypes
import TestKit
import Testing

@testable import WebAPI

@Suite struct PageTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Public")

    @Test(arguments: [
        ("/", "text/html"), ("/index.html", "text/html"), ("/app/main.js", "text/javascript"),
        ("/style/base.css", "text/css"), ("/icon.svg", "image/svg+xml"),
        ("/schema/curriculum-1.xsd", "application/xml"),
    ])
    func `a file comes with its type, a tag and the policy`(path: String, type: String) async throws {
        let client = Client(try await TestCampus())
        let answer = try await client.send(.get, path)
        #expect(answer.status == .ok)
        #expect(answer.headers[.contentType]?.hasPrefix(type) == true)
        #expect(answer.headers[.cacheControl] == "no-cache")
        #expect(answer.headers[.contentSecurityPolicy]?.contains("default-src 'none'; script-src 'self'") == true)
        #expect(answer.headers[.contentSecurityPolicy]?.contains("unsafe") == false)
        #expect(answer.headers[.xContentTypeOptions] == "nosniff")
        let tag = try #require(answer.headers[.eTag])
        let again = try await client.send(.get, path, headers: [.ifNoneMatch: tag])
        #expect(again.status == .notModified)
        #expect(again.body.isEmpty)
    }

    @Test func `the policy lets courses' content be framed, and nothing where there is none`() {
        #expect(PageHeaders(contentOrigin: "http://127.0.0.1:8081").policy.contains("frame-src http://127.0.0.1:8081;"))
        #expect(PageHeaders(contentOrigin: nil).policy.contains("frame-src 'none';"))
    }

    @Test(arguments: ["/v1/nothing", "/app/", "/../Package.swift", "/%2e%2e/Package.swift", "/%zz", "/app/none.js"])
    func `what is no file is a problem document`(path: String) async throws {
        let client = Client(try await TestCampus())
        let answer = try await client.send(.get, path)
        #expect(answer.status == .notFound)
        #expect(answer.headers[.contentType] == "application/problem+json")
        #expect(answer.json["code"] == "no-such-address")
    }

    @Test func `no address of the API answers with a page`() async throws {
        let client = Client(try await TestCampus())
        for route in Routes.all {
            let path = route.path.replacing(/\{[^}]*\}/, with: "x")
            let answer = try await client.send(route.method, path)
            #expect(answer.headers[.contentType]?.contains("html") != true, "\(route.method) \(route.path)")
            #expect(answer.headers[.contentSecurityPolicy] == nil, "\(route.method) \(route.path)")
        }
    }

    @Test func `a range of a file is the whole file`() async throws {
        let client = Client(try await TestCampus())
        let whole = try await client.send(.get, "/icon.svg")
        let answer = try await client.send(.get, "/icon.svg", headers: [.range: "bytes=999999-"])
        #expect(answer.status == .ok)
        #expect(answer.body == whole.body)
    }

    @Test func `the page has no script or style of its own, and every file that it names is there`() throws {
        let page = try text("index.html")
        #expect(!page.contains("<style") && !page.contains(" style=") && !page.contains("onclick="))
        let named = page.matches(of: /(?:href|src)="(\/[^"#]+)"/).map { String($0.output.1) }.filter {
            $0 != "/openapi.json"
        }
        #expect(named.count > 8)
        for file in named { #expect(exists(file), "\(file)") }
        #expect(page.matches(of: /<script[^>]*>/).allSatisfy { $0.output.contains("src=") })
    }

    @Test func `every module that a module imports is there, and no module writes markup but the one that cleans it`()
        throws
    {
        let root = Self.folder.appendingPathComponent("app")
        let files = try #require(FileManager.default.enumerator(atPath: root.path)).compactMap { $0 as? String }
            .filter { $0.hasSuffix(".js") }
        #expect(files.count > 40)
        for file in files {
            let source = try text("app/\(file)")
            let folder = root.appendingPathComponent(file).deletingLastPathComponent()
            for found in source.matches(of: /(?:from |import\()"(\.[^"]+)"/) {
                let target = folder.appendingPathComponent(String(found.output.1)).standardizedFileURL
                #expect(FileManager.default.fileExists(atPath: target.path), "\(file) imports \(found.output.1)")
            }
            let writesMarkup = source.contains("innerHTML") || source.contains("insertAdjacentHTML")
            #expect(!writesMarkup || file == "richText.js", "\(file)")
        }
    }

    private func text(_ path: String) throws -> String {
        try String(contentsOf: Self.folder.appendingPathComponent(path), encoding: .utf8)
    }

    private func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: Self.folder.appendingPathComponent(path).path)
    }
}
