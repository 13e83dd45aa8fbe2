/// What somebody says of a new story.
public struct StoryDraft: Hashable, Sendable {
    public var initiativeID: Identifier<Initiative>
    /// Whom it is about: an id, a personnel number or an e-mail; nil for the author.
    public var about: String?
    public var courseID: Identifier<Course>?
    public var module: String?
    public var text: String

    public init(
        initiativeID: Identifier<Initiative>, about: String? = nil, courseID: Identifier<Course>? = nil,
        module: String? = nil, text: String
    ) {
        self.initiativeID = initiativeID
        self.about = about
        self.courseID = courseID
        self.module = module
        self.text = text
    }

    /// The same without outer space.
    public var normalized: StoryDraft {
        var draft = self
        draft.text = text.trimmed
        draft.about = about.map(\.trimmed).flatMap { $0.isEmpty ? nil : $0 }
        return draft
    }

    /// What is wrong with a normalized draft in itself.
    public var problems: [Refusal.Detail] {
        var details: [Refusal.Detail] = []
        let count = text.unicodeScalars.count
        if count == 0 {
            details.append(.init(pointer: "/text", code: "empty", message: "A story needs words."))
        } else if count > Limits.story.value {
            details.append(
                .init(
                    pointer: "/text", code: "too-long",
                    message: "At most \(Limits.story.value) characters are allowed; \(count) came."))
        }
        if let weight = MarkdownWeight(text).problem {
            details.append(.init(pointer: "/text", code: "too-large", message: weight.message + " " + weight.hint))
        }
        if module != nil, courseID == nil {
            details.append(
                .init(
                    pointer: "/module", code: "course-missing", message: "A stage belongs to a course: name it too."))
        }
        return details
    }
}

/// A story with the names that a list shows.
public struct StorySummary: Hashable, Sendable {
    public var story: Story
    public var initiativeTitle: String
    public var authorName: String
    public var aboutName: String
    /// Nil without a stage, and where the course's current version has it no more.
    public var moduleTitle: String?
    /// The one that its author reads, a BCP 47 tag.
    public var language: String

    public init(
        story: Story, initiativeTitle: String, authorName: String, aboutName: String, moduleTitle: String?,
        language: String
    ) {
        self.story = story
        self.initiativeTitle = initiativeTitle
        self.authorName = authorName
        self.aboutName = aboutName
        self.moduleTitle = moduleTitle
        self.language = language
    }
}
