/// Names of fields as the API writes them.
enum SnakeCase {
    /// `courseTitle` becomes `course_title`, `personID` `person_id`, `htmlURLText` `html_url_text`.
    /// - Parameter name: of a Swift declaration of ours, thus ASCII; every other letter stays as it is.
    static func of(_ name: String) -> String {
        let letters = Array(name.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(letters.count + 4)
        for (index, letter) in letters.enumerated() {
            guard isCapital(letter) else {
                result.append(letter)
                continue
            }
            // A word begins at a capital after a small letter, and at the last capital of a run when a small letter follows.
            if index > 0, letters[index - 1] != UInt8(ascii: "_") {
                let isBeforeSmall = index + 1 < letters.count && isSmall(letters[index + 1])
                if !isCapital(letters[index - 1]) || isBeforeSmall { result.append(UInt8(ascii: "_")) }
            }
            result.append(letter | 0x20)
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func isCapital(_ letter: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(letter) }
    private static func isSmall(_ letter: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter) }
}
