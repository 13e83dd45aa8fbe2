/// A change that a leader of a starter organization asked for, with what people answered and told.
struct StarterInitiative: Decodable {
    struct Replied: Decodable {
        var person: String
        /// `in` or `not-yet`.
        var answer: String
        var because: String?
        var daysAgo: Int
    }

    struct Told: Decodable {
        var author: String
        var about: String
        var text: String
        var course: String?
        var module: String?
        var daysAgo: Int
        /// When the person told about said yes; nil while they have not.
        var approvedDaysAgo: Int?
    }

    var title: String
    var why: String
    var sponsor: String
    var owner: String
    var courses: [String]
    var timeZone: String
    var meetsAt: String?
    var startDaysAgo: Int
    var people: [String]
    /// When they were added.
    var joinDaysAgo: Int
    var replies: [Replied]
    var stories: [Told]

    /// Everybody whom it names.
    var names: [String] {
        [sponsor, owner] + people + replies.map(\.person) + stories.flatMap { [$0.author, $0.about] }
    }
}
