import XML

/// Finds its way through a manifest: what is wanted goes to the reader, an element or a text at a time; the rest is passed over.
/// Exclusive access is not checked at run time, see ``SCORMReader``.
final class SCORMHandler: XMLContentHandler {
    private enum Step {
        /// Its children are looked at.
        case enter(SCORMWord)
        /// Its text is wanted, whatever is marked up in it.
        case take
        case pass
    }

    private let reader: SCORMReader
    @exclusivity(unchecked) private var open: [SCORMWord] = []
    /// Levels of what is passed over.
    @exclusivity(unchecked) private var passing = 0
    /// At which level the text that is taken began; nil when none is.
    @exclusivity(unchecked) private var taking: Int?
    @exclusivity(unchecked) private var text: [UInt8] = []

    /// Bytes of one text.
    private static let textLimit = 1 << 16

    init(_ reader: SCORMReader) {
        self.reader = reader
    }

    func start(_ element: borrowing XMLElement) {
        guard passing == 0 else {
            passing += 1
            return
        }
        guard taking == nil else { return open.append(.other) }
        let word = reader.words.word(of: element)
        switch step(word, element) {
        case .enter(let word): open.append(word)
        case .take:
            taking = open.count
            text.removeAll(keepingCapacity: true)
            open.append(word)
        case .pass: passing = 1
        }
    }

    func end(_ name: XMLName) {
        guard passing == 0 else {
            passing -= 1
            return
        }
        guard let word = open.popLast() else { return }
        if taking == open.count {
            taking = nil
            reader.took(word, text, in: open.last ?? .other)
        } else if taking == nil {
            reader.end(word)
        }
    }

    func text(_ bytes: Span<UInt8>) {
        guard passing == 0, taking != nil, text.count < Self.textLimit else { return }
        bytes.withUnsafeBufferPointer { text.append(contentsOf: $0.prefix(Self.textLimit - text.count)) }
    }

    private func step(_ word: SCORMWord, _ element: borrowing XMLElement) -> Step {
        switch open.last {
        case nil:
            guard word == .manifest else {
                reader.notManifest(element)
                return .pass
            }
            reader.begin(element)
            return .enter(.manifest)
        case .manifest: return partOfManifest(word, element)
        case .organizations:
            return word == .organization && reader.beginOrganization(element) ? .enter(word) : .pass
        case .organization, .item: return partOfItem(word, element)
        case .resources:
            guard word == .resource, reader.beginResource(element) else { return .pass }
            return .enter(word)
        case .presentation: return word == .navigationinterface ? .enter(word) : .pass
        case .navigationinterface: return word == .hidelmsui ? .take : .pass
        case .sequencingcollection:
            guard word == .sequencing else { return .pass }
            reader.beginSequencing(element)
            return .enter(word)
        case .sequencing, .objectives, .primaryobjective: return partOfSequencing(word, element)
        default: break
        }
        // Within metadata, resources and manifests inside of this one.
        if open.count > 1, open[1] == .metadata { return partOfMetadata(word, element) }
        if open.count > 2, open[1] == .resources { return partOfResource(word, element) }
        if word == .manifest { reader.submanifest(element) }
        return .enter(.other)
    }

    private func partOfManifest(_ word: SCORMWord, _ element: borrowing XMLElement) -> Step {
        switch word {
        case .metadata: return reader.isFirst(word) ? .enter(word) : .pass
        case .organizations:
            guard reader.isFirst(word) else { return .pass }
            reader.beginOrganizations(element)
            return .enter(word)
        case .resources:
            reader.beginResources(element)
            return .enter(word)
        case .sequencingcollection: return .enter(word)
        case .manifest:
            reader.submanifest(element)
            return .enter(.other)
        default: return .pass
        }
    }

    private func partOfMetadata(_ word: SCORMWord, _ element: borrowing XMLElement) -> Step {
        switch word {
        case .location: return .take
        case .schema, .schemaversion:
            return open.count == 2 && reader.isFirst(word) ? .take : .enter(.other)
        case .title, .language: return open.last == .general ? .take : .enter(.other)
        case .general: return .enter(.general)
        default: return .enter(.other)
        }
    }

    private func partOfItem(_ word: SCORMWord, _ element: borrowing XMLElement) -> Step {
        switch word {
        case .item:
            return reader.beginItem(element) ? .enter(word) : .pass
        case .title:
            return reader.wantsTitle ? .take : .pass
        case .prerequisites, .maxtimeallowed, .timelimitaction, .datafromlms, .masteryscore:
            return open.last == .item ? .take : .pass
        case .completionthreshold:
            guard open.last == .item else { return .pass }
            reader.beginThreshold(element)
            return .take
        case .presentation: return .enter(word)
        case .sequencing:
            reader.beginSequencing(element)
            return .enter(word)
        case .data:
            reader.notPlayed(.sharedData, element)
            return .pass
        default: return .pass
        }
    }

    private func partOfSequencing(_ word: SCORMWord, _ element: borrowing XMLElement) -> Step {
        switch (open.last, word) {
        case (.sequencing, .objectives): return .enter(word)
        case (.sequencing, .deliverycontrols):
            reader.deliveryControls(element)
            return .pass
        case (.sequencing, .limitconditions):
            reader.limitConditions(element)
            return .pass
        case (.sequencing, .controlmode):
            reader.controlMode(element)
            return .pass
        case (.objectives, .primaryobjective):
            reader.primaryObjective(element)
            return .enter(word)
        case (.objectives, .objective):
            reader.objective(element)
            reader.notPlayed(.sequencing, element)
            return .pass
        case (.primaryobjective, .minnormalizedmeasure): return .take
        default:
            reader.notPlayed(.sequencing, element)
            return .pass
        }
    }

    private func partOfResource(_ word: SCORMWord, _ element: borrowing XMLElement) -> Step {
        guard open.count == 3 else { return word == .location ? .take : .enter(.other) }
        reader.partOfResource()
        switch word {
        case .file: reader.file(element)
        case .dependency: reader.dependency(element)
        case .location: return .take
        default: break
        }
        return .enter(.other)
    }
}
