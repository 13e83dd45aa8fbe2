import Foundation

/// A person as somebody writes them down, before it is known whether that can be.
public struct PersonDraft: Hashable, Sendable {
    public var name: String
    public var email: String?
    public var externalID: String?
    public var roles: Set<Role>
    public var managerID: Identifier<Person>?
    /// IANA name.
    public var timeZone: String
    /// BCP 47.
    public var locale: String

    public init(
        name: String, email: String? = nil, externalID: String? = nil, roles: Set<Role> = [.learner],
        managerID: Identifier<Person>? = nil, timeZone: String = "UTC", locale: String = "en"
    ) {
        self.name = name
        self.email = email
        self.externalID = externalID
        self.roles = roles
        self.managerID = managerID
        self.timeZone = timeZone
        self.locale = locale
    }

    public init(_ person: Person) {
        self.init(
            name: person.name, email: person.email, externalID: person.externalID, roles: person.roles,
            managerID: person.managerID, timeZone: person.timeZone, locale: person.locale)
    }

    /// Everything that is wrong with it by itself, each with its pointer; whether it fits the others, the store says.
    public var problems: [Refusal.Detail] {
        [
            Self.problem("name", in: name, 1...Limits.name.value),
            email.flatMap(Self.problem(email:)),
            externalID.flatMap { Self.problem("external_id", in: $0, 1...200) },
            Self.problem(timeZone: timeZone),
            Self.problem(locale: locale),
        ].compactMap { $0 }
    }

    private static func problem(_ field: String, in text: String, _ length: ClosedRange<Int>) -> Refusal.Detail? {
        let isBlank = text.allSatisfy(\.isWhitespace)
        if isBlank { return .init(pointer: "/\(field)", code: "empty", message: "At least one letter is needed.") }
        if text.count > length.upperBound {
            return .init(
                pointer: "/\(field)", code: "too-long", message: "At most \(length.upperBound) characters are allowed.")
        }
        if text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
            return .init(
                pointer: "/\(field)", code: "control-character", message: "Control characters do not belong here.")
        }
        return nil
    }

    private static func problem(email: String) -> Refusal.Detail? {
        if email.wholeMatch(of: /[^@\s]+@[^@\s]+/) != nil, email.count <= 254,
            !email.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
        {
            return nil
        }
        return .init(
            pointer: "/email", code: "bad-email",
            message: "An address like name@example.com of at most 254 characters is expected.")
    }

    private static func problem(timeZone: String) -> Refusal.Detail? {
        if TimeZones.isKnown(timeZone) { return nil }
        return .init(
            pointer: "/time_zone", code: "bad-time-zone",
            message: "The name of a time zone like Europe/Berlin is expected.")
    }

    private static func problem(locale: String) -> Refusal.Detail? {
        if locale.count <= 35, locale.wholeMatch(of: /[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*/) != nil { return nil }
        return .init(pointer: "/locale", code: "bad-locale", message: "A language tag like en or pt-BR is expected.")
    }
}
