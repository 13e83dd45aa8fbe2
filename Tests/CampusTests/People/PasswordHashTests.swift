import Foundation
import Testing

@testable import Campus

@Suite struct PasswordHashTests {
    private static let cheap = PasswordHash.Cost(ln: 4, r: 1, p: 1)

    @Test func `a password is found right and any other wrong`() throws {
        let kept = try PasswordHash("correct horse battery", cost: Self.cheap).text
        let read = try #require(PasswordHash(kept))
        #expect(try read.matches("correct horse battery"))
        #expect(try !read.matches("correct horse batterz"))
        #expect(try !read.matches(""))
    }

    @Test func `the same password twice is kept as two texts`() throws {
        let (one, two) = (
            try PasswordHash("correct horse battery", cost: Self.cheap).text,
            try PasswordHash("correct horse battery", cost: Self.cheap).text
        )
        #expect(one != two)
        #expect(one.hasPrefix("$scrypt$ln=4,r=1,p=1$"))
    }

    @Test func `composed and decomposed letters are one password`() throws {
        let kept = try PasswordHash("caf\u{E9} con leche", cost: Self.cheap)
        #expect(try kept.matches("cafe\u{301} con leche"))
    }

    @Test func `scrypt is the one of RFC 7914`() throws {
        // §12, the third vector: "pleaseletmein", "SodiumChloride", N 16384, r 8, p 1.
        let salt = Data("SodiumChloride".utf8).base64EncodedString().replacingOccurrences(of: "=", with: "")
        let key = """
            7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2
            d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887
            """
        let bytes = key.filter { $0 != "\n" }.split(every: 2).compactMap { UInt8($0, radix: 16) }
        let text = Data(bytes).base64EncodedString().replacingOccurrences(of: "=", with: "")
        let kept = try #require(PasswordHash("$scrypt$ln=14,r=8,p=1$\(salt)$\(text)"))
        #expect(try kept.matches("pleaseletmein"))
    }

    @Test(arguments: [
        "", "plain", "$scrypt$ln=15,r=8$AAAA$AAAA", "$scrypt$ln=99,r=8,p=1$AAAA$AAAA",
        "$scrypt$ln=15,r=0,p=1$AAAA$AAAA",
        "$argon2id$v=19$m=1,t=1,p=1$AAAA$AAAA",
    ])
    func `what is no hash of ours is not read`(text: String) {
        #expect(PasswordHash(text) == nil)
    }

    @Test func `without a hash to compare, a password is wrong`() async throws {
        let hasher = PasswordHasher(.cheap)
        #expect(try await !hasher.matches("correct horse battery", nil))
        #expect(try await hasher.matches("correct horse battery", try await hasher.hash("correct horse battery")))
    }
}

extension String {
    fileprivate func split(every length: Int) -> [Substring] {
        var (rest, parts) = (self[...], [Substring]())
        while !rest.isEmpty {
            parts.append(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        return parts
    }
}
