/// What the texts of an entry mean, all by one encoder. What the caller leaves out says nothing.
public struct EntryMeaning: Hashable, Sendable {
    /// Of the question and of each phrasing.
    public var phrasings: [MeaningVector]
    /// Of the beginning of the text.
    public var text: MeaningVector?
    /// Of the tags together.
    public var tags: MeaningVector?

    public init(phrasings: [MeaningVector], text: MeaningVector? = nil, tags: MeaningVector? = nil) {
        self.phrasings = phrasings
        self.text = text
        self.tags = tags
    }
}
