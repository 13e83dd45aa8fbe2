/// How a quiz came out: what each question earned, and all of them together.
public struct QuizScore: Hashable, Sendable {
    /// Scores are sums of fractions; two that differ by less are the same.
    public static let tolerance = 1e-9

    /// Question key to its share, 0…1.
    public var credits: [String: Double]
    /// The weighted share of all questions, 0…1.
    public var score: Double

    /// Scores `responses` (question key to chosen option keys, or to the words in one string). What was not answered earns
    /// nothing.
    public init(_ responses: [String: [String]], to quiz: Quiz) {
        var credits: [String: Double] = [:]
        var earned = 0.0
        var possible = 0.0
        for question in quiz.questions {
            let credit = question.credit(for: responses[question.key] ?? [])
            credits[question.key] = credit
            earned += credit * question.weight
            possible += question.weight
        }
        self.credits = credits
        score = possible > 0 ? min(1, max(0, earned / possible)) : 0
    }

    /// Whether it reaches a mastery score; without one, handing it in is enough.
    public func passes(_ mastery: Double?) -> Bool {
        score >= (mastery ?? 0) - Self.tolerance
    }
}

extension QuizQuestion {
    /// What a response earns, 0…1.
    ///
    /// - A choice earns all or nothing.
    /// - A multiple choice earns the share of the right options that were chosen, less as much for every wrong one, never
    ///   below nothing: choosing everything earns nothing where half of the options are wrong.
    /// - Words earn all or nothing: they are compared as people read them, see ``normalized(_:)``.
    public func credit(for response: [String]) -> Double {
        let chosen = Set(response)
        switch kind {
        case .choice:
            guard chosen.count == 1 else { return 0 }
            return options.contains { chosen.contains($0.key) && $0.isCorrect } ? 1 : 0
        case .multiple:
            let right = options.count { $0.isCorrect }
            guard right > 0 else { return chosen.isEmpty ? 1 : 0 }
            let hits = options.count { $0.isCorrect && chosen.contains($0.key) }
            let misses = options.count { !$0.isCorrect && chosen.contains($0.key) }
            return max(0, Double(hits - misses) / Double(right))
        case .text:
            let said = Self.normalized(response.joined(separator: " "))
            return !said.isEmpty && accepted.contains { Self.normalized($0) == said } ? 1 : 0
        }
    }

    /// Words without case, outer space and runs of space, and with one form of each quotation mark and dash: phones and word
    /// processors write others than keyboards do. Marks that nobody sees are left out.
    static func normalized(_ words: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in words.lowercased().unicodeScalars {
            switch scalar {
            case "\u{2018}"..."\u{201B}", "\u{2032}", "\u{2035}", "\u{02BC}", "\u{00B4}", "`", "\u{FF07}":
                scalars.append("'")
            case "\u{201C}"..."\u{201F}", "\u{2033}", "\u{2036}", "\u{00AB}", "\u{00BB}", "\u{FF02}":
                scalars.append("\"")
            case "\u{2010}"..."\u{2015}", "\u{2212}", "\u{FE58}", "\u{FE63}", "\u{FF0D}": scalars.append("-")
            case "\u{2026}": scalars.append(contentsOf: "...".unicodeScalars)
            case "\u{00AD}", "\u{200B}"..."\u{200F}", "\u{2060}", "\u{FEFF}": continue
            default: scalars.append(scalar)
            }
        }
        return String(scalars).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
