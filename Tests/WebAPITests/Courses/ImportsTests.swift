import Foundation
import HTTPTypes
import Learning
import TestKit
import Testing

@testable import Campus
@testable import WebAPI

@Suite struct ImportsTests {
    @Test func `an upload is accepted, runs, and tells what it found`() async throws {
        let test = try await TestCampus()
        let client = Client(test)
        let trainer = try await test.person("Tom", roles: [.trainer])
        let sent = try await client.send(
            .post, "/v1/imports?file_name=small%20one.xml", token: trainer.token,
            body: Data(SamplePackage.curriculum().utf8))
        #expect(sent.status == .accepted)
        #expect(sent.json["state"] == "waiting")
        #expect(sent.json["file_name"] == "small one.xml")
        #expect(sent.json["result"] == .null)
        let path = try #require(sent.headers[.location])
        #expect(try await client.send(.get, path, token: trainer.token).json == sent.json)
        #expect(try await test.campus.runNextImport())
        let ended = try await client.send(.get, path, token: trainer.token).json
        #expect(ended["state"] == "ended")
        #expect(ended["result"] == "created")
        #expect(ended["counts"]["activities"] == 2)
        #expect(ended["findings"].items.contains { $0["code"] == "missing-files" && $0["line"] == 10 })
        let course = try #require(ended["course_id"].text)
        let shown = try await client.send(.get, "/v1/courses/\(course)", token: trainer.token).json
        #expect(shown["owner_id"] == .string("\(trainer.person.id)"))
        let list = try await client.send(.get, "/v1/imports", token: trainer.token).json
        #expect(list["data"].items == [ended])
    }

    @Test func `imports are for trainers and leaders to see and for trainers to make`() async throws {
        let test = try await TestCampus()
        let client = Client(test)
        for (role, sees, makes) in [
            (Role.learner, 403, 403), (.manager, 403, 403), (.leader, 200, 403), (.trainer, 200, 202),
            (.admin, 200, 202),
        ] {
            let token = try await test.person("\(role)", roles: [role]).token
            #expect(try await client.send(.get, "/v1/imports", token: token).status.code == sees)
            let made = try await client.send(
                .post, "/v1/imports?file_name=a.xml", token: token, body: Data("<a/>".utf8))
            #expect(made.status.code == makes)
        }
        #expect(try await client.send(.post, "/v1/imports?file_name=a", body: Data("a".utf8)).status == .unauthorized)
    }

    @Test func `an upload without a name or without a body is refused`() async throws {
        let test = try await TestCampus()
        let client = Client(test)
        let token = try await test.person("Tom", roles: [.trainer]).token
        let nameless = try await client.send(.post, "/v1/imports", token: token, body: Data("a".utf8))
        #expect(nameless.json["errors"][0]["pointer"] == "file_name")
        let empty = try await client.send(.post, "/v1/imports?file_name=a", token: token)
        #expect(empty.json["code"] == "empty")
    }

    @Test func `more than the limit is refused by its name, and the connection ends`() async throws {
        let test = try await TestCampus()
        let client = Client(test)
        let token = try await test.person("Tom", roles: [.trainer]).token
        let answer = try await client.send(
            .post, "/v1/imports?file_name=a.zip", token: token,
            headers: [.contentLength: "\(Limits.upload.value + 1)"])
        #expect(answer.status == .contentTooLarge)
        #expect(answer.json["detail"].text?.contains("(upload)") == true)
        #expect(answer.json["detail"].text?.contains("\(Limits.upload.value + 1) came") == true)
        #expect(answer.headers[.connection] == "close")
    }

    @Test func `a body that nobody reads ends the connection`() async throws {
        let test = try await TestCampus()
        let client = Client(test)
        let token = try await test.person("Lea").token
        for length in ["\(Limits.requestBody.value + 1)", "5"] {
            let answer = try await client.send(
                .post, "/v1/imports?file_name=a.zip", token: token, headers: [.contentLength: length])
            #expect(answer.status == .forbidden)
            #expect((answer.headers[.connection] == "close") == (length != "5"))
        }
    }
}
