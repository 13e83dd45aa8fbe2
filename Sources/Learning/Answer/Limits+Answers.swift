extension Limits {
    public static let searchWords = Limit("search_words", 1000, "characters", "words of one search")
    public static let question = Limit(
        "question", 1000, "characters", "the question of an answer, or another phrasing of it")
    public static let text = Limit("text", 100_000, "characters", "the text of an answer")
    public static let phrasings = Limit("phrasings", 50, "items", "other phrasings of an answer")
    public static let tags = Limit("tags", 20, "items", "tags of an answer")
    public static let tag = Limit("tag", 100, "characters", "a tag")
    public static let asked = Limit("asked", 2000, "characters", "what is asked of a person")
    public static let answerImport = Limit("answer_import", 16_777_216, "bytes", "a CSV file of answers")

    /// The bounds of the knowledge base.
    static let answers = [searchWords, question, text, phrasings, tags, tag, asked, answerImport]
}
