/// What the codes of a query's lists give, in whole numbers that are no less: two bytes are half of what has to be read and written.
struct ScoreBounds {
    /// What all lists together give at most.
    private static let most: Float = 30_000
    /// So many numbers can be rounded up before a sum may be too large for two bytes.
    private static let lists = 2_000
    private static let codes = 256
    /// Sums of floating-point numbers in another order are a little different.
    private static let slack: Float = 1 - 1 / 4_096

    private let scale: Float
    /// For each list, what each code gives.
    private let numbers: [Int16]

    /// Nil where there is nothing to add up, or too much.
    init?(_ scan: SegmentScan) {
        let sum = scan.lists.reduce(0) { $0 + $1.weight * scan.sources[$1.source].shares.most }
        guard sum > 1e-6, sum.isFinite, scan.lists.count <= Self.lists else { return nil }
        let scale = Self.most / sum
        self.scale = scale
        numbers = scan.lists.flatMap { list in
            let shares = scan.sources[list.source].shares
            // What stands apart gives as much as anything may.
            return (shares.byCode.dropLast() + [shares.most]).map { Self.number(notBelow: $0 * list.weight * scale) }
        }
    }

    private static func number(notBelow amount: Float) -> Int16 { Int16(amount.rounded(.up)) }

    /// A score's number, or a little less.
    func number(notAbove score: Float) -> Int { Int(score * scale * Self.slack) }

    /// What a number stands for, or a little more.
    func score(notBelow number: Int) -> Float { Float(number) / scale / Self.slack }

    /// The most that a list gives to a unit of a window.
    /// - Parameter window: the scan at that window.
    func most(of list: Int, in window: SegmentScan) -> Int {
        let (list, shares) = (window.lists[list], window.sources[window.lists[list].source].shares)
        let code = window.highestCode(of: list)
        return Int(Self.number(notBelow: shares.bounds[Int(code)] * list.weight * scale))
    }

    /// What a list gives with a code.
    func number(of list: Int, code: UInt8) -> Int { Int(numbers[list * Self.codes + Int(code)]) }

    /// Adds what a list gives to the units of a window.
    /// - Parameter window: the scan at that window.
    func add(_ index: Int, in window: SegmentScan, to sums: UnsafeMutableBufferPointer<Int16>) {
        let list = window.lists[index]
        let postings = window.sources[list.source].postings
        postings.lows.withUnsafeBufferPointer { lows in
            postings.codes.withUnsafeBufferPointer { codes in
                numbers.withUnsafeBufferPointer { numbers in
                    guard let lows = lows.baseAddress, let codes = codes.baseAddress,
                        let numbers = numbers.baseAddress, let sums = sums.baseAddress
                    else { return }
                    let table = numbers + index * Self.codes
                    for piece in window.pieces[list.pieces] {
                        let sums = sums + piece.offset
                        for place in piece.places { sums[Int(lows[place])] &+= table[Int(codes[place])] }
                    }
                }
            }
        }
    }
}
