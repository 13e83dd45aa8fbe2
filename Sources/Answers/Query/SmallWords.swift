/// English words that hold a sentence together and say nothing of what it is about.
///
/// They count for less in ranking, not for nothing, as in a question of six words every word may matter. They are not marked:
/// a text full of marked "the" and "my" hides the words that count.
enum SmallWords {
    /// Folded, apostrophes away, as the tokenizer gives them. Words that turn a sentence around ("no", "not", "without") are
    /// not among them.
    private static let words: Set<String> = Set(
        """
        a an the this that these those there here
        i me my mine myself you your yours yourself he him his she her hers it its we us our ours they them their theirs
        im ive ill id youre youve youll theyre theyve weve thats whats
        am is are was were be been being do does did done have has had having will would shall should can could may might must
        and or but if so as than then of to in on at by for from with into about
        what which who whom when where how
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    /// Whether a folded word is one of them.
    static func contains(_ word: String) -> Bool { words.contains(word) }
}
