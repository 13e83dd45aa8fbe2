import CLibXML2

/// Counts lines and characters along the parser's input.
///
/// libxml2's own column counts bytes in some places and characters in others, so the bytes that it went through are
/// counted here, each once. They are still in its buffer when they are asked for: it throws away what it has read only
/// at the beginning of a chunk, and the tally is brought forward at the end of each.
struct XMLTally {
    /// Bytes of the document in UTF-8 that were counted.
    private var offset = 0
    private var line = 1
    private var column = 1

    var position: XMLPosition { XMLPosition(line: line, column: column) }

    /// Takes libxml2's own word for where it stands: after the XML declaration, in which the encoding may change and the
    /// buffer with it.
    mutating func restart(_ input: xmlParserInputPtr) {
        offset = unsafe Int(input.pointee.consumed) + (input.pointee.cur - input.pointee.base)
        line = unsafe Int(input.pointee.line)
        column = unsafe Int(input.pointee.col)
    }

    /// Counts up to `end`, an address in the input's buffer that is not before the one of the last call.
    @unsafe
    mutating func advance(_ input: xmlParserInputPtr, to end: UnsafePointer<xmlChar>) {
        guard let base = unsafe input.pointee.base else { return }
        let from = unsafe offset - Int(input.pointee.consumed)
        let upTo = unsafe end - base
        guard from >= 0, upTo > from else { return }
        // Ends of lines are counted, then the characters behind the last of them: loops without branches go through many
        // bytes at a time, and every byte of a document comes by here.
        let passed = unsafe UnsafeBufferPointer(start: base + from, count: upTo - from)
        var ends = 0
        for index in 0..<passed.count { ends &+= unsafe passed[index] == 0x0A ? 1 : 0 }
        var begin = 0
        if ends > 0 {
            begin = passed.count
            while unsafe passed[begin - 1] != 0x0A { begin -= 1 }
            line += ends
            column = 1
        }
        var characters = 0
        for index in begin..<passed.count { characters &+= unsafe passed[index] & 0xC0 != 0x80 ? 1 : 0 }
        column += characters
        offset += upTo - from
    }
}
