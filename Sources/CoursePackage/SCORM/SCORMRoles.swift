import Learning
import XML

/// Whether what is opened says that it reports (`scormtype`, SCORM 1.2 CAM §2.3.2.5.4, SCORM 2004 CAM §3.4.1.16).
///
/// The attribute is required, and some exporters forget it. A SCO that is taken for an asset is done when it is opened; an asset
/// that is taken for a SCO is never done.
struct SCORMRoles {
    /// A resource that does not say it.
    struct Silent {
        var identifier: String
        var place: XMLPosition
        /// What it says instead; empty where it says nothing.
        var word: String
        var steps: [Int]
    }

    /// Whether anything that is opened says it.
    private(set) var isSaid = false
    private(set) var silent: [Silent] = []

    mutating func add(_ resource: SCORMResource, openedBy steps: [Int]) {
        guard case .file = resource.target else { return }
        if resource.saysRole {
            isSaid = true
        } else {
            silent.append(
                Silent(
                    identifier: resource.identifier, place: resource.place, word: resource.strangeRole, steps: steps))
        }
    }

    /// What those are taken for that do not say it: where nothing does, the exporter left it out, and content that is made for
    /// SCORM reports as a rule. Beside others that say it, one that does not is there to be read.
    var assumed: ContentLaunch.Role { isSaid ? .asset : .sco }
}

extension SCORMReader {
    /// Takes those that do not say what they are for what they are most probably, and says so.
    func settleRoles() {
        for one in roles.silent {
            if roles.assumed == .sco {
                for number in one.steps {
                    change(number) { step in
                        step.content?.role = .sco
                        Self.settle(&step)
                    }
                }
            }
            tell(
                .warning, "scormtype", at: one.place, path: "/manifest/resources/resource",
                (one.word.isEmpty
                    ? "The resource “\(one.identifier.prefix(80))” does not say its scormtype; "
                    : "scormtype=\"\(one.word.prefix(40))\" is neither sco nor asset; ")
                    + (roles.assumed == .sco
                        ? "it is played as a SCO, which is done when it says so."
                        : "it is taken for an asset, which is done when it is opened."),
                hint: "Write \(standard == .scorm12 ? "adlcp:scormtype" : "adlcp:scormType")=\"sco\" where the content "
                    + "reports by itself, \"asset\" where it is only shown.")
        }
    }
}
