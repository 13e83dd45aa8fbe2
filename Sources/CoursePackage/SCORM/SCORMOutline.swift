import Learning
import XML

/// What is known of the outline while it is read.
struct SCORMOutline {
    /// An item that has begun and not ended.
    struct Item {
        /// As it was written; empty when it has none.
        var identifier = ""
        var reference = ""
        var parameters: String?
        var title: String?
        var place = XMLPosition(line: 1, column: 1)
        var content: ContentLaunch
        var prerequisites: String?
        var sequencingName: String?
        var threshold = SCORMThreshold()
        /// What is set once it has items of its own.
        var cluster: Cluster?
    }

    /// An item that has items.
    struct Cluster {
        /// Among the clusters; 0 is the organization.
        var number: Int
        var key: String
        /// The step of its own content; nil when it has none.
        var ownStep: Int?
        /// How many modules there were when it began.
        var firstModule: Int
        /// How many modules it has itself.
        var modules = 0
        /// Whether its title had not come when its first item did.
        var isTitleLate: Bool
    }

    /// Which modules a cluster came to, to be found by its key.
    struct Extent {
        var key: String
        var modules: Range<Int>
    }

    var identifier = ""
    /// The run-time that items look for, as far as was known when the organization began.
    var standard = ContentLaunch.Standard.scorm12
    /// The organization that is asked for; empty when none is.
    var wanted = ""
    var isWantedFound = false
    /// Where the organizations begin.
    var box = XMLPosition(line: 1, column: 1)
    /// How many organizations were there.
    var organizations = 0
    var open: [Item] = []
    /// Modules of what stands in the organization itself.
    var topModules = 0
    /// The cluster that the last module belongs to.
    var owner: Int?
    var clusters: [Extent] = []
    /// Where each step's item begins, for what can be said only later: line and column, the latter up to 65,535.
    var lines: [UInt32] = []
    var columns: [UInt16] = []
    /// Whether an item had no identifier.
    var hasNameless = false
    /// What is not hidden among the steps that open something.
    var visible = 0
    var hidden = 0
    var items = 0

    /// The place of a step's item.
    func place(_ step: Int) -> XMLPosition { XMLPosition(line: Int(lines[step]), column: Int(columns[step])) }
}

/// What a completion threshold's attributes say, before its text is there.
struct SCORMThreshold {
    var isByMeasure: Bool?
    var measure: Double?

    func apply(to content: inout ContentLaunch) {
        if isByMeasure == true { content.completionThreshold = measure ?? 1 }
    }
}

/// A script of prerequisites and what it holds back.
struct SCORMPrerequisite {
    enum Holder {
        case step(Int)
        case modules(Range<Int>)
    }

    var holder: Holder
    var key: String
    var script: String
    var place: XMLPosition
}

/// What simple sequencing says that is kept to.
struct SCORMSequencing {
    var id = ""
    /// The sequencing of the collection that this one builds upon.
    var reference: String?
    var isByMeasure: Bool?
    var passingMeasure: Double?
    var isTracked: Bool?
    var setsCompletion: Bool?
    var setsSuccess: Bool?
    var attemptLimit: Int?
    var maxTimeAllowed: String?
    /// Names of objectives, the primary one first.
    var objectives: [String] = []

    func apply(to content: inout ContentLaunch) {
        if !objectives.isEmpty { content.objectives = objectives }
        if isByMeasure == true { content.passingMeasure = passingMeasure ?? 1 }
        if let isTracked { content.isTracked = isTracked }
        if let setsCompletion { content.setsCompletion = setsCompletion }
        if let setsSuccess { content.setsSuccess = setsSuccess }
        if let attemptLimit { content.attemptLimit = attemptLimit }
        if let maxTimeAllowed { content.maxTimeAllowed = maxTimeAllowed }
    }
}
