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

    // Where the query and the entry have vectors; the cosine of the phrasing that comes nearest counts in full.

    /// All of the above beside it.
    static let wordsBesideMeaning: Float = 0.4
    /// The cosines of the text and of the tags.
    static let meaningBeside: Float = 0.2
    /// How near even texts come that have nothing to do with one another; it is taken off.
    static let meaningFloor: Float = 0.25

    // BM25: how fast further occurrences stop counting, and how much long fields are held back.

    /// For words, and for runs of letters over all fields.
    static let saturation: Float = 1.2
    /// For runs of letters in a phrasing, where a second occurrence says next to nothing.
    static let phrasingLettersSaturation: Float = 0.3
    /// For everything: 0 would ignore lengths, 1 would count shares.
    static let lengthShare: Float = 0.75

    /// A word that only holds a sentence together, beside another one as rare. A few hundred entries are too few to tell by
    /// counting how little "they" and "them" say.
    static let smallWord: Float = 0.5

    // What a repaired word counts for, beside one typed right.

    /// One typing error.
    static let repaired: Float = 0.95
    /// Two, in a long word.
    static let repairedTwice: Float = 0.6

    // By how much an entry is lifted that belongs to what the asker is working on.

    /// The same course; twice as much for the same module, three times for the same activity.
    static let samePlace: Float = 0.05

    // Where to stop.

    /// Entries below this score are not found.
    static let floor: Float = 0.05
    /// A hit below this score is weak.
    static let weak: Float = 0.4
    /// So much must the best hit's score be, its lead over the next one counted ``lead`` times on top; else all are weak.
    static let clear: Float = 1.5
    /// What the best hit's lead counts for, beside its score.
    static let lead: Float = 4
}
