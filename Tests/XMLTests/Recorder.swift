import XML

/// Writes down what a document's parser tells.
final class Recorder: XMLContentHandler {
    struct Start: Equatable {
        var name: XMLName
        var attributes: [String]
        var position: XMLPosition
    }

    var starts: [Start] = []
    /// `<a`, `text`, `>a`; neighboring texts joined.
    var story: [String] = []
    private var text: [UInt8] = []

    func start(_ element: borrowing XMLElement) {
        flush()
        let attributes = (0..<element.attributeCount).map {
            "\(element.attributeName($0))=\(element.attributeValue($0))"
        }
        starts.append(Start(name: element.name, attributes: attributes, position: element.position))
        story.append("<" + element.name.local)
    }

    func end(_ name: XMLName) {
        flush()
        story.append(">" + name.local)
    }

    func text(_ bytes: Span<UInt8>) {
        for index in bytes.indices { text.append(bytes[index]) }
    }

    private func flush() {
        if !text.isEmpty { story.append(String(decoding: text, as: UTF8.self)) }
        text = []
    }

    /// Reads a document in pieces of `chunk` bytes.
    static func read(_ bytes: [UInt8], chunk: Int = 1 << 16, limits: XMLLimits = .standard) throws -> Recorder {
        let recorder = Recorder()
        var parser = XMLPushParser(recorder, limits: limits)
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = Array(rest.prefix(chunk))
            try parser.push(piece.span)
            rest = rest.dropFirst(chunk)
        }
        try parser.finish()
        return recorder
    }

    static func read(_ text: String, chunk: Int = 1 << 16, limits: XMLLimits = .standard) throws -> Recorder {
        try read(Array(text.utf8), chunk: chunk, limits: limits)
    }

    /// The error that reading ends with, nil when there is none.
    static func error(_ bytes: [UInt8], chunk: Int = 1 << 16, limits: XMLLimits = .standard) -> XMLError? {
        do {
            _ = try read(bytes, chunk: chunk, limits: limits)
            return nil
        } catch {
            return error as? XMLError
        }
    }
}
