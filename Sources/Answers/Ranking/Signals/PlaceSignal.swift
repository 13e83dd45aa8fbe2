/// Lifts what belongs to the activity, the module or the course that the asker is working on: the share of the score that is
/// added, for the nearest of the three. It finds nothing by itself.
struct PlaceSignal: Sendable {
    static let signal = Signal.place
    /// The most it can give.
    static let maximum = max(Weights.sameCourse, Weights.sameModule, Weights.sameActivity)

    private let asker: Place

    init(_ asker: Place) {
        self.asker = asker
    }

    /// The share of its score that is added for an entry.
    func lift(_ entry: Place) -> Float {
        if let activity = asker.activity, activity == entry.activity { return Weights.sameActivity }
        if let module = asker.module, module == entry.module { return Weights.sameModule }
        if let course = asker.course, course == entry.course { return Weights.sameCourse }
        return 0
    }
}
