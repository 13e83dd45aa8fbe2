import CLibXML2

/// What the callbacks of one parse share: the handler, the place in the document, the first error.
@safe
final class XMLParse {
    let handler: any XMLContentHandler
    let limits: XMLLimits
    let names = XMLNameTable()
    var tally = XMLTally()
    var failure: XMLError?
    /// Set by the owner once libxml2 made it; the owner outlives every callback.
    var context: xmlParserCtxtPtr?
    private var open: [XMLName] = []
    /// Elements and attributes so far.
    private var parts = 0
    /// Bytes so far.
    private var received = 0

    init(handler: any XMLContentHandler, limits: XMLLimits) {
        self.handler = handler
        self.limits = limits
    }

    /// Whether an element began at all.
    private(set) var hasRoot = false

    /// Whether the last byte was handed in, so that an error at the end is for want of more.
    var isLast = false

    /// Whether the parser wants more although there is none, within the root element.
    var endsTooEarly: Bool {
        guard isLast, !open.isEmpty, let input = unsafe input else { return false }
        return unsafe input.pointee.cur == input.pointee.end
    }

    /// Whether an element is open.
    var isInside: Bool { !open.isEmpty }

    private var input: xmlParserInputPtr? { unsafe context?.pointee.input }

    /// The first error stands; the parser is told to stop.
    func fail(_ code: XMLError.Code, at position: XMLPosition, _ message: String) {
        guard failure == nil else { return }
        failure = XMLError(code, at: position, message: message)
        if let context = unsafe context { unsafe xmlStopParser(context) }
    }

    func documentBegan() {
        if let input = unsafe input { unsafe tally.restart(input) }
    }

    @unsafe
    func elementBegan(
        local: UnsafePointer<xmlChar>, namespace: UnsafePointer<xmlChar>?, attributeCount: Int,
        attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        guard failure == nil else { return }
        hasRoot = true
        let position = unsafe positionBehind { unsafe $0[0] == UInt8(ascii: "<") }
        let number = unsafe names.number(local: local, namespace: namespace)
        let name = names.name(number)
        guard open.count < limits.depth else {
            return fail(.tooDeep, at: position, "Elements are nested deeper than \(limits.depth) levels.")
        }
        open.append(name)
        parts += 1 + attributeCount
        guard parts <= limits.parts else {
            return fail(
                .tooManyParts, at: position, "It has more than \(limits.parts) elements and attributes together.")
        }
        for index in 0..<attributeCount {
            guard let slot = unsafe attributes?.advanced(by: index * 5), let begin = unsafe slot[3],
                let end = unsafe slot[4]
            else { continue }
            if unsafe end - begin > limits.attributeBytes {
                let attribute = unsafe slot[0].map { unsafe String(cString: $0) } ?? ""
                return fail(
                    .attributeTooLong, at: position,
                    "The attribute “\(attribute)” is longer than \(limits.attributeBytes) bytes.")
            }
        }
        handler.start(
            unsafe XMLElement(
                name: name, number: number, position: position, attributeCount: attributeCount, attributes: attributes,
                names: names))
    }

    func elementEnded() {
        guard failure == nil, let name = open.popLast() else { return }
        handler.end(name)
    }

    @unsafe
    func textFound(_ start: UnsafePointer<xmlChar>, count: Int) {
        guard failure == nil, count > 0 else { return }
        handler.text(unsafe UnsafeBufferPointer(start: start, count: count).span)
    }

    func entityDeclared(_ name: String) {
        let mark = Array("<!ENTITY".utf8)
        let position = unsafe positionBehind { candidate in
            mark.indices.allSatisfy { unsafe candidate[$0] == mark[$0] }
        }
        fail(.entityDeclared, at: position, "The entity “\(name)” is declared; a document may declare none.")
    }

    func entityUndeclared(_ name: String) {
        fail(.entityUndeclared, at: positionHere(), "The entity “&\(name);” is not one of XML's own.")
    }

    /// Says that a piece of the document comes.
    func chunkBegins(_ count: Int) {
        received += count
        if received > limits.bytes {
            fail(.tooLong, at: positionHere(), "It is longer than \(limits.bytes >> 20) MiB.")
        }
    }

    /// Brings the tally to where the parser stands.
    func chunkEnded() {
        guard failure == nil, let input = unsafe input else { return }
        if let here = unsafe input.pointee.cur { unsafe tally.advance(input, to: here) }
        let pending = unsafe input.pointee.end - input.pointee.cur
        if pending > Self.longToken, let first = unsafe input.pointee.cur {
            examineLongToken(unsafe UnsafeBufferPointer(start: first, count: pending).span)
        }
    }

    /// Where the parser stands.
    func positionHere() -> XMLPosition {
        if let input = unsafe input, let here = unsafe input.pointee.cur { unsafe tally.advance(input, to: here) }
        return tally.position
    }

    /// The last place before the parser's at which this character of ASCII stands.
    func positionBehind(_ character: Unicode.Scalar) -> XMLPosition {
        unsafe positionBehind { unsafe $0[0] == UInt8(ascii: character) }
    }

    /// The last place before the parser's at which `isThere` holds. It reads at most the 8 bytes that end before the
    /// parser's place when called near it.
    private func positionBehind(_ isThere: (UnsafePointer<xmlChar>) -> Bool) -> XMLPosition {
        guard let input = unsafe input, let here = unsafe input.pointee.cur, let base = unsafe input.pointee.base else {
            return tally.position
        }
        var candidate = unsafe here
        repeat {
            guard unsafe candidate > base else { return positionHere() }
            unsafe candidate -= 1
        } while unsafe !isThere(candidate)
        unsafe tally.advance(input, to: candidate)
        return tally.position
    }

    /// Bytes of a tag, comment or declaration above which it is looked at before it is whole.
    private static let longToken = 64 << 10

    private func examineLongToken(_ pending: Span<UInt8>) {
        // An attribute alone may be the reason; then that is said, as that is what an author can mend.
        let isTag =
            pending[0] == UInt8(ascii: "<") && pending[1] != UInt8(ascii: "!") && pending[1] != UInt8(ascii: "?")
        var quote: UInt8?
        var run = 0
        var attributes = 0
        for index in pending.indices where isTag {
            let byte = pending[index]
            if let open = quote {
                if byte == open { quote = nil }
                run += 1
                if pending.count > limits.tokenBytes, run > limits.attributeBytes {
                    return fail(
                        .attributeTooLong, at: tally.position,
                        "An attribute is longer than \(limits.attributeBytes) bytes.")
                }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
                run = 0
                attributes += 1
                if attributes > limits.attributes {
                    return fail(
                        .tooManyParts, at: tally.position, "A tag has more than \(limits.attributes) attributes.")
                }
            }
        }
        guard pending.count > limits.tokenBytes else { return }
        fail(
            .tokenTooLong, at: tally.position,
            "A tag, comment or declaration is longer than \(limits.tokenBytes) bytes.")
    }
}
