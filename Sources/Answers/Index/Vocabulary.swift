/// Keys of bytes, numbered from 0 in the order they came. Open addressing over one array of bytes: no allocation a key.
struct Vocabulary: Sendable {
    /// The bytes of all keys, one after another.
    private(set) var bytes: [UInt8] = []
    /// Where each key begins, and where the last ends.
    private(set) var starts: [UInt32] = [0]
    /// Key numbers plus one, 0 where free; a power of two long.
    private var table: [UInt32] = Array(repeating: 0, count: 16)

    init() {}

    /// How many keys there are.
    var count: Int { starts.count - 1 }

    /// The bytes of a key.
    func key(_ number: Int) -> ArraySlice<UInt8> {
        bytes[Int(starts[number])..<Int(starts[number + 1])]
    }

    /// The number of a key; nil if it is not there.
    func number(of key: some Collection<UInt8>) -> Int? {
        let found = table[place(of: key)]
        return found == 0 ? nil : Int(found) - 1
    }

    /// The number of a key, which is added if it is new.
    mutating func insert(_ key: some Collection<UInt8>) -> Int {
        let place = place(of: key)
        if table[place] != 0 { return Int(table[place]) - 1 }
        bytes.append(contentsOf: key)
        starts.append(UInt32(bytes.count))
        table[place] = UInt32(count)
        if count * 2 > table.count { grow() }
        return count - 1
    }

    private mutating func grow() {
        let size = table.count * 4
        table = Array(repeating: 0, count: size)
        for number in 0..<count { table[place(of: key(number))] = UInt32(number + 1) }
    }

    /// Where the key is in the table, or the free place where it would be.
    private func place(of key: some Collection<UInt8>) -> Int {
        let mask = table.count - 1
        var place = Int(truncatingIfNeeded: Self.hash(key)) & mask
        while table[place] != 0, !self.key(Int(table[place]) - 1).elementsEqual(key) { place = (place + 1) & mask }
        return place
    }

    /// FNV-1a, with its high bits folded in, as the table looks at the low ones.
    private static func hash(_ key: some Collection<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in key { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        return hash ^ (hash >> 29)
    }
}
