import CLibXML2

/// libxml2's side of the parser: what it calls back, and how its errors read.
enum XMLLibrary {
    /// libxml2 asks to be set up once, before threads use it.
    static let started: Void = xmlInitParser()

    /// The table of callbacks; each finds its parse in the user data.
    static func callbacks() -> xmlSAXHandler {
        var sax = unsafe xmlSAXHandler()
        unsafe sax.initialized = XML_SAX2_MAGIC
        unsafe sax.startDocument = { user in unsafe XMLLibrary.parse(user)?.documentBegan() }
        unsafe sax.startElementNs = { user, local, _, namespace, _, _, count, defaulted, attributes in
            guard let local = unsafe local else { return }
            unsafe XMLLibrary.parse(user)?.elementBegan(
                local: local, namespace: namespace, attributeCount: Int(count - defaulted), attributes: attributes)
        }
        unsafe sax.endElementNs = { user, _, _, _ in unsafe XMLLibrary.parse(user)?.elementEnded() }
        unsafe sax.characters = { user, text, count in
            guard let text = unsafe text else { return }
            unsafe XMLLibrary.parse(user)?.textFound(text, count: Int(count))
        }
        unsafe sax.ignorableWhitespace = sax.characters
        unsafe sax.entityDecl = { user, name, _, _, _, _ in
            unsafe XMLLibrary.parse(user)?.entityDeclared(XMLLibrary.text(name))
        }
        unsafe sax.unparsedEntityDecl = { user, name, _, _, _ in
            unsafe XMLLibrary.parse(user)?.entityDeclared(XMLLibrary.text(name))
        }
        unsafe sax.reference = { user, name in
            unsafe XMLLibrary.parse(user)?.entityUndeclared(XMLLibrary.text(name))
        }
        unsafe sax.serror = { user, error in
            guard let error = unsafe error?.pointee, let parse = unsafe XMLLibrary.parse(user) else { return }
            unsafe XMLLibrary.report(error, to: parse)
        }
        return unsafe sax
    }

    @unsafe
    private static func parse(_ user: UnsafeMutableRawPointer?) -> XMLParse? {
        unsafe user.map { unsafe Unmanaged<XMLParse>.fromOpaque($0).takeUnretainedValue() }
    }

    @unsafe
    private static func text(_ pointer: UnsafePointer<xmlChar>?) -> String {
        unsafe pointer.map { unsafe String(cString: $0) } ?? ""
    }

    /// Turns libxml2's first error into ours. Warnings are no refusal; what breaks namespaces is, as it is for every
    /// other parser that a package meets.
    private static func report(_ error: xmlError, to parse: XMLParse) {
        guard parse.failure == nil, unsafe error.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
        let said = unsafe error.message.map { unsafe String(cString: $0) } ?? ""
        let message = said.split(whereSeparator: \.isNewline).joined(separator: " ")
        let kind = unsafe xmlParserErrors(UInt32(error.code))
        // These are told where they begin, which is before the place at which they were noticed.
        switch kind {
        case XML_ERR_RESERVED_XML_NAME where !parse.endsTooEarly:
            return parse.fail(
                .declarationNotFirst, at: parse.positionBehind("<"),
                "The XML declaration, <?xml …?>, does not stand at the very beginning.")
        case XML_ERR_ENTITYREF_SEMICOL_MISSING where !parse.endsTooEarly,
            XML_ERR_NAME_REQUIRED where !parse.endsTooEarly && message.contains("EntityRef"):
            return parse.fail(
                .bareAmpersand, at: parse.positionBehind("&"),
                "A bare “&” stands here, which begins the name of a character in XML.")
        default: break
        }
        let position = parse.positionHere()
        switch kind {
        case XML_ERR_DOCUMENT_EMPTY where !parse.hasRoot, XML_ERR_DOCUMENT_END where !parse.hasRoot:
            parse.fail(.empty, at: position, "There is no element in it.")
        case XML_ERR_DOCUMENT_END where parse.isInside, XML_ERR_TAG_NOT_FINISHED:
            parse.fail(.unexpectedEnd, at: position, "It ends before its elements do.")
        case XML_ERR_INVALID_CHAR, XML_ERR_INVALID_ENCODING, XML_ERR_UNKNOWN_ENCODING, XML_ERR_UNSUPPORTED_ENCODING,
            XML_I18N_NO_NAME, XML_I18N_NO_HANDLER, XML_I18N_EXCESS_HANDLER, XML_I18N_CONV_FAILED,
            XML_I18N_NO_OUTPUT, XML_IO_ENCODER:
            parse.fail(.encoding, at: position, "Its bytes are not text in its encoding (\(message)).")
        case XML_ERR_ATTRIBUTE_NOT_STARTED where !parse.endsTooEarly:
            parse.fail(
                .attributeNotQuoted, at: position,
                "The value of an attribute has no straight quotation marks (\" or ') around it.")
        case XML_ERR_UNDECLARED_ENTITY, XML_WAR_UNDECLARED_ENTITY:
            parse.fail(.entityUndeclared, at: position, "It uses an entity that is not one of XML's own (\(message)).")
        case _ where parse.endsTooEarly:
            parse.fail(.unexpectedEnd, at: position, "It ends before its elements do (\(message)).")
        default:
            parse.fail(.notWellFormed, at: position, "It is not well-formed: \(message).")
        }
    }
}
