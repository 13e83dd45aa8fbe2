import Learning
import XML

/// Makes a course of an `imsmanifest.xml` while it goes by, and keeps what there is to say about it.
///
/// Items become steps at once and wait for their resources, which come behind them. What is kept beside the course itself is
/// some thirty bytes an item, so that a manifest of any size is read in little more memory than its course takes.
///
/// One thread uses it and no method of it is called while another changes what it reads; for the properties that every element
/// touches the check of that at run time is left out, which was a sixth of the work.
final class SCORMReader {
    let source: PackageSource
    @exclusivity(unchecked) var log: FindingLog
    @exclusivity(unchecked) var words = SCORMWords()
    var trace = SCORMTrace()
    @exclusivity(unchecked) var facts = PackageFacts()

    // What the manifest says of itself.
    var identifier = ""
    var versionLabel = ""
    var language: String?
    var rootNamespace = ""
    var schema = ""
    var schemaVersion = ""
    var metadataTitle = ""
    /// Nil until the organization has had one.
    var organizationTitle: String?
    var manifestPlace = XMLPosition(line: 1, column: 1)
    private var seen: Set<String> = []
    private(set) var isManifest = false

    // The outline.
    @exclusivity(unchecked) var modules: [CourseModule] = []
    /// The number of each module's first step.
    @exclusivity(unchecked) var moduleStarts: [Int] = []
    @exclusivity(unchecked) var stepCount = 0
    @exclusivity(unchecked) var outline = SCORMOutline()
    @exclusivity(unchecked) var keys = KeyTable()
    /// How often an item's key came again.
    var repeated: [String: Int] = [:]
    var prerequisites: [SCORMPrerequisite] = []
    /// Sequencing that items name instead of having it, and who names it.
    var sequencings: [String: SCORMSequencing] = [:]
    var sequencingUsers: [(step: Int, name: String)] = []
    var sequencing = SCORMSequencing()
    /// The log before an organization that another one may still take the place of.
    var earlierLog: FindingLog?

    // The resources.
    @exclusivity(unchecked) var wanted = ReferenceTable()
    /// Steps that open what another step opens, by the number of that one.
    var sharers: [Int: [Int]] = [:]
    @exclusivity(unchecked) var resource = SCORMResource()
    @exclusivity(unchecked) var roles = SCORMRoles()
    /// Resources that came before the outline, or that must stand in for one.
    var kept: [SCORMResource] = []
    @exclusivity(unchecked) var isInResource = false
    /// Whether any resource has something in it, and whether one holds questions.
    var hasUsableResource = false
    var hasQuestions = false
    var areOrganizationsOver = false
    var hasOrganizations = false
    @exclusivity(unchecked) var bases = SCORMBases()
    var submanifests: Set<String> = []
    @exclusivity(unchecked) var named: Set<String> = []
    @exclusivity(unchecked) var missing = DistinctCount()
    var isTooLarge = false

    init(source: PackageSource, log: FindingLog) {
        self.source = source
        self.log = log
    }

    func notManifest(_ element: borrowing XMLElement) {
        log.add(
            Finding(
                .fatal, "not-manifest", entry: source.manifest, line: element.position.line,
                column: element.position.column,
                message: "The root element is <\(element.name.local)>, not <manifest>.",
                hint: "Export the package again from the program that made it."))
    }

    func begin(_ element: borrowing XMLElement) {
        isManifest = true
        manifestPlace = element.position
        rootNamespace = element.name.namespace ?? ""
        for index in 0..<element.attributeCount {
            switch words.word(of: element, attribute: index) {
            case .identifier:
                identifier = element.attributeValue(index)
                submanifests.insert(identifier)
            case .version: versionLabel = SCORMText.cut(CurriculumElement.line(element.attributeValue(index)))
            case .xmlBase: bases.manifest = element.attributeValue(index)
            case .xmlLang: takeLanguage(element.attributeValue(index))
            default: break
            }
        }
    }

