/// What search on this node knows of what texts mean: a sentence encoder, or none, and then why.
public struct SearchMeaning: Sendable {
    /// Why search goes by words alone although there should be an encoder, a sentence or two; nil otherwise.
    public let problem: String?
    /// Other for each encoder, whose directions cannot be compared with those of another; empty where there is none.
    let name: String
    let encode: (@Sendable (String) -> [Float]?)?

    /// Search goes by words alone, as nobody wants anything else.
    public static let none = SearchMeaning(problem: nil, name: "", encode: nil)

    /// - Parameters:
    ///   - name: other for each encoder.
    ///   - encode: a text's direction, in some hundred numbers; nil for a text that says nothing. May take a while.
    public init(_ name: String, encode: @escaping @Sendable (String) -> [Float]?) {
        self.init(problem: nil, name: name, encode: encode)
    }

    /// Search goes by words alone, as an encoder that there should be cannot be used.
    public init(problem: String) {
        self.init(problem: problem, name: "", encode: nil)
    }

    private init(problem: String?, name: String, encode: (@Sendable (String) -> [Float]?)?) {
        self.problem = problem
        self.name = name
        self.encode = encode
    }

    /// Whether search also goes by what is meant.
    public var isUsed: Bool { encode != nil }
}
