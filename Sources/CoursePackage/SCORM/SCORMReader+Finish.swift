import Learning
import XML

/// What can be said and done only once all of the manifest is known.
extension SCORMReader {
    /// The title as the package has it: of its organization, else of its metadata.
    var title: String {
        if let organizationTitle, !organizationTitle.isEmpty { return organizationTitle }
        return metadataTitle
    }

    func finish() {
        guard isManifest, otherKind == nil else { return }
        if isTooLarge {
            tell(
                .fatal, "too-large", at: manifestPlace, path: "/manifest",
                "It has more than \(Limits.outline.value) items, or as many resources.",
                hint: "Split it into several courses.")
            return
        }
        outline.open = []
        let late = kept
        kept = []
        for resource in late { place(resource) }
        if facts.items == 0 { useResources(late) }
        settleRoles()
        tellDangling()
        applyNamedSequencing()
        reconsiderAll()
        facts.refs = named.count + missing.count
        facts.missing = missing.count
        if !hasKnownVersion {
            tell(
                .warning, "version", at: manifestPlace, path: "/manifest/metadata/schemaversion",
                schemaVersion.isEmpty
                    ? "The manifest does not say its version of SCORM; it is played as \(standard == .scorm12 ? "1.2" : "2004")."
                    : "“\(schemaVersion.prefix(40))” is no version of SCORM; it is played as \(standard == .scorm12 ? "1.2" : "2004").",
                hint: "Write <schemaversion>1.2</schemaversion>, or the edition of 2004.")
        }
        if title.isEmpty {
            tell(
                .warning, "no-title", at: manifestPlace, path: "/manifest/organizations",
                "The course has no title; “\(shownTitle)” is shown instead.",
                hint: "Give its organization a title where the package is made.")
        }
    }

    /// The title that people see.
    private var shownTitle: String {
        if !title.isEmpty { return SCORMText.cut(title) }
        let name = CurriculumElement.line(identifier)
        return name.isEmpty || SCORMCourseKey.isCommon(name) ? "Untitled course" : SCORMText.cut(name)
    }

    /// The course. Called once; the reader has nothing left of it.
    func takeDraft() -> CourseDraft {
        var draft = CourseDraft(
            key: SCORMCourseKey.key(identifier: identifier, title: title), versionLabel: versionLabel,
            language: language ?? "und", title: shownTitle)
        for module in modules.indices where modules[module].title.isEmpty { modules[module].title = draft.title }
        swap(&draft.modules, &modules)
        draft.files = source.files.files
        return draft
    }

    // MARK: Without an outline

    /// Where there is no outline, what the resources open is the course, in their order.
    private func useResources(_ resources: [SCORMResource]) {
        tell(
            .warning, "no-org", at: hasOrganizations ? outline.box : manifestPlace, path: "/manifest/organizations",
            "There is no outline; what the resources open is taken in their order.",
            hint: "Export the package again with its organization.")
        var module = CourseModule(
            key: (Self.key(identifier).isEmpty ? "course" : Self.key(identifier)) + ":1", kind: .training,
            title: shownTitle)
        var taken: Set<String> = []
        var lone: SCORMResource?
        for resource in Self.openable(among: resources) {
            var key = Self.key(resource.identifier.isEmpty ? "item-\(module.steps.count + 1)" : resource.identifier)
            // The second resource of one identifier does not count, as where there is an outline.
            if resource.identifier.isEmpty { while taken.contains(key) { key += "-2" } }
            guard taken.insert(key).inserted else { continue }
            var step = Step(key: key, kind: .package, title: "", content: ContentLaunch(standard: standard))
            resource.open(in: &step)
            step.title = name(of: resource, step)
            lone = resource
            module.steps.append(step)
        }
        guard !module.steps.isEmpty else {
            return tell(
                .fatal, "nothing", at: manifestPlace, path: "/manifest",
                "There is neither an item nor a resource in it.",
                hint: "Export the package again, with its content.")
        }
        moduleStarts = [0]
        stepCount = module.steps.count
        modules = [module]
        // Several that say nothing are as well the pages of a site.
        if let lone, module.steps.count == 1 { roles.add(lone, openedBy: [0]) }
        if module.steps.count == 1, !title.isEmpty { modules[0].steps[0].title = shownTitle }
    }

    /// The SCOs; else the pages that are not there for other resources; else all that has something in it.
    private static func openable(among resources: [SCORMResource]) -> [SCORMResource] {
        let opened = resources.filter { $0.target != nil }
        let contents = opened.filter { $0.role == .sco }
        if !contents.isEmpty { return contents }
        let helpers = Set(resources.flatMap(\.dependencies))
        let pages = opened.filter { !helpers.contains($0.identifier) }
        if !pages.isEmpty { return pages }
        return opened.isEmpty ? resources.filter(\.hasContent) : opened
    }

    /// The name of its file without the ending, as a resource has no title.
    private func name(of resource: SCORMResource, _ step: Step) -> String {
        let file = step.href?.split(separator: "/").last.map(String.init) ?? resource.identifier
        let stem = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
        let name = SCORMText.cut(CurriculumElement.line(stem))
        return name.isEmpty ? "Item" : name
    }

    // MARK: Loose ends

    private func tellDangling() {
        for identifier in submanifests {
            guard let first = wanted[identifier] else { continue }
            for step in [first] + (sharers[first] ?? []) where step < stepCount {
                change(step) { step in
                    step.href = nil
                    step.content = nil
                    step.unavailable = "It is a package inside of the package, which cannot be opened."
                }
            }
        }
        for number in stepsWithoutResource() {
            let (module, index) = address(number)
            let step = modules[module].steps[index]
            guard let reference = step.href, step.unavailable == nil else { continue }
            tell(
                .warning, "dangling-ref", at: outline.place(number), path: Self.path(ofItem: step.key),
                "The item “\(step.title)” names the resource “\(reference.prefix(80))”, which is not there; it cannot be opened.",
                hint: "Correct its identifierref, or add the resource.")
            change(number) { step in
                step.href = nil
                step.content = nil
                step.unavailable = "What it opens is not in the package."
            }
        }
    }

    /// What was not known when the first items were read.
    private func reconsiderAll() {
        let standard = standard
        let isAllHidden = outline.hidden > 0 && outline.visible == 0
        if outline.hidden > 0, !isAllHidden {
            tell(
                .note, "hidden", at: nil,
                "\(outline.hidden == 1 ? "An item is" : "\(outline.hidden) items are") hidden by the package: open to learners, but not required.",
                hint: nil)
        }
        let isOther = modules.first?.steps.first { $0.content != nil }?.content?.standard != standard
        guard isAllHidden || isOther else { return }
        for module in modules.indices {
            for step in modules[module].steps.indices where modules[module].steps[step].content != nil {
                modules[module].steps[step].content?.standard = standard
                // A course of hidden items alone hides its menu, not its content.
                if isAllHidden { modules[module].steps[step].content?.isHidden = false }
                Self.settle(&modules[module].steps[step])
            }
        }
    }
}
