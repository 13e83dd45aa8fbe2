/// How long something takes, in seconds.
public func seconds(_ body: () async throws -> Void) async rethrows -> Double {
    let start = ContinuousClock.now
    try await body()
    return start.duration(to: .now) / .seconds(1)
}

extension [Double] {
    /// The one in the middle; of two the later.
    public var median: Double { sorted()[count / 2] }
}
