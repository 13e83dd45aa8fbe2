import Learning
import XML

/// The outline: items that open something become steps, items with items become modules.
extension SCORMReader {
    /// Whether the title of what is open has not come yet; the first one counts.
    var wantsTitle: Bool {
        guard let last = outline.open.last else { return organizationTitle == nil }
        return last.title == nil
    }

    /// Whether there is room for one more.
    func beginItem(_ element: borrowing XMLElement) -> Bool {
        guard outline.items < Limits.outline.value else {
            isTooLarge = true
            return false
        }
        outline.items += 1
        if let last = outline.open.indices.last, outline.open[last].cluster == nil { makeCluster(last) }
        var item = SCORMOutline.Item(content: ContentLaunch(standard: outline.standard))
        item.place = element.position
        for index in 0..<element.attributeCount {
            switch words.word(of: element, attribute: index) {
            case .identifier: item.identifier = element.attributeValue(index)
            case .identifierref: item.reference = element.attributeValue(index)
            case .parameters: item.parameters = element.attributeValue(index)
            case .isvisible: item.content.isHidden = SCORMText.flag(element.attributeValue(index)) == false
            default: break
            }
        }
        outline.open.append(item)
        return true
    }

    func endItem() {
        guard var item = outline.open.popLast() else { return }
        item.threshold.apply(to: &item.content)
        let depth = outline.open.count + 1
        guard let cluster = item.cluster else {
            facts.count(title: item.title ?? "", depth: depth, isLeaf: true, opens: !item.reference.isEmpty)
            let number = stepCount
            let key = lastingKey(of: item, number: number << 1)
            addStep(item, key: key)
            keepPrerequisites(item, key: key, .step(number))
            return
        }
        facts.count(title: item.title ?? "", depth: depth, isLeaf: false)
        let extent = cluster.firstModule..<modules.count
        outline.clusters[cluster.number - 1].modules = extent
        if let own = cluster.ownStep { change(own) { $0.content = Self.waiting(item) } }
        if cluster.isTitleLate, let title = item.title { nameLate(cluster, title, in: extent) }
        keepPrerequisites(item, key: cluster.key, .modules(extent))
    }

    // MARK: Modules

    private func makeCluster(_ index: Int) {
        let item = outline.open[index]
        let key = lastingKey(of: item, number: outline.clusters.count << 1 | 1)
        outline.clusters.append(.init(key: key, modules: modules.count..<modules.count))
        outline.open[index].cluster = .init(
            number: outline.clusters.count, key: key, firstModule: modules.count, isTitleLate: item.title == nil)
        if !item.reference.isEmpty {
            outline.open[index].cluster?.ownStep = stepCount
            addStep(item, key: key)
        }
    }

    /// The module that takes what stands directly in the innermost open item, or in the organization itself. What comes
    /// behind an inner module gets a module of its own, so that the order stays.
    private func openModule() {
        let number = outline.open.last?.cluster?.number ?? 0
        guard outline.owner != number else { return }
        outline.owner = number
        let key: String
        if let last = outline.open.indices.last, var cluster = outline.open[last].cluster {
            cluster.modules += 1
            // What opens something has the item's own key, as progress hangs on it.
            key = cluster.modules == 1 && cluster.ownStep == nil ? cluster.key : "\(cluster.key):\(cluster.modules)"
            outline.open[last].cluster = cluster
        } else {
            outline.topModules += 1
            let organization = Self.key(outline.identifier)
            key = "\(organization.isEmpty ? "course" : organization):\(outline.topModules)"
        }
        modules.append(CourseModule(key: key, kind: .training, title: moduleTitle()))
        moduleStarts.append(stepCount)
    }

    /// The titles on the way to a module: “Part one › Basics”.
    private func moduleTitle() -> String {
        let course = organizationTitle ?? ""
        var titles = outline.open.map { $0.title ?? "" }
        // Many exporters put everything into one item that is called like the course.
        if titles.count > 1, titles[0] == course { titles.removeFirst() }
        titles.removeAll { $0.isEmpty }
        guard let last = titles.last else {
            return outline.open.isEmpty && !course.isEmpty ? SCORMText.cut(course) : title
        }
        let path = titles.joined(separator: " › ")
        return path.utf8.count <= SCORMText.titleLimit ? path : SCORMText.cut(last)
    }

    private func nameLate(_ cluster: SCORMOutline.Cluster, _ title: String, in extent: Range<Int>) {
        for index in extent where modules[index].key == cluster.key || modules[index].key.hasPrefix(cluster.key + ":") {
            modules[index].title = SCORMText.cut(title)
        }
    }

