/// One version of a course as progress and plans need it: its modules and steps, found by key. Immutable, like the version.
public struct CourseOutline: Sendable {
    public let version: Identifier<CourseVersion>
    public let course: Identifier<Course>
    public let behaviors: [Behavior]
    public let modules: [CourseModule]
    /// Where each step stands: its module's index and its own, by key.
    private let places: [String: (module: Int, step: Int)]
    /// Keys of earlier versions to those of this one.
    let renames: [String: String]
    private let moduleIndices: [String: Int]
    /// Keys of the steps that open a file, by its path.
    private let openers: [String: [String]]

    public init(
        version: Identifier<CourseVersion>, course: Identifier<Course>, behaviors: [Behavior], modules: [CourseModule]
    ) {
        self.version = version
        self.course = course
        self.behaviors = behaviors
        self.modules = modules
        var places: [String: (module: Int, step: Int)] = [:]
        var moduleIndices: [String: Int] = [:]
        var openers: [String: [String]] = [:]
        for (moduleIndex, module) in modules.enumerated() {
            moduleIndices[module.key] = moduleIndex
            for (stepIndex, step) in module.steps.enumerated() {
                places[step.key] = (moduleIndex, stepIndex)
                if let href = step.href { openers[href, default: []].append(step.key) }
            }
        }
        self.places = places
        renames = Self.renames(in: modules)
        self.moduleIndices = moduleIndices
        self.openers = openers
    }

    /// Keys of earlier versions to those that their activities have here. Where another activity has the old key here, that
    /// one is it.
    static func renames(in modules: [CourseModule]) -> [String: String] {
        let steps = modules.flatMap(\.steps)
        let keys = Set(steps.map(\.key))
        var renames: [String: String] = [:]
        for step in steps {
            if let was = step.was, !keys.contains(was) { renames[was] = step.key }
        }
        return renames
    }

    /// The step with this key, or with the key that it had in an earlier version; nil when the version has none.
    public func step(_ key: String) -> Step? {
        guard let place = places[key] ?? renames[key].flatMap({ places[$0] }) else { return nil }
        return modules[place.module].steps[place.step]
    }

    /// The steps that open a file of the package, by its path from the root.
    public func steps(opening path: String) -> [Step] { (openers[path] ?? []).compactMap(step) }

    /// The module in which an activity stands.
    public func module(of activity: String) -> CourseModule? {
        (places[activity] ?? renames[activity].flatMap { places[$0] }).map { modules[$0.module] }
    }

    public func module(_ key: String) -> CourseModule? {
        moduleIndices[key].map { modules[$0] }
    }
}

extension CourseModule {
    /// How many items count toward completion: each occurrence of each required step.
    public var required: Int {
        steps.reduce(0) { $0 + ($1.isRequired ? $1.schedule.times : 0) }
    }
}
