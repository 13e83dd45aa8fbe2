import Foundation

@testable import Answers

/// The ranking written down as plainly as it can be, entry by entry from the texts, to hold the fast one to. Only lengths
/// are rounded as the index rounds them. It knows no
/// repair, no rights and no removal; all words of its queries are known.
struct NaiveRanking {
    private struct Field {
        var counts: [String: Int] = [:]
        var length = 0

        mutating func add(_ terms: [String]) {
            for term in terms { counts[term, default: 0] += 1 }
            length += terms.count
        }
    }

    private struct Document {
        var number: UInt32
        var isPlain: Bool
        var phrasings: [(words: Field, letters: Field)] = []
        var words = Field()
        var tags = Field()
        var letters = Field()
    }

    private var documents: [Document] = []

    init(_ entries: [IndexEntry]) {
        for entry in entries {
            let isPlain = WordForm(language: entry.language) == .plain
            var document = Document(number: entry.number.value, isPlain: isPlain)
            for phrasing in [entry.question] + entry.phrasings {
                var fields = (words: Field(), letters: Field())
                fields.words.add(Self.words(phrasing, isPlain))
                fields.letters.add(Self.letters(phrasing))
                document.phrasings.append(fields)
            }
            for tag in entry.tags { document.tags.add(Self.words(tag, isPlain)) }
            let all =
                [entry.question] + entry.phrasings + entry.tags + [entry.text, entry.courseTitle, entry.moduleTitle]
            for text in all {
                document.words.add(Self.words(text, isPlain))
                if isPlain { document.letters.add(Self.letters(text)) }
            }
            documents.append(document)
        }
    }

    /// Every entry's score for a query.
    func scores(_ query: String) -> [UInt32: Double] {
        let typed = query.split(separator: " ").map(String.init)
        let forms = typed.map { (stem: Self.words($0, false)[0], plain: Self.words($0, true)[0]) }
        let count = Double(documents.count)
        func share(of word: String) -> Double { SmallWords.contains(word) ? Double(Weights.smallWord) : 1 }
        let idf = zip(typed, forms).map { word, form in
            let found = documents.count { $0.words.counts[$0.isPlain ? form.plain : form.stem] != nil }
            return log(1 + (count - Double(found) + 0.5) / (Double(found) + 0.5)) * share(of: word)
        }
        let runs = Set(typed.flatMap(Self.letters))
        let shares = Dictionary(typed.flatMap { word in Self.letters(word).map { ($0, share(of: word)) } }) {
            max($0, $1)
        }
        let runIDF = Dictionary(
            uniqueKeysWithValues: runs.map { run in
                let found = documents.count { $0.phrasings.contains { $0.letters.counts[run] != nil } }
                return (run, log(1 + (count - Double(found) + 0.5) / (Double(found) + 0.5)) * shares[run, default: 1])
            })
        let plain = documents.filter(\.isPlain)
        let plainIDF = Dictionary(
            uniqueKeysWithValues: runs.map { run in
                let found = plain.count { $0.letters.counts[run] != nil }
                let rarity = log(1 + (Double(plain.count - found) + 0.5) / (Double(found) + 0.5))
                return (run, rarity * shares[run, default: 1])
            })

        func share(_ field: Field, _ term: String, _ average: Double, _ saturation: Float) -> Double {
            guard let count = field.counts[term] else { return 0 }
            let b = Double(Weights.lengthShare)
            let length = Double(LengthCode.length(Int(LengthCode.code(field.length))))
            return Double(count) / (Double(count) + Double(saturation) * (1 - b + b * length / average))
        }
        func words(_ field: Field, _ average: Double, _ isPlain: Bool) -> Double {
            zip(forms, idf).reduce(0) { sum, term in
                sum + term.1 * share(field, isPlain ? term.0.plain : term.0.stem, average, Weights.saturation)
            } / idf.reduce(0, +)
        }
        func letters(_ field: Field, _ average: Double, _ idf: [String: Double], _ saturation: Float) -> Double {
            idf.reduce(0) { $0 + $1.value * share(field, $1.key, average, saturation) } / idf.values.reduce(0, +)
        }
        func average(_ fields: [Field]) -> Double {
            max(1, Double(fields.reduce(0) { $0 + $1.length }) / Double(max(1, fields.count)))
        }
        let phrasingAverage = average(documents.flatMap { $0.phrasings.map(\.words) })
        let letterAverage = average(documents.flatMap { $0.phrasings.map(\.letters) })
        let wordAverage = average(documents.map(\.words))
        let tagAverage = average(documents.map(\.tags))
        let plainAverage = average(plain.map(\.letters))

        return Dictionary(
            uniqueKeysWithValues: documents.map { document in
                let best =
                    document.phrasings.map { phrasing in
                        Double(Weights.phrasing) * words(phrasing.words, phrasingAverage, document.isPlain)
                            + Double(Weights.letters)
                            * letters(phrasing.letters, letterAverage, runIDF, Weights.phrasingLettersSaturation)
                    }.max() ?? 0
                var score = best + Double(Weights.tags) * words(document.tags, tagAverage, document.isPlain)
                score +=
                    Double(document.isPlain ? Weights.plainWords : Weights.words)
                    * words(document.words, wordAverage, document.isPlain)
                if document.isPlain {
                    score +=
                        Double(Weights.plainLetters)
                        * letters(document.letters, plainAverage, plainIDF, Weights.saturation)
                }
                return (document.number, score)
            })
    }

    private static func words(_ text: String, _ isPlain: Bool) -> [String] {
        let list = Tokenizer.tokens(of: text, limit: .max)
        return list.tokens.map { token in
            let word = list.word(token)
            return String(decoding: isPlain ? WordKey.plain(word) : WordKey.stemmed(word), as: UTF8.self)
        }
    }

    private static func letters(_ text: String) -> [String] {
        let list = Tokenizer.tokens(of: text, limit: .max)
        return list.tokens.flatMap { token in
            let letters = Array("_" + list.text(token) + "_")
            return letters.count < 4 ? [] : (0...letters.count - 4).map { String(letters[$0..<$0 + 4]) }
        }
    }
}
