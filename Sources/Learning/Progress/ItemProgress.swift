/// What the events of one item of an enrollment come to.
public struct ItemProgress: Hashable, Sendable {
    public var item: ItemKey
    public var outcome: StepOutcome

    public init(item: ItemKey, outcome: StepOutcome) {
        self.item = item
        self.outcome = outcome
    }
}
