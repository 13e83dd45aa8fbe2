/// What became of an import.
public enum ImportResult: String, Sendable, Codable, CaseIterable {
    /// A new version is published.
    case created
    /// This very content was published before; nothing changed.
    case unchanged
    /// The package cannot be taken; its findings say why.
    case refused
    /// It was read and compared, and waits to be published.
    case held
    /// The program could not do it; the same package may succeed later.
    case failed
}
