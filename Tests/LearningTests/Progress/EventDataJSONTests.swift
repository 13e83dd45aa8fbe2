import Foundation
import Learning
import Testing

@Suite struct EventDataJSONTests {
    @Test(arguments: [
        EventData(), EventData(score: 1e-7), EventData(score: 1), EventData(score: 1.0 / 3),
        EventData(text: "\u{0}\u{1f}\u{7f} \u{2028} 🥊 \r\n \"\\/"),
        EventData(interactions: "[{\"n\":0}]", nextOn: "2026-03-31"),
        EventData(scores: [:], words: ["a\"b": "c\nd", "ü": ""], seconds: 0),
        EventData(success: false, code: "4711", source: Identifier(stored: "018f3c1e-0000-7000-8000-000000000000")),
    ])
    func `what is written by hand is read by Codable`(data: EventData) throws {
        let read = try JSONDecoder().decode(EventData.self, from: Data(data.json.utf8))
        #expect(read == data)
        #expect(read.json == data.json)
    }
}
