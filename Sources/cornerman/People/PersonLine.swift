import Foundation
import Learning

/// A person as a line of JSON, with the fields of the API.
struct PersonLine: Encodable {
    let person: Person

    init(_ person: Person) { self.person = person }

    private enum CodingKeys: CodingKey {
        case id, externalID, name, email, roles, managerID, timeZone, locale, createdAt, leftAt
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(person.id, forKey: .id)
        try container.encode(person.externalID, forKey: .externalID)
        try container.encode(person.name, forKey: .name)
        try container.encode(person.email, forKey: .email)
        try container.encode(person.roles.sorted(), forKey: .roles)
        try container.encode(person.managerID, forKey: .managerID)
        try container.encode(person.timeZone, forKey: .timeZone)
        try container.encode(person.locale, forKey: .locale)
        try container.encode(person.createdAt.text, forKey: .createdAt)
        try container.encode(person.leftAt?.text, forKey: .leftAt)
    }

    func json() throws -> String { try JSONLine.make(self) }
}

extension Instant {
    /// RFC 3339 in UTC with milliseconds.
    var text: String {
        Date(timeIntervalSince1970: Double(milliseconds) / 1000)
            .formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }
}
