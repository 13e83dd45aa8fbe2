import CLibXML2

/// Reads one document as its bytes arrive and tells a handler what is in it, in constant memory.
///
/// It fetches nothing, expands no entity but XML's own five and character references, refuses every entity declaration,
/// and reads a document type declaration only to pass over it. Encodings: UTF-8, UTF-16 (with a byte order mark or a
/// declaration), and whatever else the declaration names and the system converts, ISO-8859-1 and windows-1252 among them.
///
/// It blocks its thread while it works, like the library below it.
@safe
public struct XMLPushParser: ~Copyable {
    private let context: xmlParserCtxtPtr
    private let parse: XMLParse
    /// The first bytes, until there are enough of them to tell the encoding.
    private var head: [UInt8] = []
    private var isHeadSent = false

    /// Bytes handed to libxml2 at once.
    private static let chunk = 64 << 10

    public init(_ handler: any XMLContentHandler, limits: XMLLimits = .standard) {
        _ = XMLLibrary.started
        parse = XMLParse(handler: handler, limits: limits)
        var sax = unsafe XMLLibrary.callbacks()
        let me = unsafe Unmanaged.passUnretained(parse).toOpaque()
        guard let made = unsafe xmlCreatePushParserCtxt(&sax, me, nil, 0, nil) else {
            preconditionFailure("libxml2 has no memory left for a parser.")
        }
        // Neither NOENT nor DTDLOAD nor DTDATTR, ever: nothing is expanded, nothing is loaded.
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        unsafe xmlCtxtUseOptions(made, Int32(bitPattern: options))
        unsafe context = made
        unsafe parse.context = made
    }

    deinit {
        unsafe parse.context = nil
        unsafe xmlFreeParserCtxt(context)
    }

    /// Reads the next bytes of the document; once it has thrown, it throws the same again.
    public mutating func push(_ bytes: Span<UInt8>) throws(XMLError) {
        var rest = bytes
        if !isHeadSent {
            while head.count < 4, !rest.isEmpty {
                head.append(rest[0])
                rest = rest.extracting(droppingFirst: 1)
            }
            guard head.count == 4 else { return }
            try sendHead()
        }
        while !rest.isEmpty {
            let piece = rest.extracting(first: min(rest.count, Self.chunk))
            try send(piece, isLast: false)
            rest = rest.extracting(droppingFirst: piece.count)
        }
    }

    /// Says that there are no more bytes; throws when the document is not whole.
    public mutating func finish() throws(XMLError) {
        if !isHeadSent { try sendHead() }
        try send([UInt8]().span, isLast: true)
    }

    private mutating func sendHead() throws(XMLError) {
        isHeadSent = true
        try send(head.span, isLast: false)
    }

    private func send(_ bytes: Span<UInt8>, isLast: Bool) throws(XMLError) {
        if let failure = parse.failure { throw failure }
        parse.isLast = isLast
        parse.chunkBegins(bytes.count)
        if let failure = parse.failure { throw failure }
        let status = unsafe bytes.withUnsafeBufferPointer { buffer in
            unsafe buffer.withMemoryRebound(to: CChar.self) { characters in
                unsafe xmlParseChunk(context, characters.baseAddress, Int32(characters.count), isLast ? 1 : 0)
            }
        }
        parse.chunkEnded()
        if let failure = parse.failure { throw failure }
        if isLast, unsafe context.pointee.wellFormed == 0 || !parse.hasRoot {
            // libxml2 reports these through the error callback; this is for what it might keep to itself.
            throw XMLError(
                parse.hasRoot ? .notWellFormed : .empty, at: parse.positionHere(),
                message: parse.hasRoot
                    ? "It is not well-formed (libxml2 status \(status))." : "There is no element in it.")
        }
    }
}
