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
        var newColumn = column
        var newLine = line
        let passed = unsafe UnsafeBufferPointer(start: base + from, count: upTo - from).span
        for index in passed.indices {
            let byte = passed[index]
            if byte == 0x0A {
                newLine += 1
                newColumn = 1
            } else if byte & 0xC0 != 0x80 {
                newColumn += 1
            }
        }
        (line, column) = (newLine, newColumn)
        offset += upTo - from
    }
}