    /// Whether nothing of this kind came before, of what counts once.
    func isFirst(_ word: SCORMWord) -> Bool { seen.insert(word.rawValue).inserted }

    /// A manifest inside of this one (IMS CP §4.7), which only old packages have.
    func submanifest(_ element: borrowing XMLElement) {
        for index in 0..<element.attributeCount where words.word(of: element, attribute: index) == .identifier {
            submanifests.insert(element.attributeValue(index))
        }
    }

    func takeLanguage(_ written: String) {
        let tag = CurriculumElement.line(written)
        if language == nil, tag != "x-none", LanguageTag.isPlausible(tag) { language = tag }
    }

    /// An element's text is there.
    func took(_ word: SCORMWord, _ text: [UInt8], in parent: SCORMWord) {
        switch (parent, word) {
        case (.organization, .title): organizationTitle = SCORMText.line(text)
        case (.item, _), (.navigationinterface, _), (.primaryobjective, _): took(ofItem: word, text)
        case (_, .schema): schema = SCORMText.line(text)
        case (_, .schemaversion): schemaVersion = SCORMText.version(SCORMText.line(text))
        case (.general, .title): if metadataTitle.isEmpty { metadataTitle = SCORMText.line(text) }
        case (.general, .language): takeLanguage(SCORMText.line(text))
        case (_, .location): location(SCORMText.line(text))
        default: break
        }
    }

    func end(_ word: SCORMWord) {
        switch word {
        case .item: endItem()
        case .organization: endOrganization()
        case .organizations: endOrganizations()
        case .sequencing: endSequencing()
        case .resource: endResource()
        default: break
        }
    }

    /// A finding about the manifest. The words are made only when they are told.
    func tell(
        _ severity: Finding.Severity, _ code: String, at place: XMLPosition?, path: @autoclosure () -> String? = nil,
        _ message: @autoclosure () -> String, hint: @autoclosure () -> String?
    ) {
        guard !log.isFull(severity, code) else { return log.countAnother(severity, code) }
        log.add(
            Finding(
                severity, code, entry: source.manifest, line: place?.line, column: place?.column, path: path(),
                message: message(), hint: hint()))
    }

    /// Where an item stands, in words.
    static func path(ofItem key: String) -> String { "/manifest/organizations/organization/item[\(key)]" }

    // MARK: Which format it is

    private var isSCORM: Bool { schema.lowercased().contains("scorm") || trace.isADL || words.isADL }

    /// The name of the format when it is another one with a manifest of the same name.
    var otherKind: String? {
        guard isManifest else { return nil }
        let schema = schema.lowercased()
        if rootNamespace.contains("imscc") || schema.contains("common cartridge") {
            if schema.hasPrefix("ims content"), hasQuestions { return "QTI package" }
            return schema.contains("thin") ? "Thin Common Cartridge" : "Common Cartridge"
        }
        if isSCORM { return nil }
        return schema.contains("qti") || hasQuestions ? "QTI package" : "IMS Content Package"
    }

    /// The version as it is told.
    var editionName: String {
        if schemaVersion.hasPrefix("1.2") || (schemaVersion.isEmpty && trace.hasVersion12) { return "1.2" }
        return schemaVersion == "CAM 1.3" ? "2004 2nd Edition" : schemaVersion
    }

    /// Whether the manifest says a version that there is.
    var hasKnownVersion: Bool {
        schemaVersion.hasPrefix("1.2") || schemaVersion.hasPrefix("2004") || schemaVersion.hasPrefix("CAM 1.3")
    }

    /// The run-time that its content looks for, as far as is known by now.
    var standard: ContentLaunch.Standard {
        if hasKnownVersion { return schemaVersion.hasPrefix("1.2") ? .scorm12 : .scorm2004 }
        if trace.hasVersion12 || words.hasVersion12 { return .scorm12 }
        return words.hasVersion2004 || schemaVersion.contains("2004") ? .scorm2004 : .scorm12
    }
}
