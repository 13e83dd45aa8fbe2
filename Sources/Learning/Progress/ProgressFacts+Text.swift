/// Facts as one line of text, as they are stored: `opened@1772442000000 completed@1772442060000 score:0.8@1772442060000`.
/// Written and read for every event that is recorded, so that it is plain text with marks rather than JSON. What content
/// wrote itself follows after a line break, as it came.
extension ProgressFacts {
    /// The same facts give the same text.
    public var text: String {
        var words: [String] = []
        for verb in Verb.allCases {
            if let at = first[verb] { words.append("\(verb.rawValue)@\(at.milliseconds)") }
        }
        if let marked { words.append("marked@\(marked.milliseconds)") }
        if let succeeded { words.append("succeeded@\(succeeded.milliseconds)") }
        if let earned { words.append("earned@\(earned.milliseconds)") }
        for rung in scores.rungs { words.append("score:\(rung.score)@\(rung.at.milliseconds)") }
        for verb in Verb.allCases {
            if let mark = last[verb] { words.append("last:\(verb.rawValue):\(mark.id)@\(mark.at.milliseconds)") }
        }
        let texts = [("state", state), ("location", location), ("next", nextTry)]
        for (name, said) in texts {
            guard let said else { continue }
            words.append("\(name):\(said.mark.id):\(said.text.utf8.count)@\(said.mark.at.milliseconds)")
        }
        let text = words.joined(separator: " ")
        return texts.allSatisfy { $0.1 == nil } ? text : text + "\n" + texts.map { $0.1?.text ?? "" }.joined()
    }

    /// Reads what `text` wrote; nil for anything else.
    public init?(text: String) {
        self.init()
        let utf8 = text.utf8
        let end = utf8.firstIndex(of: UInt8(ascii: "\n")) ?? utf8.endIndex
        var rest = end == utf8.endIndex ? ""[...] : text[utf8.index(after: end)...]
        for word in utf8[..<end].split(separator: UInt8(ascii: " ")) {
            guard let mark = word.lastIndex(of: UInt8(ascii: "@")),
                let milliseconds = Int64(Substring(word[word.index(after: mark)...]))
            else { return nil }
            let at = Instant(milliseconds: milliseconds)
            guard take(word[..<mark].split(separator: UInt8(ascii: ":")).map { Substring($0) }, at, &rest) else {
                return nil
            }
        }
        guard rest.isEmpty else { return nil }
    }

    private mutating func take(_ parts: [Substring], _ at: Instant, _ rest: inout Substring) -> Bool {
        switch (parts.first, parts.count) {
        case ("marked", 1): marked = at
        case ("succeeded", 1): succeeded = at
        case ("earned", 1): earned = at
        case ("score", 2):
            guard let score = Double(parts[1]) else { return false }
            scores.add(.init(score: score, at: at))
        case ("last", 3):
            guard let verb = Verb(rawValue: String(parts[1])) else { return false }
            last[verb] = Mark(at: at, id: String(parts[2]))
        case ("state", 3), ("location", 3), ("next", 3):
            guard let length = Int(parts[2]), length >= 0, length <= rest.utf8.count else { return false }
            let border = rest.utf8.index(rest.startIndex, offsetBy: length)
            let said = Said(mark: Mark(at: at, id: String(parts[1])), text: String(rest[..<border]))
            rest = rest[border...]
            switch parts[0] {
            case "state": state = said
            case "location": location = said
            default: nextTry = said
            }
        case (let name?, 1):
            guard let verb = Verb(rawValue: String(name)) else { return false }
            first[verb] = at
        default: return false
        }
        return true
    }
}
