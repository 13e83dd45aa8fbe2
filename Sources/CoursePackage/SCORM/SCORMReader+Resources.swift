import Learning
import XML

/// Resources: what items open.
extension SCORMReader {
    /// What `wanted` holds for a resource that came already.
    private static let isThere = Int(UInt32.max)

    func beginResources(_ element: borrowing XMLElement) {
        guard bases.resources.isEmpty else { return }
        for index in 0..<element.attributeCount where words.word(of: element, attribute: index) == .xmlBase {
            bases.resources = element.attributeValue(index)
        }
    }

    /// Whether there is room for one more.
    func beginResource(_ element: borrowing XMLElement) -> Bool {
        guard facts.resources < Limits.outline.value else {
            isTooLarge = true
            return false
        }
        facts.resources += 1
        isInResource = true
        resource = SCORMResource()
        resource.place = element.position
        bases.resource = ""
        var href: String?
        for index in 0..<element.attributeCount {
            switch words.word(of: element, attribute: index) {
            case .identifier: resource.identifier = element.attributeValue(index)
            case .href: href = element.attributeValue(index)
            case .scormtype:
                takeRole(element.attributeValue(index))
            case .type:
                let type = element.attributeValue(index)
                if type != "webcontent", !hasQuestions { hasQuestions = type.lowercased().contains("imsqti") }
            case .xmlBase: bases.resource = element.attributeValue(index)
            default: break
            }
        }
        resource.base = bases.joined
        if let href, !href.isEmpty {
            resource.href = href
            resource.hasContent = true
            (resource.target, resource.suffix) = target(href, at: element.position)
        }
        return true
    }

    private func takeRole(_ written: String) {
        let word = written == "sco" ? written : SCORMText.trimmed(written).lowercased()
        resource.saysRole = word == "sco" || word == "asset"
        resource.role = word == "sco" ? .sco : .asset
        if !resource.saysRole { resource.strangeRole = written }
    }

    func partOfResource() { resource.hasContent = true }

    func file(_ element: borrowing XMLElement) {
        for index in 0..<element.attributeCount where words.word(of: element, attribute: index) == .href {
            let href = element.attributeValue(index)
            // The file that opens is listed again as a rule, and was looked for.
            guard !href.isEmpty, href != resource.href else { continue }
            if resource.target == nil, resource.firstPage == nil {
                let (target, suffix) = target(href, at: element.position)
                resource.firstPage = (target, suffix)
            } else {
                _ = look(href, base: resource.base, at: element.position)
            }
        }
    }

    func dependency(_ element: borrowing XMLElement) {
        // Only where there is no outline does it matter what is there for something else.
        guard facts.items == 0, resource.dependencies.count < 1000 else { return }
        for index in 0..<element.attributeCount where words.word(of: element, attribute: index) == .identifierref {
            resource.dependencies.append(element.attributeValue(index))
        }
    }

    func endResource() {
        isInResource = false
        if resource.target == nil, let first = resource.firstPage, first.target.isPage {
            (resource.target, resource.suffix) = first
        }
        hasUsableResource = hasUsableResource || resource.hasContent
        if areOrganizationsOver, facts.items > 0 { place(resource) } else { kept.append(resource) }
    }

    /// Gives a resource to the steps that wait for it.
    func place(_ resource: SCORMResource) {
        let known = wanted.update(resource.identifier, to: Self.isThere, replacing: true)
        guard known != Self.isThere else {
            return tell(
                .warning, "dup-id", at: resource.place, path: "/manifest/resources/resource",
                resource.identifier.isEmpty
                    ? "A second resource has no identifier."
                    : "The identifier “\(resource.identifier)” is used by two resources; the first one counts.",
                hint: "Give every resource an identifier of its own.")
        }
        guard let first = known else { return }
        change(first) { resource.open(in: &$0) }
        let others = sharers.isEmpty ? [] : sharers.removeValue(forKey: first) ?? []
        for step in others { change(step) { resource.open(in: &$0) } }
        roles.add(resource, openedBy: [first] + others)
    }

    /// Steps whose resource never came, the earliest first, without those that name a manifest.
    func stepsWithoutResource() -> [Int] {
        var steps: [Int] = []
        wanted.forEach { number in
            if number != Self.isThere { steps += [number] + (sharers[number] ?? []) }
        }
        return steps.sorted()
    }

    /// What is right for a step once its content is known.
    static func settle(_ step: inout Step) {
        guard let content = step.content else { return }
        step.masteryScore = content.masteryScore.map { $0 / 100 } ?? content.passingMeasure.map { max(0, $0) }
        step.moveOn = content.role == .asset ? .completed : .completedOrPassed
        if content.isHidden || !content.isTracked { step.moveOn = .notApplicable }
    }
}

extension SCORMResource {
    /// Makes a step open it.
    func open(in step: inout Step) {
        step.href = nil
        let parameters = step.content?.suffix
        step.content?.suffix = nil
        switch target {
        case .file(let path):
            step.href = path
            step.content?.role = role
            if parameters != nil || !suffix.isEmpty {
                step.content?.suffix = PackageReference.suffix(suffix, with: parameters)
            }
            SCORMReader.settle(&step)
        case .page(let address):
            let isOptional = step.content.map { $0.isHidden || !$0.isTracked } ?? false
            step.kind = .link
            step.moveOn = isOptional ? .notApplicable : .completed
            step.href = address + (PackageReference.suffix("", with: parameters) ?? "")
            step.content = nil
        case .nothing(let why, let path):
            step.href = path
            step.unavailable = why
            SCORMReader.settle(&step)
        case nil:
            step.unavailable = "Its resource names nothing to open."
            SCORMReader.settle(&step)
        }
    }
}

extension SCORMResource.Target {
    /// Whether it is something that a browser shows as a page, for what is not said to be one.
    var isPage: Bool {
        switch self {
        case .file(let path):
            let path = path.lowercased()
            return path.hasSuffix(".html") || path.hasSuffix(".htm") || path.hasSuffix(".xhtml")
        case .page, .nothing: return false
        }
    }
}
