import Learning
import XML

/// Which organization counts: the one that is asked for, else the first.
extension SCORMReader {
    func beginOrganizations(_ element: borrowing XMLElement) {
        hasOrganizations = true
        outline.box = element.position
        for index in 0..<element.attributeCount where words.word(of: element, attribute: index) == .default {
            outline.wanted = element.attributeValue(index)
        }
    }

    /// Whether it is to be read.
    func beginOrganization(_ element: borrowing XMLElement) -> Bool {
        guard !outline.isWantedFound else { return false }
        var identifier = ""
        for index in 0..<element.attributeCount where words.word(of: element, attribute: index) == .identifier {
            identifier = element.attributeValue(index)
        }
        let isWanted = !outline.wanted.isEmpty && identifier == outline.wanted
        if outline.organizations > 0 {
            guard isWanted else { return false }
            startOver()
        }
        if earlierLog == nil { earlierLog = log }
        outline.organizations += 1
        outline.isWantedFound = isWanted
        outline.identifier = identifier
        outline.standard = standard
        return true
    }

    /// Forgets the first organization, as another one is asked for.
    private func startOver() {
        var fresh = SCORMOutline()
        (fresh.wanted, fresh.organizations, fresh.box) = (outline.wanted, outline.organizations, outline.box)
        outline = fresh
        log = earlierLog ?? log
        facts.items = 0
        facts.leaves = 0
        facts.headings = 0
        facts.depth = 0
        facts.first3 = []
        organizationTitle = nil
        modules = []
        moduleStarts = []
        stepCount = 0
        keys = KeyTable()
        repeated = [:]
        prerequisites = []
        sequencingUsers = []
        wanted = ReferenceTable()
        sharers = [:]
    }

    func endOrganization() {
        if organizationTitle == nil { organizationTitle = "" }
    }

    func endOrganizations() {
        areOrganizationsOver = true
        earlierLog = nil
        if !outline.wanted.isEmpty, !outline.isWantedFound, outline.organizations > 0 {
            tell(
                .warning, "bad-default-org", at: outline.box, path: "/manifest/organizations",
                "No organization is named “\(outline.wanted.prefix(80))”, which is asked for; the first one is read.",
                hint: "Write default=\"…\" with the identifier of an organization.")
        }
        resolvePrerequisites()
        keys = KeyTable()
        repeated = [:]
    }
}