    // MARK: Steps

    private func addStep(_ item: SCORMOutline.Item, key: String) {
        // A cluster's own content stands in its own module, any other item in that of the innermost cluster.
        openModule()
        let number = stepCount
        stepCount += 1
        var title = SCORMText.cut(item.title ?? "")
        if title.isEmpty {
            title = item.identifier.isEmpty ? "Item \(outline.items)" : SCORMText.cut(item.identifier)
            tell(
                .note, "no-title", at: item.place, path: Self.path(ofItem: key),
                "An item has no title; “\(title)” is shown.", hint: "Give it a title where the package is made.")
        }
        var step = Step(key: key, kind: .package, title: title, moveOn: .completedOrPassed)
        if item.reference.isEmpty {
            step.unavailable = "It is a heading; there is nothing to open."
            tell(
                .note, "heading", at: item.place, path: Self.path(ofItem: key),
                "The item “\(title)” opens nothing; it is shown as a heading.", hint: nil)
        } else {
            step.content = Self.waiting(item)
            step.href = item.reference
            if item.content.isHidden { outline.hidden += 1 } else { outline.visible += 1 }
            if let name = item.sequencingName { sequencingUsers.append((number, name)) }
            if let first = wanted.update(item.reference, to: number, replacing: false) {
                sharers[first, default: []].append(number)
            }
        }
        modules[modules.count - 1].steps.append(step)
        outline.lines.append(UInt32(clamping: item.place.line))
        outline.columns.append(UInt16(clamping: item.place.column))
    }

    /// What is known of the content until its resource comes; the item's parameters stand where the address will end.
    private static func waiting(_ item: SCORMOutline.Item) -> ContentLaunch {
        var content = item.content
        content.suffix = item.parameters
        return content
    }

    /// Where a step stands.
    func address(_ step: Int) -> (module: Int, step: Int) {
        // The last module is where steps are added, and the only one of most courses.
        if let last = moduleStarts.last, last <= step { return (moduleStarts.count - 1, step - last) }
        var low = 0
        var high = moduleStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if moduleStarts[middle] <= step { low = middle } else { high = middle }
        }
        return (low, step - moduleStarts[low])
    }

    func change(_ step: Int, _ body: (inout Step) -> Void) {
        let (module, index) = address(step)
        body(&modules[module].steps[index])
    }

    // MARK: Keys

    /// The identifier as a key: lasting, and without the `:` that parts a module's key from its number.
    static func key(_ identifier: String) -> String {
        var isPlain = true
        var isFirst = true
        for byte in identifier.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                break
            case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."): if isFirst { isPlain = false }
            default: isPlain = false
            }
            isFirst = false
        }
        if isPlain, identifier.utf8.count <= CurriculumKey.limit, identifier != "start" { return identifier }
        return CurriculumKey.mended(identifier).replacing(":", with: "-")
    }

    private func key(ofNumber number: Int) -> String {
        if number & 1 == 1 { return outline.clusters[number >> 1].key }
        let (module, index) = address(number >> 1)
        return modules[module].steps[index].key
    }

    /// The number that a key stands for: of a step, or of a cluster.
    func holder(of key: String) -> SCORMPrerequisite.Holder? {
        guard let number = keys.number(of: key, keyOf: self.key(ofNumber:)) else { return nil }
        return number & 1 == 1 ? .modules(outline.clusters[number >> 1].modules) : .step(number >> 1)
    }

    /// - Parameter number: of what is about to be added under the key.
    private func lastingKey(of item: SCORMOutline.Item, number: Int) -> String {
        var wanted = Self.key(item.identifier)
        let isNameless = item.identifier.isEmpty
        if isNameless { wanted = Self.key("item-" + (item.reference.isEmpty ? "\(outline.items)" : item.reference)) }
        var key = wanted
        var count = repeated.isEmpty ? 1 : repeated[wanted] ?? 1
        while !keys.add(key, number: number, keyOf: self.key(ofNumber:)) {
            count += 1
            key = "\(wanted)-\(count)"
        }
        if count > 1 { repeated[wanted] = count }
        if isNameless ? outline.hasNameless : count > 1 {
            tell(
                .warning, "dup-id", at: item.place, path: Self.path(ofItem: key),
                isNameless
                    ? "A second item has no identifier; it is read as “\(key)”."
                    : "The identifier “\(item.identifier)” is used twice; the later item is read as “\(key)”.",
                hint: "Give every item an identifier of its own that stays the same from version to version.")
        }
        if isNameless { outline.hasNameless = true }
        return key
    }
}
