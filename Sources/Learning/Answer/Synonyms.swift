/// Words that mean the same to the people who ask here, in groups; who searches for one finds what has another.
public struct Synonyms: Hashable, Sendable, Codable {
    /// Each at least two terms, of a word or some words.
    public var groups: [[String]]
    /// 0 as long as nobody has written any.
    public var revision: Int

    public init(groups: [[String]] = [], revision: Int = 0) {
        self.groups = groups
        self.revision = revision
    }

    /// The groups without outer space around their terms.
    public var normalized: Synonyms {
        Synonyms(groups: groups.map { $0.map(\.trimmed) }, revision: revision)
    }

    /// Everything that is wrong with normalized groups, each with its pointer.
    public var problems: [Refusal.Detail] {
        var details: [Refusal.Detail] = []
        func note(_ pointer: String, _ code: String, _ message: String) {
            details.append(.init(pointer: pointer, code: code, message: message))
        }
        if groups.count > Limits.synonymGroups.value {
            note(
                "/groups", "too-many", "At most \(Limits.synonymGroups.value) groups are allowed; \(groups.count) came."
            )
        }
        for (place, group) in groups.enumerated() {
            let pointer = "/groups/\(place)/terms"
            if group.count < 2 {
                note(pointer, "too-few", "A group has at least two terms: words that mean the same.")
            } else if group.count > Limits.synonyms.value {
                note(pointer, "too-many", "At most \(Limits.synonyms.value) terms are allowed; \(group.count) came.")
            }
            var seen: Set<String> = []
            for (number, term) in group.enumerated() {
                let pointer = "\(pointer)/\(number)"
                let count = term.unicodeScalars.count
                if count > Limits.synonym.value {
                    note(pointer, "too-long", "At most \(Limits.synonym.value) characters are allowed; \(count) came.")
                } else if term.unicodeScalars.contains("\0") {
                    note(pointer, "control-character", "U+0000 cannot be stored: leave it out.")
                } else if !term.unicodeScalars.contains(where: Self.isOfWord) {
                    note(pointer, "empty", "A term has at least one letter or digit.")
                } else if !seen.insert(term.lowercased()).inserted {
                    note(pointer, "twice", "\"\(term)\" stands in this group already.")
                }
            }
        }
        return details
    }

    private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
}
