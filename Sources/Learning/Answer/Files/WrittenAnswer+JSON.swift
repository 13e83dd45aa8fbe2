extension WrittenAnswer {
    /// Reads a document `{"answers": [{"question": …, "text": …}, …]}`.
    /// - Throws: ``Refusal`` when it is no JSON (`bad-json`, `name-twice`), or a document of something else.
    public static func all(ofJSON text: String) throws -> [WrittenAnswer] {
        var reader = JSONReader(text, levels: Limits.answerImportLevels)
        guard reader.peek() == .object else { throw try otherDocument(reader) }
        var answers: [WrittenAnswer]?
        try reader.object { name, place, reader in
            guard name == "answers" else {
                throw invalid(
                    "/\(JSONPointer.escape(String(name.prefix(100))))", place, "unknown-field",
                    "There is no such field here; \"answers\" is the only one.")
            }
            _ = reader.peek()
            let start = reader.position()
            guard reader.peek() == .array else {
                throw invalid("/answers", start, "wrong-type", "\"answers\" must be an array of objects.")
            }
            var found: [WrittenAnswer] = []
            try reader.array { reader in
                _ = reader.peek()
                let place = reader.position()
                guard found.count < Limits.answerImportRows.value else {
                    throw Refusal.tooMany(Limits.answerImportRows, line: place.line, column: place.column)
                }
                found.append(try WrittenAnswer(&reader, at: place, pointer: "/answers/\(found.count)"))
            }
            answers = found
        }
        try reader.end()
        guard let answers else { throw try otherDocument(nil) }
        return answers
    }

    private init(_ reader: inout JSONReader, at place: FilePosition, pointer: String) throws {
        self.init(at: place, pointer: pointer)
        guard reader.peek() == .object else {
            refuse("", "wrong-type", "An answer must be an object, not \(reader.peek().words).")
            try reader.skip()
            return
        }
        // Out and in again, as a closure cannot change what is being made.
        var written = self
        try reader.object { name, place, reader in
            written.places[name] = place
            guard AnswerRow.columns.contains(name) else {
                written.refuse(
                    JSONPointer.escape(String(name.prefix(100))), "unknown-field",
                    "There is no such field here; known are \(AnswerRow.columns.joined(separator: ", ")).", at: place)
                return try reader.skip()
            }
            switch (reader.peek(), AnswerRow.lists.contains(name)) {
            case (.text, false): written.texts[name] = try reader.text()
            case (.null, false):
                written.texts[name] = ""
                try reader.skip()
            case (.null, true):
                written.lists[name] = []
                try reader.skip()
            case (.array, true): try written.readList(name, &reader)
            case (let kind, let isList):
                written.refuse(
                    name, "wrong-type", "It must be \(isList ? "an array of strings" : "a string"), not \(kind.words).")
                try reader.skip()
            }
        }
        self = written
    }

    private mutating func readList(_ name: String, _ reader: inout JSONReader) throws {
        var items: [String] = []
        var other: JSONReader.Kind?
        try reader.array { reader in
            let kind = reader.peek()
            if kind == .text {
                items.append(try reader.text())
            } else {
                other = other ?? kind
                try reader.skip()
            }
        }
        if let other { refuse(name, "wrong-type", "It must be an array of strings; \(other.words) is among them.") }
        lists[name] = items
    }

    private static func otherDocument(_ reader: JSONReader?) throws -> Refusal {
        // What is no JSON at all is told as that.
        if var reader {
            try reader.skip()
            try reader.end()
        }
        return invalid(
            "", FilePosition(line: 1), "json-no-answers",
            "A document of answers is an object with the field \"answers\": {\"answers\": [{\"question\": …, \"text\": …}]}."
        )
    }

    private static func invalid(
        _ pointer: String, _ place: FilePosition, _ code: String, _ message: String
    ) -> Refusal {
        Refusal(
            .invalid, code, message,
            details: [.init(pointer: pointer, code: code, message: message, line: place.line, column: place.column)])
    }
}

extension JSONReader.Kind {
    /// What a caller is told it sent.
    fileprivate var words: String {
        switch self {
        case .object: "an object"
        case .array: "an array"
        case .text: "a string"
        case .number: "a number"
        case .boolean: "a boolean"
        case .null: "null"
        case .nothing: "nothing"
        }
    }
}
