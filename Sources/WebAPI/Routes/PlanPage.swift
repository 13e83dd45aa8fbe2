import Campus
import Learning

/// An enrollment's whole plan as the API shows it.
struct PlanPage: Encodable {
    struct ModuleRow: Encodable {
        let key: String
        let kind: ModuleKind
        let title: String
        let required: Int
        let done: Int
        @Nullable var completedAt: Timestamp?
        let items: [PlanRow]
    }

    struct BuyInRow: Encodable {
        let behavior: String
        let text: String
        let understanding: BuyIn.Understanding
        let commitment: BuyIn.Commitment
        let action: BuyIn.Action
    }

    let enrollment: EnrollmentRow
    @Nullable var why: String?
    @Nullable var benefit: String?
    @Nullable var stop: String?
    let next: [String]
    let buyIn: [BuyInRow]
    let modules: [ModuleRow]

    init(_ read: EnrollmentPlan) {
        enrollment = EnrollmentRow(read.summary)
        why = read.why?.html
        benefit = read.benefit?.html
        stop = read.stop?.html
        next = read.plan.next.map(\.step.key)
        buyIn = read.plan.buyIn.map {
            BuyInRow(
                behavior: $0.behavior.key, text: $0.behavior.text, understanding: $0.understanding,
                commitment: $0.commitment, action: $0.action)
        }
        modules = read.plan.modules.map { module in
            ModuleRow(
                key: module.key, kind: module.kind, title: module.title, required: module.totals.required,
                done: module.totals.done, completedAt: Timestamp(module.totals.completedAt),
                items: module.items.map { PlanRow($0, text: read.texts[$0.step.key]) })
        }
    }

    static let schema = Schema.object([
        "enrollment": EnrollmentRow.schema, "why": .string.nullable, "benefit": .string.nullable,
        "stop": .string.nullable,
        "next": .array(.string).described("The activities to do now, soonest first."),
        "buy_in": .array(
            .object([
                "behavior": .string, "text": .string, "understanding": .words(BuyIn.Understanding.self),
                "commitment": .words(BuyIn.Commitment.self), "action": .words(BuyIn.Action.self),
            ])
        ).described("How far the learner has taken each behavior on."),
        "modules": .array(
            .object([
                "key": .string, "kind": .words(ModuleKind.self), "title": .string, "required": .integer,
                "done": .integer, "completed_at": .time.nullable, "items": .array(PlanRow.schema),
            ])),
    ])
}

/// What is next in everything that the caller is under way in.
struct NextSteps: Encodable {
    struct Row: Encodable {
        let enrollmentID: Identifier<Enrollment>
        let courseID: Identifier<Course>
        let courseTitle: String
        let item: PlanRow

        private enum CodingKeys: CodingKey { case enrollmentID, courseID, courseTitle }

        func encode(to encoder: any Encoder) throws {
            try item.encode(to: encoder)
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(enrollmentID, forKey: .enrollmentID)
            try container.encode(courseID, forKey: .courseID)
            try container.encode(courseTitle, forKey: .courseTitle)
        }
    }

    let items: [Row]

    /// By the day on which they are due; what has none comes last, in the order of the courses.
    init(_ reads: [EnrollmentPlan]) {
        let rows = reads.flatMap { read in
            read.plan.next.map { item in
                (
                    item.dueOn,
                    Row(
                        enrollmentID: read.summary.enrollment.id, courseID: read.summary.enrollment.courseID,
                        courseTitle: read.summary.courseTitle,
                        item: PlanRow(item, text: read.texts[item.step.key]))
                )
            }
        }
        items = rows.enumerated().sorted { left, right in
            let leftDay = left.element.0?.dayNumber ?? .max
            let rightDay = right.element.0?.dayNumber ?? .max
            return (leftDay, left.offset) < (rightDay, right.offset)
        }.map(\.element.1)
    }

    static let schema = Schema.object([
        "items": .array(
            PlanRow.schema.with([
                "enrollment_id": .id(Enrollment.idPrefix), "course_id": .id(Course.idPrefix), "course_title": .string,
            ]))
    ])
}
