import Learning
import Testing

/// Files of answers as JSON.
@Suite struct AnswerJSONTests {
    private func rows(_ text: String) throws -> [AnswerRow] { AnswerRow.rows(of: try WrittenAnswer.all(ofJSON: text)) }

    @Test func `fields are read, and each answer knows its place`() throws {
        let rows = try rows(
            """
            \u{FEFF}{ "answers": [
              {"key": "a", "question": " Wh\\u0079? ", "also": ["\\ud83d\\ude00"], "text": "a\\nb", "verify_by": "2026-03-01"},
              {"question": "Who?", "text": "They.", "also": null, "owner": null}
            ]}
            """)
        #expect(rows.map(\.position) == [FilePosition(line: 2, column: 3), FilePosition(line: 3, column: 3)])
        #expect(rows.map(\.pointer) == ["/answers/0", "/answers/1"])
        #expect(rows.allSatisfy { $0.fault == nil })
        #expect(rows[0].key == "a" && rows[0].fields.normalized.question == "Why?" && rows[0].fields.text == "a\nb")
        #expect(rows[0].fields.also == ["😀"] && rows[0].fields.verifyBy == CivilDate("2026-03-01"))
        #expect(rows[1].fields.also == [] && rows[1].owner == nil)
    }

    @Test(arguments: [
        (#"{"question":"a","text":"b","colour":"red"}"#, "unknown-field", "/answers/0/colour", 42),
        (#"{"question":"a","text":["b"]}"#, "wrong-type", "/answers/0/text", 31),
        (#"{"question":"a","text":"b","also":"c"}"#, "wrong-type", "/answers/0/also", 42),
        (#"{"question":"a","text":"b","tags":["c",1]}"#, "wrong-type", "/answers/0/tags", 42),
        (#"{"question":"a","text":"b","verify_by":"soon"}"#, "bad-date", "/answers/0/verify_by", 42),
        (#"{"question":"a","text":"b","key":"\u0000"}"#, "control-character", "/answers/0/key", 42),
        (#"["a"]"#, "wrong-type", "/answers/0", 15), ("7", "wrong-type", "/answers/0", 15),
    ])
    func `an answer that cannot be taken is told with its pointer`(
        _ sample: (answer: String, code: String, pointer: String, column: Int)
    ) throws {
        let rows = try rows("{ \"answers\": [\(sample.answer), {\"question\":\"a\",\"text\":\"b\"}]}")
        let detail = rows[0].placed(try #require(rows[0].fault))
        #expect(detail.code == sample.code && detail.pointer == sample.pointer, "\(detail)")
        #expect(detail.line == 1 && detail.column == sample.column, "\(detail)")
        #expect(rows[1].fault == nil)
    }

    @Test func `a key that comes twice is refused where it comes again`() throws {
        let answer = #"{"key":"a","question":"a","text":"b"}"#
        let rows = try rows("{\"answers\":[\(answer),\n\(answer)]}")
        #expect(rows.map { $0.fault?.code } == [nil, "key-twice"])
    }

    @Test(arguments: [
        ("", "bad-json", 1, 1), ("[]", "json-no-answers", 1, nil), ("{}", "json-no-answers", 1, nil),
        ("nul", "bad-json", 1, 1), (#"{"answers":{}}"#, "wrong-type", 1, 12),
        (#"{"answers":[],"more":1}"#, "unknown-field", 1, 15), ("{\"answers\":[\n{]}", "bad-json", 2, 2),
        (#"{"answers":[]} x"#, "bad-json", 1, 16), (#"{"answers":[],"answers":[]}"#, "name-twice", 1, 15),
        (#"{"answers":[{"text":"a","text":"b"}]}"#, "name-twice", 1, 25), (#"{"answers":["a]}"#, "bad-json", 1, 17),
        (#"{"answers":["\u-000"]}"#, "bad-json", 1, 16), (#"{"answers":["\ud800"]}"#, "bad-json", 1, 20),
        (#"{"answers":["\x"]}"#, "bad-json", 1, 15),
        (#"{"answers":[01]}"#, "bad-json", 1, 14), ("{\"answers\":[\"a\nb\"]}", "bad-json", 1, 15),
        (#"{"answers":[,]}"#, "bad-json", 1, 13), (#"{"answers":[1,]}"#, "bad-json", 1, 15),
    ])
    func `what is no document of answers is refused with its place`(
        _ sample: (text: String, code: String, line: Int, column: Int?)
    ) throws {
        let refusal = #expect(throws: Refusal.self) { try rows(sample.text) }
        #expect(refusal?.code == sample.code, "\(refusal?.message ?? "")")
        #expect(refusal?.details.first?.line == sample.line)
        if let column = sample.column { #expect(refusal?.details.first?.column == column, "\(sample.text)") }
    }

    @Test func `ten thousand levels, and too many answers, are refused by the limit's name`() throws {
        let deep = "{\"answers\":[" + String(repeating: "[", count: 10_000) + "]}"
        #expect(#expect(throws: Refusal.self) { try rows(deep) }?.message.contains("answer_import_levels") == true)
        let many = "{\"answers\":[" + String(repeating: "{},", count: Limits.answerImportRows.value) + "{}]}"
        #expect(#expect(throws: Refusal.self) { try rows(many) }?.message.contains("answer_import_rows") == true)
    }
}
