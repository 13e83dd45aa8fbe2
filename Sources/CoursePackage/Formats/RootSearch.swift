import Archive
import XML

/// Finds out a file's root element while its pieces go by.
final class RootSearch {
    private let probe = RootProbe()
    private var parser: XMLPushParser
    private var isOver = false

    /// - Parameter first: the file's first piece, which is not taken in yet; nil when it does not begin like XML.
    init?(first: Span<UInt8>, limits: XMLLimits) {
        let head = first.extracting(first: min(first.count, ArchiveKind.headBytes))
        guard FileHead.looksLikeXML(head.indices.map { head[$0] }) else { return nil }
        parser = XMLPushParser(probe, limits: limits)
    }

    /// Takes in the next piece.
    func take(_ piece: Span<UInt8>) {
        guard !isOver else { return }
        do {
            try parser.push(piece)
        } catch {
            isOver = true
        }
        isOver = isOver || probe.found != nil
    }

    /// Nil when there is none, or none yet. What is wrong behind it does not matter.
    var root: XMLName? { probe.found }
}
