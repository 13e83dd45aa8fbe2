import Testing

@testable import Answers

@Suite struct QuerySyntaxTests {
    @Test(arguments: [
        ("send me \"some information\"", ["send", "me", "\"some information\""]),
        ("„zu teuer“ heißt", ["\"zu teuer\"", "heißt"]),
        ("“too late” »zu spät« «trop tard»", ["\"too late\"", "\"zu spät\"", "\"trop tard\""]),
        ("price -discount -\"list price\"", ["price", "-discount", "-\"list price\""]),
        ("tag:price Tag:\"buying committee\" -tag:renewal", ["tag=price", "tag=\"buying committee\"", "-tag=renewal"]),
        ("course:buying deal", ["course=buying", "deal"]), ("discou*", ["discou*"]),
        ("they said\"no\"", ["they", "said", "\"no\""]),
        // What means nothing.
        ("\"unclosed quote", ["\"unclosed", "quote"]), ("6\" pipe and 8\"", ["6", "\" pipe and 8\""]),
        ("\"\" empty", ["\"\"", "empty"]),
        ("follow-up e-mail", ["follow-up", "e-mail"]), ("price - discount", ["price", "-", "discount"]),
        ("-20 % off", ["-20", "%", "off"]),
        ("http://example.com note:this tag: tag", ["http://example.com", "note:this", "tag:", "tag"]), ("*", ["*"]),
        ("   ", []),
    ])
    func `operators are read where they are meant`(text: String, pieces: [String]) {
        let told = QuerySyntax(text).pieces.map { piece in
            let field = piece.field == .tag ? "tag=" : piece.field == .course ? "course=" : ""
            let words = piece.isQuoted ? "\"\(piece.text)\"" : piece.text
            return (piece.isLeftOut ? "-" : "") + field + words + (piece.isPrefix ? "*" : "")
        }
        #expect(told == pieces)
    }

    @Test(arguments: [
        ("cafe", true), ("cafe\u{301}", true), ("cafe\u{301}\u{200D}", true), ("40", true), ("खोज्", true), ("โทร", true),
        ("cafe ", false), ("cafe\u{301} ", false), ("cafe?", false), ("\u{301}", false), ("", false),
    ])
    func `a word is open until something ends it, accents or not`(text: String, isOpen: Bool) {
        #expect(QuerySyntax(text).endsInWord == isOpen)
    }

    @Test(arguments: [
        ("course:buying price", ["Buying in", "buying-in"], true), ("course:buy", ["Buying in", "b"], true),
        ("course:\"in buying\"", ["Buying in", "b"], true), ("course:earn", ["Buying in", "b"], false),
        ("course:earn course:buying", ["Buying in", "b"], true), ("deal -course:buying", ["Buying in", "b"], false),
        ("deal -course:earn", ["Buying in", "b"], true), ("course:ÉTÉ", ["Été en selle", "x"], true),
        ("price", ["Buying in", "b"], true),
    ])
    func `a course is named by the beginnings of its words`(text: String, names: [String], isMeant: Bool) {
        #expect(QuerySyntax(text).admits(courseOf: names) == isMeant)
    }
}
