import Learning

/// A person as the API shows them.
struct PersonRow: Encodable {
    let id: Identifier<Person>
    @Nullable var externalID: String?
    let name: String
    @Nullable var email: String?
    let roles: [Role]
    @Nullable var managerID: Identifier<Person>?
    let timeZone: String
    let locale: String
    let createdAt: Timestamp
    @Nullable var leftAt: Timestamp?

    init(_ person: Person) {
        id = person.id
        externalID = person.externalID
        name = person.name
        email = person.email
        roles = person.roles.sorted()
        managerID = person.managerID
        timeZone = person.timeZone
        locale = person.locale
        createdAt = Timestamp(person.createdAt)
        leftAt = Timestamp(person.leftAt)
    }

    static let schema = Schema.object([
        "id": .id(Person.idPrefix), "external_id": .string.nullable, "name": .string, "email": .string.nullable,
        "roles": .array(.words(Role.self)), "manager_id": .id(Person.idPrefix).nullable,
        "time_zone": .string.described("An IANA name."), "locale": .string.described("A BCP 47 tag."),
        "created_at": .time, "left_at": .time.nullable.described("When they left; null while they are here."),
    ])
}
