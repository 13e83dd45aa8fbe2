/// The key of a word in the vocabulary. Stems and plain words never meet: a plain word's key begins with a mark.
enum WordKey {
    private static let plainMark: UInt8 = 1

    /// The key of an English word, from its stem.
    static func stemmed(_ word: ArraySlice<UInt8>) -> [UInt8] {
        EnglishStemmer.stem(Array(word))
    }

    /// The key of a word of another language.
    static func plain(_ word: some Collection<UInt8>) -> [UInt8] {
        [plainMark] + word
    }

    /// Whether a key is that of a plain word.
    static func isPlain(_ key: some Collection<UInt8>) -> Bool {
        key.first == plainMark
    }
}
