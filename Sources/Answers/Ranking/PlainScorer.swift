import Foundation

/// Scores entries one by one, with BM25 for each field.
struct PlainScorer {
    private let words: [(typed: [UInt8], stem: [UInt8])]
    private let idf: [Double]
    private let mass: Double
    private let place: Place
    private let averages: (phrasing: Double, text: Double, tags: Double, titles: Double)

    init(words: [[UInt8]], entries: [AnalyzedEntry], place: Place) {
        let pairs = words.map { (typed: $0, stem: EnglishStemmer.stem($0)) }
        self.words = pairs
        let idf = pairs.map { pair in
            let count = entries.count { $0.has($0.form == .stemmed ? pair.stem : pair.typed) }
            return log(1 + (Double(entries.count - count) + 0.5) / (Double(count) + 0.5))
        }
        self.idf = idf
        mass = max(idf.reduce(0, +), .leastNormalMagnitude)
        self.place = place
        func average(_ fields: [[[UInt8]: Int]]) -> Double {
            max(1, Double(fields.reduce(0) { $0 + $1.values.reduce(0, +) }) / Double(max(1, fields.count)))
        }
        averages = (
            average(entries.flatMap(\.phrasings)), average(entries.map(\.text)), average(entries.map(\.tags)),
            average(entries.map(\.titles))
        )
    }

    func shares(of entry: AnalyzedEntry) -> [SignalShare] {
        var shares = [
            SignalShare(
                signal: .phrasing, amount: entry.phrasings.map { bm25($0, averages.phrasing, entry) }.max() ?? 0),
            SignalShare(signal: .text, amount: 0.5 * bm25(entry.text, averages.text, entry)),
            SignalShare(signal: .tags, amount: 0.5 * bm25(entry.tags, averages.tags, entry)),
            SignalShare(signal: .titles, amount: 0.2 * bm25(entry.titles, averages.titles, entry)),
        ].filter { $0.amount > 0 }
        guard !shares.isEmpty else { return [] }
        if let course = place.course, course == entry.place.course {
            shares.append(SignalShare(signal: .place, amount: 0.1))
        }
        return shares.sorted { $0.amount > $1.amount }
    }

    func why(_ entry: AnalyzedEntry, _ shares: [SignalShare]) -> Why {
        var found: [String] = []
        var missing: [String] = []
        for word in words {
            let typed = String(decoding: word.typed, as: UTF8.self)
            if entry.has(entry.form == .stemmed ? word.stem : word.typed) {
                found.append(typed)
            } else {
                missing.append(typed)
            }
        }
        return Why(shares: shares, words: found, missing: missing)
    }

    private func bm25(_ field: [[UInt8]: Int], _ average: Double, _ entry: AnalyzedEntry) -> Double {
        guard !field.isEmpty else { return 0 }
        let length = Double(field.values.reduce(0, +))
        let norm = 1.2 * (0.25 + 0.75 * length / average)
        var sum = 0.0
        for (word, weight) in zip(words, idf) {
            guard let count = field[entry.form == .stemmed ? word.stem : word.typed] else { continue }
            sum += weight * Double(count) / (Double(count) + norm)
        }
        return sum / mass
    }
}
