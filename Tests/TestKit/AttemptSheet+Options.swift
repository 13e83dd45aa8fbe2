public import Campus
import Learning

extension AttemptSheet {
    /// The key under which this attempt has an option; none where no option reads so.
    public func key(of option: String, in question: String = "q1") -> [String] {
        questions.filter { $0.key == question }.flatMap(\.options).filter { $0.text.markdown == option }.map(\.key)
    }
}
