/// How words of a language are brought to a common form.
enum WordForm: Sendable, Hashable {
    /// English: words are stemmed.
    case stemmed
    /// Any other language: words stay as they are written, folded; trigrams do what a stemmer would.
    case plain

    /// The form for a BCP 47 tag. Nothing, or what is not a tag, is not English.
    init(language: String) {
        let primary = language.prefix { $0 != "-" && $0 != "_" }.lowercased()
        self = primary == "en" || primary == "eng" ? .stemmed : .plain
    }
}
