import XML

/// Cuts the document into pieces for the reader: the root and each module by their start tags, all else whole.
final class CurriculumHandler: XMLContentHandler {
    private let reader: CurriculumReader
    private var open: [CurriculumElement] = []
    private var texts: [[UInt8]] = []

    init(_ reader: CurriculumReader) {
        self.reader = reader
    }

    func start(_ element: borrowing XMLElement) {
        let made = CurriculumElement(element)
        switch (open.count, made.kind) {
        case (0, _): reader.begin(made)
        case (1, "module"): reader.beginModule(made)
        case (1, "answers"): reader.beginAnswers(made)
        default: break
        }
        open.append(made)
        texts.append([])
    }

    func end(_ name: XMLName) {
        guard var element = open.popLast(), let text = texts.popLast() else { return }
        element.isCut = text.count > CurriculumElement.textLimit
        // Cutting may split a character; decoding puts a replacement in its place.
        element.text = String(decoding: text.prefix(CurriculumElement.textLimit), as: UTF8.self)
        switch (open.count, open.last?.kind, element.kind) {
        case (0, _, _): reader.end(element)
        case (1, _, "module"): reader.endModule(element)
        case (1, _, "answers"): reader.endAnswers(element)
        case (1, _, _): reader.part(element)
        case (2, "module", _): reader.partOfModule(element)
        case (2, "answers", _): reader.partOfAnswers(element)
        default: open[open.count - 1].children.append(element)
        }
    }

    func text(_ bytes: Span<UInt8>) {
        guard let last = texts.indices.last, texts[last].count <= CurriculumElement.textLimit else { return }
        bytes.withUnsafeBufferPointer { texts[last].append(contentsOf: $0) }
    }
}
