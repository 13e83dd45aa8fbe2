/// Names and a number for each, found by 64 bits of their seeded hash alone: no two of a million names have the same but
/// once in 30 million manifests, and nobody can choose them so. Twelve bytes a name.
struct ReferenceTable {
    private var hashes: [UInt64] = []
    private var numbers: [UInt32] = []
    private(set) var count = 0

    /// The name's number; nil when it has none.
    subscript(_ name: String) -> Int? {
        guard !hashes.isEmpty else { return nil }
        let hash = Self.hash(name)
        let place = place(of: hash)
        return hashes[place] == hash ? Int(numbers[place]) : nil
    }

    /// Gives the name a number, or another one where `replacing`; the number that it had before.
    mutating func update(_ name: String, to number: Int, replacing: Bool) -> Int? {
        if (count + 1) * 5 > hashes.count * 4 { grow() }
        let hash = Self.hash(name)
        let place = place(of: hash)
        if hashes[place] == hash {
            let before = Int(numbers[place])
            if replacing { numbers[place] = UInt32(number) }
            return before
        }
        count += 1
        hashes[place] = hash
        numbers[place] = UInt32(number)
        return nil
    }

    /// All numbers, in no order.
    func forEach(_ body: (Int) -> Void) {
        for place in hashes.indices where hashes[place] != 0 { body(Int(numbers[place])) }
    }

    private mutating func grow() {
        let (oldHashes, oldNumbers) = (hashes, numbers)
        let size = max(64, oldHashes.count / 2 * 3)
        hashes = [UInt64](repeating: 0, count: size)
        numbers = [UInt32](repeating: 0, count: size)
        for place in oldHashes.indices where oldHashes[place] != 0 {
            let free = self.place(of: oldHashes[place])
            hashes[free] = oldHashes[place]
            numbers[free] = oldNumbers[place]
        }
    }

    /// Where the hash stands, or the free place where it would.
    private func place(of hash: UInt64) -> Int {
        var place = Int(hash.multipliedFullWidth(by: UInt64(hashes.count)).high)
        while hashes[place] != 0, hashes[place] != hash { place = place + 1 == hashes.count ? 0 : place + 1 }
        return place
    }

    /// Never 0, which is a free place.
    static func hash(_ name: String) -> UInt64 { max(1, NameHash.of(name)) }
}
