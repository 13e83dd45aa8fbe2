/// Several values in one field, with `|` between them. A `|` that belongs to a value is written `\|`, and a backslash that
/// stands before one twice; every other backslash stands for itself.
public enum CSVList {
    public static func join(_ values: [String]) -> String {
        var field = ""
        for (index, value) in values.enumerated() {
            var backslashes = 0
            for character in value.unicodeScalars {
                if character == "|" { field += String(repeating: "\\", count: backslashes + 1) }
                backslashes = character == "\\" ? backslashes + 1 : 0
                field.unicodeScalars.append(character)
            }
            if index < values.count - 1 { field += String(repeating: "\\", count: backslashes) + "|" }
        }
        return field
    }

    /// The values without outer space; empty ones are passed over.
    static func split(_ field: String) -> [String] {
        var values: [String] = []
        var value = String.UnicodeScalarView()
        var backslashes = 0
        for character in field.unicodeScalars {
            guard character == "|" else {
                backslashes = character == "\\" ? backslashes + 1 : 0
                value.append(character)
                continue
            }
            value.removeLast((backslashes + 1) / 2)
            if backslashes % 2 == 1 {
                value.append(character)
            } else {
                values.append(String(value))
                value = String.UnicodeScalarView()
            }
            backslashes = 0
        }
        values.append(String(value))
        return values.map(\.trimmed).filter { !$0.isEmpty }
    }
}
