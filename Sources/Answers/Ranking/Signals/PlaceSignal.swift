/// Lifts what belongs to the activity, the module or the course that the asker is working on: the share of the score that is
/// added, for the nearest of the three. It finds nothing by itself.
struct PlaceSignal: Sendable {
    static let signal = Signal.place
    /// The most it can give.
    static let maximum = 3 * Weights.samePlace

    /// The most it gives to this asker.
    var most: Float { asker == Place() ? 0 : Self.maximum }

    private let asker: Place

    init(_ asker: Place) {
        self.asker = asker
    }

    /// The share of its score that is added for an entry.
    func lift(_ entry: Place) -> Float {
        if let activity = asker.activity, activity == entry.activity { return 3 * Weights.samePlace }
        if let module = asker.module, module == entry.module { return 2 * Weights.samePlace }
        if let course = asker.course, course == entry.course { return Weights.samePlace }
        return 0
    }
}
