/// The entries of an index at one moment, synonyms not among them.
public struct IndexCopy: Sendable {
    fileprivate let segments: [LiveSegment]

    /// Writes them.
    public func save(_ writer: SavedWriter) throws {
        try writer.write(segments.count)
        for segment in segments { try segment.save(writer) }
    }
}

extension AnswerIndex {
    /// The entries as they are now. Nothing is copied: they go on being shared with the index until it changes.
    public func copy() -> IndexCopy { IndexCopy(segments: snapshot.segments) }

    /// Takes the entries that were saved in the place of those that are there. Where that throws, nothing has changed.
    public func load(_ reader: inout SavedReader) throws(SavedIndexError) {
        var segments: [LiveSegment] = []
        for _ in 0..<max(0, try reader.number()) { segments.append(try LiveSegment(&reader)) }
        try SavedIndexError.require(reader.isAtEnd, "there is more than there should be")
        replace(segments)
    }
}
