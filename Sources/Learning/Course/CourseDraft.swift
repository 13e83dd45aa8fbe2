/// What a package holds, as a reader found it: the whole of one version of a course before it is published.
public struct CourseDraft: Hashable, Sendable {
    /// The course's lasting key: 1…200 characters.
    public var key: String
    /// What the author calls this version, e.g. `2026.1`; empty when the package says nothing.
    public var versionLabel: String
    /// BCP 47; `und` when the package says nothing.
    public var language: String
    public var title: String
    /// Why we change, and why now; Markdown.
    public var why: String?
    /// What is in it for the learner; Markdown.
    public var benefit: String?
    /// What we stop doing; Markdown.
    public var stop: String?
    public var behaviors: [Behavior]
    /// In the order they are taken.
    public var modules: [CourseModule]
    public var answers: [AnswerDraft]
    /// Every file of the package that is to be kept, by normalized path, sorted.
    public var files: [PackagedFile]

    public init(
        key: String, versionLabel: String = "", language: String = "und", title: String, why: String? = nil,
        benefit: String? = nil, stop: String? = nil, behaviors: [Behavior] = [], modules: [CourseModule] = [],
        answers: [AnswerDraft] = [], files: [PackagedFile] = []
    ) {
        self.key = key
        self.versionLabel = versionLabel
        self.language = language
        self.title = title
        self.why = why
        self.benefit = benefit
        self.stop = stop
        self.behaviors = behaviors
        self.modules = modules
        self.answers = answers
        self.files = files
    }
}

/// What should change, a sentence in the first person.
public struct Behavior: Hashable, Sendable, Codable {
    /// Unique in its course.
    public var key: String
    public var text: String

    public init(key: String, text: String) {
        self.key = key
        self.text = text
    }
}

/// An ordered part of a version.
public struct CourseModule: Hashable, Sendable, Codable {
    /// Unique in its course, among modules and activities.
    public var key: String
    public var kind: ModuleKind
    public var title: String
    /// Keys of modules or activities that come first.
    public var requires: [String]
    public var steps: [Step]

    public init(key: String, kind: ModuleKind, title: String, requires: [String] = [], steps: [Step] = []) {
        self.key = key
        self.kind = kind
        self.title = title
        self.requires = requires
        self.steps = steps
    }
}

/// An answer that a package brings along for the knowledge base.
public struct AnswerDraft: Hashable, Sendable, Codable {
    /// Unique in its course.
    public var key: String
    /// The activity it belongs to, if any.
    public var activity: String?
    public var tags: [String]
    public var question: String
    /// Other ways of asking it.
    public var also: [String]
    /// Markdown.
    public var text: String
    /// E-mail or `external_id` of who keeps it right, if the package says so.
    public var owner: String?

    public init(
        key: String, activity: String? = nil, tags: [String] = [], question: String, also: [String] = [],
        text: String, owner: String? = nil
    ) {
        self.key = key
        self.activity = activity
        self.tags = tags
        self.question = question
        self.also = also
        self.text = text
        self.owner = owner
    }
}

/// A file of a package.
public struct PackagedFile: Hashable, Sendable, Codable {
    /// Normalized path from the package's root, `/` between parts.
    public var path: String
    /// Bytes.
    public var size: Int

    public init(path: String, size: Int) {
        self.path = path
        self.size = size
    }
}
