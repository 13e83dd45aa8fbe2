public import Learning

/// Stories and who reads them, so that a reader may be told what is theirs to decide.
public struct StoryList: Sendable {
    public var stories: [StorySummary]
    public var reader: Identifier<Person>
}
