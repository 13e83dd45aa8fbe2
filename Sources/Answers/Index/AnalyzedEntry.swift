/// An entry as words and counts.
struct AnalyzedEntry: Sendable {
    let number: EntryNumber
    let kind: EntryKind
    let form: WordForm
    let scopes: Set<UInt32>
    let place: Place
    let phrasings: [[[UInt8]: Int]]
    let text: [[UInt8]: Int]
    let tags: [[UInt8]: Int]
    let titles: [[UInt8]: Int]

    init(_ entry: IndexEntry) {
        let form = WordForm(language: entry.language)
        func counted(_ texts: [String], limit: Int) -> [[UInt8]: Int] {
            var counts: [[UInt8]: Int] = [:]
            for text in texts {
                let list = Tokenizer.tokens(of: text, limit: limit)
                for token in list.tokens {
                    let word = Array(list.word(token))
                    counts[form == .stemmed ? EnglishStemmer.stem(word) : word, default: 0] += 1
                }
            }
            return counts
        }
        number = entry.number
        kind = entry.kind
        self.form = form
        scopes = entry.scopes
        place = entry.place
        phrasings = ([entry.question] + entry.phrasings.prefix(IndexLimits.phrasings)).map {
            counted([$0], limit: IndexLimits.phrasingScalars)
        }
        text = counted([entry.text], limit: IndexLimits.textScalars)
        tags = counted(Array(entry.tags.prefix(IndexLimits.tags)), limit: IndexLimits.tagScalars)
        titles = counted([entry.courseTitle, entry.moduleTitle], limit: IndexLimits.phrasingScalars)
    }

    func isVisible(to sight: Sight) -> Bool {
        switch sight {
        case .everything: true
        case .scopes(let seen): scopes.isEmpty || !scopes.isDisjoint(with: seen)
        }
    }

    func has(_ word: [UInt8]) -> Bool {
        text[word] != nil || tags[word] != nil || titles[word] != nil || phrasings.contains { $0[word] != nil }
    }
}
