import XML

/// Names of elements and attributes that mean something in a manifest. Exporters get namespaces, prefixes and the case of
/// letters wrong, so that the local name alone counts; only `xml:base` and `xml:lang` are told by their namespace.
enum SCORMWord: String {
    // Elements of content packaging and of its metadata.
    case manifest, metadata, schema, schemaversion, general, language, title, location
    case organizations, organization, item, resources, resource, file, dependency
    // Elements of ADL's content packaging and navigation.
    case prerequisites, maxtimeallowed, timelimitaction, datafromlms, masteryscore, completionthreshold, data
    case presentation, navigationinterface, hidelmsui
    // Elements of simple sequencing.
    case sequencing, sequencingcollection, controlmode, limitconditions, deliverycontrols, objectives
    case primaryobjective, objective, minnormalizedmeasure
    // Attributes.
    case identifier, identifierref, isvisible, parameters, href, type, scormtype, `default`, version
    case xmlBase = "xml:base"
    case xmlLang = "xml:lang"
    case satisfiedbymeasure, completedbymeasure, minprogressmeasure, tracked, completionsetbycontent
    case objectivesetbycontent, objectiveid, id, idref, choice, forwardonly, attemptlimit, attemptabsolutedurationlimit
    case other

    init(_ name: XMLName) {
        let isXML = name.namespace == "http://www.w3.org/XML/1998/namespace"
        self = SCORMWord(rawValue: isXML ? "xml:" + name.local : name.local.lowercased()) ?? .other
    }
}

/// The words of one document by the numbers of their names, so that a name is looked at once.
struct SCORMWords {
    private var words: [SCORMWord?] = []
    /// Whether a name was of a namespace of ADL's content packaging, and of that of SCORM 1.2 or 2004.
    private(set) var isADL = false
    private(set) var hasVersion12 = false
    private(set) var hasVersion2004 = false

    mutating func word(of element: borrowing XMLElement) -> SCORMWord {
        if element.number < words.count, let known = words[element.number] { return known }
        return add(element.name, at: element.number)
    }

    mutating func word(of element: borrowing XMLElement, attribute index: Int) -> SCORMWord {
        let number = element.attributeNumber(index)
        guard number >= 0 else { return .other }
        if number < words.count, let known = words[number] { return known }
        return add(element.attributeName(index), at: number)
    }

    private mutating func add(_ name: XMLName, at number: Int) -> SCORMWord {
        while words.count <= number { words.append(nil) }
        let word = SCORMWord(name)
        words[number] = word
        if let namespace = name.namespace {
            isADL = isADL || namespace.contains("adlcp")
            hasVersion12 = hasVersion12 || namespace.contains("adlcp_rootv1p2")
            hasVersion2004 = hasVersion2004 || namespace.contains("adlcp_v1p")
        }
        return word
    }
}
