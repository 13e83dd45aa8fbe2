/// One thing that can be found, as plain text: an answer, a lesson or a story.
///
/// The index keeps words and counts, not the texts. What exceeds a bound of ``IndexLimits`` is not indexed; nothing is
/// ever refused.
public struct IndexEntry: Hashable, Sendable {
    /// The caller's number; a second entry with the same number replaces the first.
    public var number: EntryNumber
    /// What it is.
    public var kind: EntryKind
    /// The question that it answers, or its title.
    public var question: String
    /// Other ways of asking, each on its own.
    public var phrasings: [String]
    /// The body as plain text, without markup.
    public var text: String
    /// Keywords.
    public var tags: [String]
    /// The title of the course it belongs to, or empty.
    public var courseTitle: String
    /// The title of the module it belongs to, or empty.
    public var moduleTitle: String
    /// The BCP 47 tag of its language; `en` and `en-…` are stemmed, for other languages words and character trigrams count.
    public var language: String
    /// The groups that may see it. Empty: everybody may.
    public var scopes: Set<UInt32>
    /// Where it stands.
    public var place: Place
    /// What its texts mean; nil: nobody encoded them, and it is found by its words.
    public var meaning: EntryMeaning?

    /// Whether its words are stemmed, as English ones are.
    public var isEnglish: Bool { WordForm(language: language) == .stemmed }

    /// An entry that everybody may see unless `scopes` says otherwise.
    public init(
        number: EntryNumber,
        kind: EntryKind = .answer,
        question: String,
        phrasings: [String] = [],
        text: String = "",
        tags: [String] = [],
        courseTitle: String = "",
        moduleTitle: String = "",
        language: String = "en",
        scopes: Set<UInt32> = [],
        place: Place = Place(),
        meaning: EntryMeaning? = nil
    ) {
        self.number = number
        self.kind = kind
        self.question = question
        self.phrasings = phrasings
        self.text = text
        self.tags = tags
        self.courseTitle = courseTitle
        self.moduleTitle = moduleTitle
        self.language = language
        self.scopes = scopes
        self.place = place
        self.meaning = meaning
    }
}
