public import Learning
public import Persistence

extension InitiativeStore {
    /// Initiatives with what a reader is shown beside them.
    public static func summaries(
        of initiatives: [Initiative], for reader: Identifier<Person>, _ connection: any SQLConnection
    ) throws -> [InitiativeSummary] {
        let ids = initiatives.map(\.id)
        let names = try PersonStore.names(
            of: Set(initiatives.flatMap { [$0.fields.sponsorID, $0.fields.ownerID] }), connection)
        let titles = try CourseStore.titles(of: Set(initiatives.flatMap(\.fields.courses)), connection)
        let own = Set(
            try connection.column(
                """
                SELECT initiative_id FROM initiative_person
                WHERE person_id = \(reader) AND initiative_id IN \(list: ids)
                """, of: Identifier<Initiative>.self))
        let replies = try InitiativeReplyStore.latest(of: reader, to: ids, connection)
        return initiatives.map { initiative in
            InitiativeSummary(
                initiative: initiative, sponsorName: names[initiative.fields.sponsorID] ?? "",
                ownerName: names[initiative.fields.ownerID] ?? "",
                courseTitles: initiative.fields.courses.map { titles[$0] ?? "" }, isIn: own.contains(initiative.id),
                reply: replies[initiative.id])
        }
    }
}
