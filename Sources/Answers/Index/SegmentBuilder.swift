/// Turns entries into a segment.
struct SegmentBuilder {
    private var entries = EntryTable()
    private var wordKeys = Vocabulary()
    private var letterKeys = Vocabulary()
    private var spellings = SpellingTable()
    private var phrasings = PostingsBuilder()
    private var words = PostingsBuilder()
    private var tags = PostingsBuilder()
    private var letters = PostingsBuilder()
    private var plainLetters = PostingsBuilder()
    private var stemmedForms = WordForms(form: .stemmed)
    private var plainForms = WordForms(form: .plain)
    private var phrasingCount: UInt32 = 0

    init() {}

    /// Adds an entry; its number must be new to the segment.
    mutating func add(_ entry: IndexEntry) {
        let form = WordForm(language: entry.language)
        let slot = UInt32(entries.count)
        var size = Totals.Small()
        var all = Terms()
        // What words begin with is kept of the short texts.
        var short: [TokenList] = []
        var explained: [Acronym] = []
        for phrasing in [entry.question] + entry.phrasings.prefix(IndexLimits.phrasings) {
            var terms = Terms()
            short.append(read(phrasing, limit: IndexLimits.phrasingScalars, form, into: &terms))
            explained += AcronymReader.acronyms(in: phrasing, limit: IndexLimits.phrasingScalars)
            all.words += terms.words
            if form == .plain { all.letters += terms.letters }
            size.phrasings += 1
            size.phrasingWords += UInt32(terms.words.count)
            size.phrasingLetters += UInt32(terms.letters.count)
            phrasings.add(&terms.words, unit: phrasingCount)
            letters.add(&terms.letters, unit: phrasingCount)
            phrasingCount += 1
        }
        var tagTerms = Terms()
        for tag in entry.tags.prefix(IndexLimits.tags) {
            short.append(read(tag, limit: IndexLimits.tagScalars, form, into: &tagTerms))
        }
        all.words += tagTerms.words
        if form == .plain { all.letters += tagTerms.letters }
        size.tagWords = UInt32(tagTerms.words.count)
        tags.add(&tagTerms.words, unit: slot)

        var body = Terms()
        read(entry.text, limit: IndexLimits.textScalars, form, withLetters: form == .plain, into: &body)
        for title in [entry.courseTitle, entry.moduleTitle] {
            read(title, limit: IndexLimits.phrasingScalars, form, withLetters: form == .plain, into: &body)
        }
        all.words += body.words
        size.words = UInt32(all.words.count)
        all.words = all.words.enumerated().map { $0.element.at($0.offset) }
        words.add(&all.words, unit: slot)
        if form == .plain {
            all.letters += body.letters
            size.isPlain = true
            size.plainLetters = UInt32(all.letters.count)
            plainLetters.add(&all.letters, unit: slot)
        }
        entries.append(
            number: entry.number.value, kind: entry.kind, place: entry.place, scopes: entry.scopes,
            size: size)
        entries.append(tags: entry.tags.prefix(IndexLimits.tags))
        explained += AcronymReader.acronyms(in: entry.text, limit: IndexLimits.textScalars)
        entries.append(acronyms: Array(explained.prefix(IndexLimits.acronyms)), texts: short)
        entries.append(entry.meaning)
    }

    /// The segment of all entries so far.
    func build() -> Segment {
        let (wordPostings, spellingNumbers) = words.buildSpelled(termCount: wordKeys.count)
        return Segment(
            entries: entries, wordKeys: wordKeys, letterKeys: letterKeys, spellings: spellings,
            phrasings: phrasings.build(termCount: wordKeys.count), words: wordPostings,
            spellingNumbers: spellingNumbers, tags: tags.build(termCount: wordKeys.count),
            letters: letters.build(termCount: letterKeys.count),
            plainLetters: plainLetters.build(termCount: letterKeys.count))
    }

    private struct Terms {
        var words: [WordUse] = []
        var letters: [UInt32] = []
    }

    @discardableResult
    private mutating func read(
        _ text: String, limit: Int, _ form: WordForm, withLetters: Bool = true, into terms: inout Terms
    ) -> TokenList {
        guard !text.isEmpty else { return TokenList() }
        let list = Tokenizer.tokens(of: text, limit: limit)
        for token in list.tokens {
            let word = list.word(token)
            switch form {
            case .stemmed:
                let number = stemmedForms.number(
                    of: word, words: &wordKeys, letters: &letterKeys, spellings: &spellings)
                terms.words.append(stemmedForms.uses[number])
                if withLetters { terms.letters += stemmedForms.letterNumbers(of: number) }
            case .plain:
                let number = plainForms.number(of: word, words: &wordKeys, letters: &letterKeys, spellings: &spellings)
                terms.words.append(plainForms.uses[number])
                if withLetters { terms.letters += plainForms.letterNumbers(of: number) }
            }
        }
        return list
    }
}
