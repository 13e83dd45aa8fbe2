import Learning

extension Scale {
    static let schema = Schema.object(["key": .string, "from": .integer, "to": .integer, "prompt": .string])
}

extension WordsPrompt {
    static let schema = Schema.object(["key": .string, "prompt": .string])
}
