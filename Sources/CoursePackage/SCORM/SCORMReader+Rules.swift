import Foundation
import Learning
import XML

/// What items say about how their content is played.
extension SCORMReader {
    /// What packages ask for that nothing here does yet.
    enum Unplayed: String {
        case sequencing
        case sharedData = "shared-data"
    }

    /// Told once, and counted.
    func notPlayed(_ what: Unplayed, _ element: borrowing XMLElement) {
        let name = element.name.local
        tellOnce(
            "not-played-\(what.rawValue)", at: element.position,
            what == .sequencing
                ? "The package has rules of its own for order, roll-up or objectives (<\(name)>); they are not played yet: every item can be opened."
                : "The package's items share data (<\(name)>), which is not played yet.",
            hint: "Look whether the course can be taken in any order.")
    }

    /// A note of a kind of which the first alone is told.
    func tellOnce(_ code: String, at place: XMLPosition?, _ message: @autoclosure () -> String, hint: String?) {
        guard !log.has(.note, code) else { return log.countAnother(.note, code) }
        log.add(
            Finding(
                .note, code, entry: source.manifest, line: place?.line, column: place?.column, message: message(),
                hint: hint))
    }

    func took(ofItem word: SCORMWord, _ text: [UInt8]) {
        if word == .minnormalizedmeasure {
            sequencing.passingMeasure = SCORMText.number(String(decoding: text, as: UTF8.self)).flatMap {
                (-1...1).contains($0) ? $0 : nil
            }
            return
        }
        guard let last = outline.open.indices.last else { return }
        switch word {
        case .title: outline.open[last].title = SCORMText.line(text)
        case .prerequisites: outline.open[last].prerequisites = SCORMText.line(text)
        case .datafromlms:
            let data = String(decoding: text, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
            if !data.isEmpty { outline.open[last].content.launchData = data }
        case .masteryscore:
            outline.open[last].content.masteryScore = value(SCORMText.line(text), of: word, in: 0...100)
        case .maxtimeallowed:
            let time = SCORMText.line(text)
            if !time.isEmpty { outline.open[last].content.maxTimeAllowed = String(time.prefix(40)) }
        case .timelimitaction: outline.open[last].content.timeLimitAction = action(SCORMText.line(text))
        case .completionthreshold:
            let line = SCORMText.line(text)
            if !line.isEmpty, let measure = value(line, of: word, in: 0...1) {
                // The 3rd edition writes the measure as text, the 4th as an attribute beside a switch for it.
                outline.open[last].threshold = SCORMThreshold(isByMeasure: true, measure: measure)
            }
        case .hidelmsui:
            let control = SCORMText.line(text)
            let known = ["previous", "continue", "exit", "exitAll", "abandon", "abandonAll", "suspendAll"]
            guard let name = known.first(where: { $0.lowercased() == control.lowercased() }),
                !outline.open[last].content.hiddenControls.contains(name)
            else { return }
            outline.open[last].content.hiddenControls.append(name)
        default: break
        }
    }

    private func value(_ text: String, of word: SCORMWord, in bounds: ClosedRange<Double>) -> Double? {
        if text.isEmpty { return nil }
        if let number = SCORMText.number(text), bounds.contains(number) { return number }
        tellOnce(
            "bad-value", at: outline.open.last?.place,
            "<\(word.rawValue)> says “\(text.prefix(40))”, which is no number from \(bounds.lowerBound) to \(bounds.upperBound); it has no effect.",
            hint: "Correct it where the package is made.")
        return nil
    }

    private func action(_ text: String) -> ContentLaunch.TimeLimitAction? {
        let words = text.lowercased().split(separator: ",").map { CurriculumElement.line(String($0)) }
        if text.isEmpty { return nil }
        if let action = ContentLaunch.TimeLimitAction(rawValue: words.joined(separator: ",")) { return action }
        tellOnce(
            "bad-value", at: outline.open.last?.place,
            "<timelimitaction> says “\(text.prefix(40))”, which is none of the four that there are; it has no effect.",
            hint: "Correct it where the package is made.")
        return nil
    }

    func beginThreshold(_ element: borrowing XMLElement) {
        guard let last = outline.open.indices.last else { return }
        for index in 0..<element.attributeCount {
            let text = element.attributeValue(index)
            switch words.word(of: element, attribute: index) {
            case .completedbymeasure: outline.open[last].threshold.isByMeasure = SCORMText.flag(text)
            case .minprogressmeasure:
                outline.open[last].threshold.measure = value(text, of: .minprogressmeasure, in: 0...1)
            default: break
            }
        }
    }

    // MARK: Simple sequencing

    func beginSequencing(_ element: borrowing XMLElement) {
        sequencing = SCORMSequencing()
        for index in 0..<element.attributeCount {
            switch words.word(of: element, attribute: index) {
            case .id: sequencing.id = element.attributeValue(index)
            case .idref: sequencing.reference = element.attributeValue(index)
            default: break
            }
        }
    }

    func endSequencing() {
        guard let last = outline.open.indices.last else {
            // Of the collection; that of the organization itself asks for nothing that is played.
            if !sequencing.id.isEmpty, sequencings.count < Limits.outline.value {
                sequencings[sequencing.id] = sequencing
            }
            return
        }
        // What the item says itself counts more than what it names, which is filled in when all is known.
        outline.open[last].sequencingName = sequencing.reference
        sequencing.apply(to: &outline.open[last].content)
    }

    func primaryObjective(_ element: borrowing XMLElement) {
        for index in 0..<element.attributeCount
        where words.word(of: element, attribute: index) == .satisfiedbymeasure {
            sequencing.isByMeasure = SCORMText.flag(element.attributeValue(index))
        }
        objective(element)
    }

    /// Content finds objectives that have a name (SCORM 2004 4th Edition, Run-Time Environment, section 4.2.17).
    func objective(_ element: borrowing XMLElement) {
        for index in 0..<element.attributeCount where words.word(of: element, attribute: index) == .objectiveid {
            let name = SCORMText.cut(element.attributeValue(index).trimmingCharacters(in: .whitespacesAndNewlines))
            guard !name.isEmpty, sequencing.objectives.count < 100, !sequencing.objectives.contains(name) else {
                return
            }
            sequencing.objectives.append(name)
        }
    }

    func deliveryControls(_ element: borrowing XMLElement) {
        for index in 0..<element.attributeCount {
            let flag = SCORMText.flag(element.attributeValue(index))
            switch words.word(of: element, attribute: index) {
            case .tracked: sequencing.isTracked = flag
            case .completionsetbycontent: sequencing.setsCompletion = flag
            case .objectivesetbycontent: sequencing.setsSuccess = flag
            default: break
            }
        }
    }

    func limitConditions(_ element: borrowing XMLElement) {
        for index in 0..<element.attributeCount {
            let text = element.attributeValue(index)
            switch words.word(of: element, attribute: index) {
            case .attemptlimit: sequencing.attemptLimit = Int(text).flatMap { $0 >= 0 ? $0 : nil }
            case .attemptabsolutedurationlimit:
                if !text.isEmpty { sequencing.maxTimeAllowed = String(text.prefix(40)) }
            default: break
            }
        }
    }

    /// Any item can be chosen here; what forbids that is told.
    func controlMode(_ element: borrowing XMLElement) {
        var isRestricting = false
        for index in 0..<element.attributeCount {
            switch (words.word(of: element, attribute: index), SCORMText.flag(element.attributeValue(index))) {
            case (.choice, false), (.forwardonly, true): isRestricting = true
            default: break
            }
        }
        if isRestricting { notPlayed(.sequencing, element) }
    }

    /// Fills in the sequencing that items name.
    func applyNamedSequencing() {
        for (step, name) in sequencingUsers {
            guard let named = sequencings[name] else { continue }
            change(step) { step in
                guard var content = step.content else { return }
                let own = content
                named.apply(to: &content)
                if own.passingMeasure != nil { content.passingMeasure = own.passingMeasure }
                if own.maxTimeAllowed != nil { content.maxTimeAllowed = own.maxTimeAllowed }
                if own.objectives != nil { content.objectives = own.objectives }
                step.content = content
                Self.settle(&step)
            }
        }
        sequencingUsers = []
    }
}
