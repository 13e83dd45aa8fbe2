/// Remembers for each word as written its number in the vocabulary and those of its letters, as most words of a text have
/// been seen before.
struct WordForms {
    private let form: WordForm
    private var written = Vocabulary()
    /// The number in the vocabulary of each word as written.
    private(set) var wordNumbers: [UInt32] = []
    private var letterStarts = [0]
    private var letters: [UInt32] = []

    init(form: WordForm) {
        self.form = form
    }

    /// The number of a folded word among the words as written.
    mutating func number(of word: ArraySlice<UInt8>, words: inout Vocabulary, letters letterKeys: inout Vocabulary)
        -> Int
    {
        let number = written.insert(word)
        guard number == wordNumbers.count else { return number }
        let key = form == .stemmed ? WordKey.stemmed(word) : WordKey.plain(word)
        wordNumbers.append(UInt32(words.insert(key)))
        for run in LetterRuns.runs(of: word) { letters.append(UInt32(letterKeys.insert(run))) }
        letterStarts.append(letters.count)
        return number
    }

    /// The numbers of the runs of letters of a word as written.
    func letterNumbers(of number: Int) -> ArraySlice<UInt32> {
        letters[letterStarts[number]..<letterStarts[number + 1]]
    }
}
