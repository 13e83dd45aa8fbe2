/// How bought content is to be played: what its package says about one step that a run-time has to keep to.
///
/// The file that opens is the step's `href`; here is all else. The launch address is that file with ``suffix`` behind it. What
/// passes is the step's `masteryScore` (0…1), which is made of ``masteryScore`` or ``passingMeasure``. Content of role
/// ``Role/asset`` calls no run-time: it is completed by being opened. Texts are as the manifest has them, as content reads them back.
///
/// It is kept with the step as JSON: what is added later must be optional.
public struct ContentLaunch: Hashable, Sendable, Codable {
    /// Which run-time the content looks for.
    public enum Standard: String, Sendable, Codable, CaseIterable {
        /// `API`, eight calls named `LMS…`, data model `cmi.core…`.
        case scorm12 = "scorm-1.2"
        /// `API_1484_11`, eight calls, data model of IEEE 1484.11.1.
        case scorm2004 = "scorm-2004"
    }

    public enum Role: String, Sendable, Codable, CaseIterable {
        /// It reports what it finds out through the run-time.
        case sco
        /// A page or a document that reports nothing.
        case asset
    }

    /// What happens when ``maxTimeAllowed`` is over (`cmi.student_data.time_limit_action`, `cmi.time_limit_action`).
    public enum TimeLimitAction: String, Sendable, Codable, CaseIterable {
        case exitWithMessage = "exit,message"
        case exit = "exit,no message"
        case continueWithMessage = "continue,message"
        case `continue` = "continue,no message"
    }

    public var standard: Standard
    public var role: Role
    /// Query and fragment of the launch address, with their `?` and `#`, fit to stand in an address; nil when there are none.
    public var suffix: String?
    /// What content is handed at its start (`cmi.launch_data`).
    public var launchData: String?
    /// SCORM 1.2: the least raw score that passes, 0…100 (`cmi.student_data.mastery_score`).
    public var masteryScore: Double?
    /// SCORM 2004: the least scaled score that passes, -1…1 (`cmi.scaled_passing_score`); nil when the content alone decides.
    public var passingMeasure: Double?
    /// SCORM 2004: the progress measure from which it is completed, 0…1 (`cmi.completion_threshold`).
    public var completionThreshold: Double?
    /// SCORM 1.2: `HHHH:MM:SS.SS` (`cmi.student_data.max_time_allowed`); SCORM 2004: an ISO 8601 duration (`cmi.max_time_allowed`).
    public var maxTimeAllowed: String?
    public var timeLimitAction: TimeLimitAction?
    /// SCORM 2004: how many attempts there may be.
    public var attemptLimit: Int?
    /// The package leaves it out of its menu; it is not required.
    public var isHidden: Bool
    /// SCORM 2004: whether what it reports counts; it is not required when not.
    public var isTracked: Bool
    /// SCORM 2004: whether silence of the content about completion means that it is not completed; otherwise having been
    /// there completes it.
    public var setsCompletion: Bool
    /// The same about success.
    public var setsSuccess: Bool
    /// SCORM 2004: buttons that the player hides, `previous`, `continue`, `exit`, `exitAll`, `abandon`, `abandonAll`, `suspendAll`.
    public var hiddenControls: [String]

    /// SCORM 2004: names of the manifest's objectives, which content finds in `cmi.objectives`; the primary one first. Nil when
    /// there are none.
    public var objectives: [String]?

    /// Whether there is a run-time here that listens to it: there is one of both standards.
    public var isPlayed: Bool { role == .sco }

    public init(
        standard: Standard, role: Role = .sco, suffix: String? = nil, launchData: String? = nil,
        masteryScore: Double? = nil, passingMeasure: Double? = nil, completionThreshold: Double? = nil,
        maxTimeAllowed: String? = nil, timeLimitAction: TimeLimitAction? = nil, attemptLimit: Int? = nil,
        isHidden: Bool = false, isTracked: Bool = true, setsCompletion: Bool = false, setsSuccess: Bool = false,
        hiddenControls: [String] = [], objectives: [String]? = nil
    ) {
        self.standard = standard
        self.role = role
        self.suffix = suffix
        self.launchData = launchData
        self.masteryScore = masteryScore
        self.passingMeasure = passingMeasure
        self.completionThreshold = completionThreshold
        self.maxTimeAllowed = maxTimeAllowed
        self.timeLimitAction = timeLimitAction
        self.attemptLimit = attemptLimit
        self.isHidden = isHidden
        self.isTracked = isTracked
        self.setsCompletion = setsCompletion
        self.setsSuccess = setsSuccess
        self.hiddenControls = hiddenControls
        self.objectives = objectives
    }
}
