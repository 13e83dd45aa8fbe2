extension Limits {
    public static let searchWords = Limit("search_words", 1000, "characters", "words of one search")
    public static let searchHits = Limit("search_hits", 100, "items", "hits of one search")
    public static let searchDepth = Limit(
        "search_depth", 200, "items", "the best hits of a search that can be shown, those passed over among them")
    public static let searchFacets = Limit(
        "search_facets", 50, "items", "courses, and tags, by which all hits of a search are counted")
    public static let question = Limit(
        "question", 1000, "characters", "the question of an answer, or another phrasing of it")
    public static let text = Limit("text", 100_000, "characters", "the text of an answer")
    public static let phrasings = Limit("phrasings", 50, "items", "other phrasings of an answer")
    public static let tags = Limit("tags", 20, "items", "tags of an answer")
    public static let tag = Limit("tag", 100, "characters", "a tag")
    public static let asked = Limit("asked", 2000, "characters", "what is asked of a person")
    public static let synonymGroups = Limit("synonym_groups", 10_000, "items", "groups of synonyms")
    public static let synonyms = Limit("synonyms", 20, "items", "terms of one group of synonyms")
    public static let synonym = Limit("synonym", 100, "characters", "one term of a group of synonyms")
    public static let answerImport = Limit(
        "answer_import", 16_777_216, "bytes", "a file of answers: CSV, JSON, XML or a Moodle glossary")
    public static let answerImportRows = Limit("answer_import_rows", 50_000, "items", "answers of one file")
    public static let answerImportLevels = Limit(
        "answer_import_levels", 32, "levels", "the nesting of a JSON or XML file of answers")
    public static let answerImportParts = Limit(
        "answer_import_parts", 1_000_000, "items", "elements and attributes of an XML file of answers together")

    public static let questionDue = Limit(
        "question_due", 2, "working days", "the time in which a question is to be answered; then all trainers are told")
    public static let questionNotices = Limit(
        "question_notices", 200, "items", "trainers who are told at once of a question that nobody is asked first")
    public static let proposals = Limit("proposals", 20, "items", "answers that are proposed to one question")
    public static let proposalsEach = Limit(
        "proposals_each", 3, "items", "answers that one person proposes to one question and that were not accepted")
    public static let followers = Limit(
        "followers", 200, "items", "colleagues who wait for the answer to one question and are told of it")
    public static let similarQuestions = Limit(
        "similar_questions", 200, "items",
        "the newest open questions of one's own, and as many of colleagues, that are compared with a question to be asked"
    )
    public static let gapNotices = Limit(
        "gap_notices", 200, "items", "people who looked for the same in vain and are told of one new answer")
    public static let gapDays = Limit(
        "gap_days", 90, "days", "the age of a search in vain whose searcher is told of a new answer")

    /// The bounds of the knowledge base.
    static let answers = [
        searchWords, searchHits, searchDepth, searchFacets, question, text, phrasings, tags, tag, asked, synonymGroups,
        synonyms, synonym, answerImport, answerImportRows, answerImportLevels, answerImportParts,
        questionDue, questionNotices, proposals, proposalsEach, followers, similarQuestions, gapNotices, gapDays,
    ]
}
