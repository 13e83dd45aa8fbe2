/// Names of fields as the API writes them.
enum SnakeCase {
    /// `courseTitle` becomes `course_title`, `personID` `person_id`, `htmlURLText` `html_url_text`.
    static func of(_ name: String) -> String {
        let letters = Array(name)
        var result = ""
        for (index, letter) in letters.enumerated() {
            guard letter.isUppercase else {
                result.append(letter)
                continue
            }
            let previous = index > 0 ? letters[index - 1] : "_"
            let next = index + 1 < letters.count ? letters[index + 1] : "_"
            // A word begins at a capital after a small letter, and at the last capital of a run when a small letter follows.
            let begins = !previous.isUppercase || (next.isLetter && !next.isUppercase)
            if begins, previous != "_", index > 0 { result.append("_") }
            result.append(contentsOf: letter.lowercased())
        }
        return result
    }
}
