/// The largest of the numbers in a range, none of which is negative; 0 if the range is empty. Eight at a time, as whole blocks
/// of scores are passed over on its word.
func maximum(_ numbers: UnsafeBufferPointer<Float>, _ range: Range<Int>) -> Float {
    var place = range.lowerBound
    var eight = SIMD8<Float>(repeating: 0)
    if let start = numbers.baseAddress, range.count >= 8 {
        while place + 8 <= range.upperBound {
            let next = UnsafeRawPointer(start + place).loadUnaligned(as: SIMD8<Float>.self)
            eight.replace(with: next, where: next .> eight)
            place += 8
        }
    }
    // By halves, as the standard library's `max()` is a call that no optimizer sees through.
    var four = eight.lowHalf
    four.replace(with: eight.highHalf, where: eight.highHalf .> four)
    var largest = max(max(four[0], four[1]), max(four[2], four[3]))
    while place < range.upperBound {
        if numbers[place] > largest { largest = numbers[place] }
        place += 1
    }
    return largest
}
