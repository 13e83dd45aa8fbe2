import Foundation
import Learning
import XML

/// Prerequisites of SCORM 1.2 (CAM §2.3.2.5.4): scripts of AICC, of which lists of items joined by “&” are kept to.
extension SCORMReader {
    /// Keys that one script may come to, and all of them together.
    private static let scriptLimit = 200
    private static let totalLimit = 100_000

    func keepPrerequisites(_ item: SCORMOutline.Item, key: String, _ holder: SCORMPrerequisite.Holder) {
        guard let script = item.prerequisites, !script.isEmpty else { return }
        prerequisites.append(.init(holder: holder, key: key, script: script, place: item.place))
    }

    /// Puts them into the course, once all items are known.
    func resolvePrerequisites() {
        var total = 0
        for prerequisite in prerequisites {
            guard let keys = keys(of: prerequisite), total + keys.count <= Self.totalLimit else {
                tellOnce(
                    "not-played-prerequisites", at: prerequisite.place,
                    "The prerequisites “\(prerequisite.script.prefix(80))” are more than a list of items joined by “&”; they are not played yet, so that the item can be opened at any time.",
                    hint: "Name what comes first as “ITEM_1 & ITEM_2” where the package is made.")
                continue
            }
            total += keys.count
            switch prerequisite.holder {
            case .step(let step): change(step) { $0.requires = keys }
            case .modules(let range): for module in range { modules[module].requires += keys }
            }
        }
        if total > 0 { removeCycles() }
        prerequisites = []
    }

    /// The keys that a script names; nil when it is more than a list, or names what is not there.
    private func keys(of prerequisite: SCORMPrerequisite) -> [String]? {
        var keys: [String] = []
        for part in prerequisite.script.split(separator: "&") {
            let name = part.trimmingCharacters(in: .whitespaces).trimmingCharacters(in: ["\"", "'"])
            guard !name.isEmpty, !name.contains(where: { "|~=<>{}()*,".contains($0) }),
                let holder = holder(of: Self.key(name))
            else { return nil }
            switch holder {
            case .step(let step):
                let (module, index) = address(step)
                keys.append(modules[module].steps[index].key)
            case .modules(let range):
                guard range.count <= Self.scriptLimit else { return nil }
                keys += range.map { modules[$0].key }
            }
            guard keys.count <= Self.scriptLimit else { return nil }
        }
        return keys
    }

    /// What waits for itself could never be opened: none of its prerequisites is kept to then.
    private func removeCycles() {
        for round in 0..<8 {
            let cycles = CourseDraft(key: "", title: "", modules: modules).prerequisiteCycles()
            if cycles.isEmpty { return }
            let knotted = Set(cycles.joined())
            tellOnce(
                "not-played-prerequisites", at: nil,
                "Items wait for themselves: \(cycles[0].prefix(6).joined(separator: " → ")); their prerequisites are left out.",
                hint: "Correct the prerequisites where the package is made.")
            for module in modules.indices {
                let isKnotted = round == 7 || knotted.contains(modules[module].key)
                if isKnotted { modules[module].requires = [] }
                for step in modules[module].steps.indices
                where !modules[module].steps[step].requires.isEmpty
                    && (round == 7 || knotted.contains(modules[module].steps[step].key))
                {
                    modules[module].steps[step].requires = []
                }
            }
        }
    }
}
