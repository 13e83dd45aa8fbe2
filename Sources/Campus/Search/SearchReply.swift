import Answers
public import Learning

/// What a search found.
public struct SearchReply: Sendable {
    /// For saying what came of it; nil when the search is not logged, as those of the command line and of half-typed words.
    public var id: Identifier<Search>?
    public var words: String
    /// Best first.
    public var hits: [SearchHit]
    /// Whether nothing found is a likely answer: time to offer a person.
    public var isWeak: Bool
    /// The words as they were read, where spelling was repaired.
    public var suggestion: String?
    /// Words that the one being typed may become, most frequent first.
    public var completions: [String]
    /// Whether nothing has the quoted words side by side, so that these have them somewhere, or some of them.
    public var isLoosened: Bool
    /// What all hits have in common, shown or not; nil unless asked for.
    public var facets: SearchFacets?
    /// Whether there is more than was asked for.
    public var hasMore: Bool
}

/// One thing that was found.
public struct SearchHit: Sendable {
    /// What sort of thing was found, as the API calls it.
    public enum Kind: String, Sendable, CaseIterable {
        case answer, lesson, story

        init(_ kind: EntryKind) {
            self =
                switch kind {
                case .answer: .answer
                case .lesson: .lesson
                case .story: .story
                }
        }

        var entryKind: EntryKind {
            switch self {
            case .answer: .answer
            case .lesson: .lesson
            case .story: .story
            }
        }
    }

    /// One reason for its rank.
    public struct Reason: Hashable, Sendable {
        /// What spoke for it: `phrasing`, `words`, `tags`, `letters`, `place`, …
        public var signal: String
        /// Its part of the score, above 0; all reasons together make 1.
        public var share: Double
        /// The words of the search that it has; none for reasons that are not words.
        public var words: [String]
    }

    /// Where the words of the search stand in a field, in Unicode scalars.
    public struct Highlight: Hashable, Sendable {
        /// `title`, `text`, or `tags/0` for the first tag.
        public var field: String
        public var ranges: [Range<Int>]
    }

    public var rank: Int
    public var kind: Kind
    /// Nil for a lesson, which is named by course and activity, and for a story.
    public var answerID: Identifier<Answer>?
    public var courseID: Identifier<Course>?
    public var activity: String?
    /// Nil but for a story.
    public var story: StorySummary?
    /// An answer's question, a lesson's title, the first words of a story.
    public var title: String
    /// The start of its text, plain.
    public var text: String
    /// The whole text of an answer or a story; nil for a lesson, which is opened.
    public var html: String?
    public var courseTitle: String?
    public var tags: [String]
    public var language: String
    /// Whether somebody said that the answer holds, and the day to look again is not over; nil but for an answer.
    public var isVerified: Bool?
    /// How much of the search it meets: about 1 says what was asked.
    public var score: Double
    public var isWeak: Bool
    public var why: [Reason]
    /// Words of the search that it has not.
    public var missing: [String]
    public var highlights: [Highlight]
}
