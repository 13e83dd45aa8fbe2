/// Who may send which verb to which kind of activity.
public enum VerbRule {
    /// Who may send `verb` to `step`; nil where this kind of activity knows no such verb.
    public static func senders(of verb: Verb, to step: Step) -> Relations? {
        switch (step.kind, verb) {
        case (_, .opened): .learner
        case (_, .waived): [.manager, .trainer, .admin]
        case (_, .credited): [.trainer, .admin]
        // The learner needs the code that the host gives out, which the caller of this rule checks.
        case (.kickoff, .attended), (.meeting, .attended): Relations.hosts.union(.learner)
        case (.lesson, .completed), (.link, .completed), (.file, .completed): .learner
        case (.lesson, .suspended), (.file, .suspended): .learner
        case (.quiz, .submitted): .server
        case (.package, .completed) where step.content?.isPlayed == true: .content
        // Until a format is played here, its package is marked by the learner.
        case (.package, .completed): [.learner, .content]
        case (.package, .passed), (.package, .failed), (.package, .suspended): .content
        case (.practice, .submitted), (.practice, .tried): .learner
        case (.practice, .confirmed), (.practice, .returned): step.witness.map(witnesses)
        case (.pledge, .pledged), (.pledge, .kept), (.pledge, .broken): .learner
        case (.coaching, .held): coaches(step.with)
        case (.coaching, .noted): .learner
        case (.feedback, .answered): .learner
        default: nil
        }
    }

    /// Why somebody may not send `verb` to `step`; nil when they may.
    public static func refusal(of verb: Verb, to step: Step, from relations: Relations) -> Refusal.Detail? {
        let acting = relations.acting
        guard let senders = senders(of: verb, to: step) else {
            guard !acting.isDisjoint(with: .insiders) else { return missing }
            return .init(
                pointer: "/verb", code: "verb-not-of-kind",
                message: verb == .confirmed || verb == .returned
                    ? "This activity asks for no witness."
                    : "A \(step.kind.rawValue) does not know the verb \"\(verb.rawValue)\".")
        }
        if !acting.isDisjoint(with: senders) { return nil }
        guard !acting.isDisjoint(with: .insiders) else { return missing }
        return .init(
            pointer: "/verb", code: "verb-not-yours",
            message: "\"\(verb.rawValue)\" is for \(senders.inWords) to say.")
    }

    /// What is told to somebody to whom the enrollment is not visible.
    public static let missing = Refusal.Detail(
        pointer: "/enrollment_id", code: "not-found", message: "There is no such enrollment, or it is not yours to see."
    )

    private static func witnesses(_ witness: Step.Witness) -> Relations {
        switch witness {
        case .manager: [.manager, .admin]
        case .peer: [.peer, .manager, .admin]
        case .trainer: [.trainer, .admin]
        case .anyone: [.peer, .manager, .trainer, .admin, .other]
        }
    }

    private static func coaches(_ with: String?) -> Relations {
        switch with {
        case "trainer": [.trainer, .admin]
        case "peer": [.peer, .manager, .admin]
        default: [.manager, .admin]
        }
    }
}

extension Relations {
    /// Who it is, for a sentence.
    var inWords: String {
        let words: [(Relations, String)] = [
            (.learner, "the learner"), (.peer, "a peer"), (.manager, "a manager above"),
            (.trainer, "a trainer who owns the course"), (.content, "the content itself"), (.server, "the server"),
            (.other, "anybody else"), (.admin, "an admin"),
        ]
        let named = words.filter { contains($0.0) }.map(\.1)
        return named.count < 2
            ? named.joined() : named.dropLast().joined(separator: ", ") + " or " + (named.last ?? "")
    }
}
