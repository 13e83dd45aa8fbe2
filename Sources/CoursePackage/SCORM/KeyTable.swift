/// Keys that a course has, found again without being kept twice: it holds numbers, and whoever uses it knows the keys that
/// the numbers stand for. Four bytes a key.
struct KeyTable {
    /// Numbers from 1; 0 is a free place.
    private var places: [UInt32] = []
    private var count = 0

    /// The number of the key, or nil.
    func number(of key: String, keyOf: (Int) -> String) -> Int? {
        guard !places.isEmpty else { return nil }
        var place = Self.place(key, in: places.count)
        while places[place] != 0 {
            let number = Int(places[place]) - 1
            if keyOf(number) == key { return number }
            place = place + 1 == places.count ? 0 : place + 1
        }
        return nil
    }

    /// Adds a key unless it is there; says whether it was not.
    mutating func add(_ key: String, number: Int, keyOf: (Int) -> String) -> Bool {
        if (count + 1) * 5 > places.count * 4 { grow(keyOf) }
        var place = Self.place(key, in: places.count)
        while places[place] != 0 {
            if keyOf(Int(places[place]) - 1) == key { return false }
            place = place + 1 == places.count ? 0 : place + 1
        }
        places[place] = UInt32(number + 1)
        count += 1
        return true
    }

    private mutating func grow(_ keyOf: (Int) -> String) {
        let old = places
        places = [UInt32](repeating: 0, count: max(64, old.count / 2 * 3))
        for held in old where held != 0 {
            var place = Self.place(keyOf(Int(held) - 1), in: places.count)
            while places[place] != 0 { place = place + 1 == places.count ? 0 : place + 1 }
            places[place] = held
        }
    }

    private static func place(_ key: String, in count: Int) -> Int {
        Int(NameHash.of(key).multipliedFullWidth(by: UInt64(count)).high)
    }
}
