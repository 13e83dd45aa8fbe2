/// Remembers for each word as written its number in the vocabulary and those of its letters, as most words of a text have
/// been seen before.
struct WordForms {
    private let form: WordForm
    private var written = Vocabulary()
    /// The word of each spelling, at no place yet.
    private(set) var uses: [WordUse] = []
    private var letterStarts = [0]
    private var letters: [UInt32] = []

    init(form: WordForm) {
        self.form = form
    }

    /// The number of a folded word among the words as written.
    mutating func number(
        of word: ArraySlice<UInt8>, words: inout Vocabulary, letters letterKeys: inout Vocabulary,
        spellings: inout SpellingTable
    ) -> Int {
        let number = written.insert(word)
        guard number == uses.count else { return number }
        let key = form == .stemmed ? WordKey.stemmed(word) : WordKey.plain(word)
        let wordNumber = UInt32(words.insert(key))
        let spelling = spellings.add(form == .stemmed ? Array(word) : key, of: wordNumber)
        uses.append(WordUse(word: wordNumber, spelling: spelling))
        for run in LetterRuns.runs(of: word) { letters.append(UInt32(letterKeys.insert(run))) }
        letterStarts.append(letters.count)
        return number
    }

    /// The numbers of the runs of letters of a word as written.
    func letterNumbers(of number: Int) -> ArraySlice<UInt32> {
        letters[letterStarts[number]..<letterStarts[number + 1]]
    }
}
