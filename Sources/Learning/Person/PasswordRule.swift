/// What a password must be. Length is what makes one strong; no kinds of characters are asked for.
public enum PasswordRule {
    public static let length = 10...1000

    /// - Parameter pointer: where in the request it stands.
    /// - Throws: ``Refusal`` of kind `invalid`.
    public static func check(_ password: String, at pointer: String = "/password") throws(Refusal) {
        if password.count < length.lowerBound {
            throw .invalid(
                pointer, "too-short",
                "A password has at least \(length.lowerBound) characters: a few words in a row are easy to remember.")
        }
        if password.count > length.upperBound {
            throw .invalid(pointer, "too-long", "A password has at most \(length.upperBound) characters.")
        }
        if Set(password).count < 4 {
            throw .invalid(pointer, "too-simple", "A password of the same few characters is the first to be guessed.")
        }
    }
}
