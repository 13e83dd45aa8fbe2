/// An answer without an owner is wrong one day, and nobody notices.
public enum OwnerRule: LintRule {
    public static func findings(in draft: CourseDraft) -> [Finding] {
        let orphans = draft.answers.filter { $0.owner?.allSatisfy(\.isWhitespace) ?? true }
        guard let first = orphans.first else { return [] }
        let few = orphans.prefix(3).map(\.key).joined(separator: ", ")
        return [
            advice(
                "no-owner", DraftPath.answer(first),
                "\(orphans.count == 1 ? "An answer has" : "\(orphans.count) answers have") no owner: \(few)\(orphans.count > 3 ? ", …" : "").",
                hint: "Write owner=\"…\" with the e-mail address or personnel number of who keeps it right.",
                count: orphans.count)
        ]
    }
}
