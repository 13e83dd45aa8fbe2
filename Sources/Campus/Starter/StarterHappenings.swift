import Foundation
import Learning

/// What people of a starter organization did, as `organization.json` tells it. Days count back from the day it is loaded; an hour
/// is the person's own clock.
struct StarterHappenings: Decodable {
    struct Enrolled: Decodable {
        var person: String
        var course: String
        var daysAgo: Int
    }

    struct Happened: Decodable {
        struct Details: Decodable {
            var text: String?
            var commitment: String?
            var link: String?
            var scores: [String: Int]?
        }

        var person: String
        var course: String
        var activity: String
        var occurrence: Int
        var verb: String
        var actor: String
        var daysAgo: Int
        var hour: Int
        var data: Details
    }

    struct Attempted: Decodable {
        var person: String
        var course: String
        var activity: String
        var daysAgo: Int
        var hour: Int
        /// The share of the questions that was answered rightly.
        var correct: Double
    }

    struct Asked: Decodable {
        var person: String
        var text: String
        var course: String?
        var activity: String?
        var daysAgo: Int
        var answeredBy: String?
        var answer: String?
    }

    struct Said: Decodable {
        struct Outcome: Decodable {
            var by: String
            var kind: String
            var text: String
        }

        var person: String
        var course: String
        var activity: String?
        var rating: Int?
        var words: String?
        var daysAgo: Int
        var outcome: Outcome?
    }

    struct Searched: Decodable {
        var person: String
        var text: String
        var daysAgo: Int
        var hour: Int
        /// The key of the answer that helped, `course/key` for one that a course brought.
        var helped: String?
    }

    var startDaysAgo: Int
    var enrollments: [Enrolled]
    var events: [Happened]
    var attempts: [Attempted]
    var questions: [Asked]
    var feedback: [Said]
    var searches: [Searched]
    var initiatives: [StarterInitiative]?

    /// - Throws: ``Refusal`` that says where it is not what it should be.
    init(_ data: Data, from file: URL) throws(Refusal) {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        do {
            self = try decoder.decode(Self.self, from: data)
        } catch {
            throw .invalid("", "not-an-organization", "\(file.path): \(Self.sentence(error))")
        }
    }

    private static func sentence(_ error: any Error) -> String {
        let context: DecodingError.Context? =
            switch error as? DecodingError {
            case .keyNotFound(let key, let context): context.naming(key)
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context): context
            default: nil
            }
        guard let context else { return "\(error)" }
        let place = context.codingPath.map { key in key.intValue.map { "\($0)" } ?? key.stringValue }
        return place.isEmpty
            ? context.debugDescription : "/\(place.joined(separator: "/")): \(context.debugDescription)"
    }
}

extension DecodingError.Context {
    /// The same with the key that is missing at the end of the path.
    fileprivate func naming(_ key: any CodingKey) -> Self {
        Self(codingPath: codingPath + [key], debugDescription: "It is missing.", underlyingError: nil)
    }
}
