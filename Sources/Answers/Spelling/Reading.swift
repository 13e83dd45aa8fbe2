/// A word that a typed one may have meant.
struct Reading: Sendable {
    var key: [UInt8]
    /// As somebody wrote it, folded.
    var text: String
    /// What a hit counts for, beside a word typed in full and right.
    var factor: Float
    /// In how many visible entries it stands.
    var count: Int
}
