/// An activity's place in one version of a course: what is asked, by which rules, with which content.
public struct Step: Hashable, Sendable, Codable {
    /// Who may say that a practice was really done.
    public enum Witness: String, Sendable, Codable, CaseIterable {
        case manager, peer, trainer, anyone
    }

    /// What a practice asks for as proof.
    public enum Evidence: String, Sendable, Codable, CaseIterable {
        case none, text, link
    }

    /// The activity's lasting key in its course: the `id`, or what the format gives; `vendor/ITEM` in a nested package.
    public var key: String
    /// The key that this activity had in earlier versions.
    public var was: String?
    public var kind: ActivityKind
    /// Plain text; never empty.
    public var title: String
    /// Markdown shown with the step: a lesson's text, a practice's task, a coaching's agenda, what a pledge or a meeting is about.
    public var text: String?
    /// The package's file that opens (normalized path from the package's root), or the address of a `link`.
    public var href: String?
    /// Every file of the package that the step needs beside `href`, where the format says so.
    public var files: [String]
    public var schedule: Schedule
    /// Keys of the behaviors it serves.
    public var behaviors: [String]
    /// Keys of modules or activities that come first. Locks guard `next` and launching, never recording.
    public var requires: [String]
    public var moveOn: MoveOn
    /// The least score that passes, 0…1.
    public var masteryScore: Double?
    public var quiz: Quiz?
    public var scales: [Scale]
    /// Questions of a pulse that are answered in words.
    public var words: [WordsPrompt]
    public var evidence: Evidence
    public var witness: Witness?
    /// `webinar`, `clinic` or `officeHours` for a meeting.
    public var meetingType: String?
    /// With whom a coaching is held: `manager` unless the package says otherwise.
    public var with: String?
    /// How a `package`'s content is played; nil for every other kind, and for packages that are not played.
    public var content: ContentLaunch?
    /// Why it cannot be opened (file missing, kind not played); such a step is not required. Nil when it can be.
    public var unavailable: String?

    public init(
        key: String, was: String? = nil, kind: ActivityKind, title: String, text: String? = nil, href: String? = nil,
        files: [String] = [], schedule: Schedule = Schedule(), behaviors: [String] = [], requires: [String] = [],
        moveOn: MoveOn = .completed, masteryScore: Double? = nil, quiz: Quiz? = nil, scales: [Scale] = [],
        words: [WordsPrompt] = [], evidence: Evidence = .none, witness: Witness? = nil, meetingType: String? = nil,
        with: String? = nil, content: ContentLaunch? = nil, unavailable: String? = nil
    ) {
        self.key = key
        self.was = was
        self.kind = kind
        self.title = title
        self.text = text
        self.href = href
        self.files = files
        self.schedule = schedule
        self.behaviors = behaviors
        self.requires = requires
        self.moveOn = moveOn
        self.masteryScore = masteryScore
        self.quiz = quiz
        self.scales = scales
        self.words = words
        self.evidence = evidence
        self.witness = witness
        self.meetingType = meetingType
        self.with = with
        self.content = content
        self.unavailable = unavailable
    }
}
