/// Every number that ranking depends on. Those of the signals were taken from a search among a handful of round values on
/// the open question sets; `docs/search.md` has what each signal is worth.
enum Weights {
    // What each signal counts for.

    /// The words of the phrasing that fits best.
    static let phrasing: Float = 0.5
    /// The words of all fields together.
    static let words: Float = 1
    /// The words of the tags.
    static let tags: Float = 1
    /// The runs of letters of the phrasing that fits best.
    static let letters: Float = 0.75
    /// Languages that are not stemmed: the words of all fields, in place of ``words``.
    static let plainWords: Float = 0.4
    /// Languages that are not stemmed: the runs of letters of all fields.
    static let plainLetters: Float = 1.2

    // BM25: how fast further occurrences stop counting, and how much long fields are held back.

    /// For words, and for runs of letters over all fields.
    static let saturation: Float = 1.2
    /// For runs of letters in a phrasing, where a second occurrence says next to nothing.
    static let phrasingLettersSaturation: Float = 0.3
    /// For everything: 0 would ignore lengths, 1 would count shares.
    static let lengthShare: Float = 0.75

    // What a repaired word counts for, beside one typed right.

    /// One typing error.
    static let repaired: Float = 0.95
    /// Two, in a long word.
    static let repairedTwice: Float = 0.6

    // By how much an entry is lifted that belongs to what the asker is working on.

    /// The same course.
    static let sameCourse: Float = 0.05
    /// The same module.
    static let sameModule: Float = 0.1
    /// The same activity.
    static let sameActivity: Float = 0.15

    // What is marked.

    /// A word is marked in a text if it weighs at least this part of the heaviest word that was found.
    static let markedShare: Float = 0.1

    // Where to stop.

    /// Entries below this score are not found.
    static let floor: Float = 0.05
    /// A best hit below this score is weak.
    static let weak: Float = 0.5
}
