extension Postings {
    /// The highest code of some places.
    func highestCode(in places: Range<Int>) -> UInt8 {
        codes.withUnsafeBufferPointer { codes in
            peaks.withUnsafeBufferPointer { peaks in
                let first = (places.lowerBound + Self.block - 1) / Self.block
                let last = places.upperBound / Self.block
                guard first < last else { return Self.highest(codes, places) }
                return max(
                    Self.highest(peaks, first..<last), Self.highest(codes, places.lowerBound..<first * Self.block),
                    Self.highest(codes, last * Self.block..<places.upperBound))
            }
        }
    }

    /// The highest of some codes. Plain, so that the compiler compares many at a time.
    static func highest(_ codes: UnsafeBufferPointer<UInt8>, _ places: Range<Int>) -> UInt8 {
        guard let start = codes.baseAddress else { return 0 }
        var highest: UInt8 = 0
        for place in places { highest = start[place] > highest ? start[place] : highest }
        return highest
    }
}
