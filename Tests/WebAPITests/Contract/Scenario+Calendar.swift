import HTTPTypes
import Learning
import TestKit
import Testing

@testable import Campus
@testable import WebAPI

extension Scenario {
    static let calendar = [
        Scenario("a calendar gets its address", .post, "/v1/calendar", as: .learner, status: 201) { _ in
            Request()
        } check: { answer, stage in
            #expect(answer.headers[.cacheControl] == "no-store")
            let url = answer.json["url"].text ?? ""
            #expect(url.hasPrefix("http://127.0.0.1:8080/calendar/cmf_"))
            let standing = try await stage.client.send(
                .get, "/v1/calendar", token: stage.member(.learner).token)
            #expect(standing.json["created_at"] == answer.json["created_at"])
            #expect(!standing.text.contains("cmf_"))
        },
        Scenario("no calendar yet", .get, "/v1/calendar", as: .learner, status: 200) { _ in
            Request()
        } check: { answer, _ in
            #expect(answer.json["created_at"] == .null)
        },
        Scenario("an address is ended", .delete, "/v1/calendar", as: .learner, status: 204) { stage in
            _ = try await stage.test.campus.makeCalendar(.token(stage.member(.learner).token))
            return Request()
        },
        Scenario("a calendar program reads", .get, "/calendar/{file}", status: 200) { stage in
            _ = try await stage.initiative(with: stage.member(.learner))
            let made = try await stage.test.campus.makeCalendar(.token(stage.member(.learner).token))
            return Request(path: made.url.replacing("http://127.0.0.1:8080", with: ""))
        } check: { answer, _ in
            #expect(answer.headers[.contentType] == "text/calendar; charset=utf-8")
            #expect(answer.text.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"))
            #expect(answer.text.contains("SUMMARY:Three kinds of reasons\r\n"))
        },
        Scenario("an address that is guessed", .get, "/calendar/{file}", status: 404, code: "not-found") { _ in
            Request(path: "/calendar/cmf_guess.ics")
        },
    ]
}
