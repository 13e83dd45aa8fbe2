import Crypto
import CryptoExtras
import Foundation

/// A password as it is kept: scrypt (RFC 7914) with its cost and salt beside it, in the form that other programs know
/// (PHC string format): `$scrypt$ln=15,r=8,p=3$<salt>$<hash>`, base64 without padding.
struct PasswordHash: Sendable {
    /// What one hash costs: 128 · 2^ln · r bytes of memory, p times over.
    struct Cost: Hashable, Sendable {
        var ln: Int
        var r: Int
        var p: Int

        /// One of the equal settings of OWASP's Password Storage Cheat Sheet: 32 MiB, three times over.
        static let standard = Cost(ln: 15, r: 8, p: 3)
    }

    private static let saltLength = 16
    private static let keyLength = 32

    let cost: Cost
    let salt: Data
    let key: SymmetricKey

    /// Hashes a password with new salt. Blocks for a good while: never on the cooperative pool.
    init(_ password: String, cost: Cost) throws {
        var random = SystemRandomNumberGenerator()
        let salt = Data((0..<Self.saltLength).map { _ in UInt8.random(in: .min ... .max, using: &random) })
        self.init(
            cost: cost, salt: salt, key: try Self.derive(password, salt: salt, cost: cost, length: Self.keyLength))
    }

    /// Reads what is kept; nil when it is no such text.
    init?(_ text: String) {
        guard
            let match = text.wholeMatch(
                of: /\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+\/]+)\$([A-Za-z0-9+\/]+)/),
            let ln = Int(match.1), let r = Int(match.2), let p = Int(match.3), (1...20).contains(ln), r > 0, p > 0,
            let salt = Self.data(match.4), let key = Self.data(match.5), !salt.isEmpty, !key.isEmpty
        else { return nil }
        self.init(cost: Cost(ln: ln, r: r, p: p), salt: salt, key: SymmetricKey(data: key))
    }

    private init(cost: Cost, salt: Data, key: SymmetricKey) {
        self.cost = cost
        self.salt = salt
        self.key = key
    }

    /// As it is kept.
    var text: String {
        let bytes = key.withUnsafeBytes { Data($0) }
        return "$scrypt$ln=\(cost.ln),r=\(cost.r),p=\(cost.p)$\(Self.text(salt))$\(Self.text(bytes))"
    }

    /// Whether this is the password, compared in constant time. Blocks as long as hashing does.
    func matches(_ password: String) throws -> Bool {
        try Self.derive(password, salt: salt, cost: cost, length: key.bitCount / 8) == key
    }

    private static func derive(_ password: String, salt: Data, cost: Cost, length: Int) throws -> SymmetricKey {
        // The same characters typed on another keyboard are the same password (NIST SP 800-63B §3.1.1.2).
        let bytes = Data(password.precomposedStringWithCompatibilityMapping.utf8)
        return try KDF.Scrypt.deriveKey(
            from: bytes.isEmpty ? Data([0]) : bytes, salt: salt, outputByteCount: length, rounds: 1 << cost.ln,
            blockSize: cost.r, parallelism: cost.p)
    }

    private static func text(_ data: Data) -> String {
        data.base64EncodedString().replacingOccurrences(of: "=", with: "")
    }

    private static func data(_ text: Substring) -> Data? {
        Data(base64Encoded: text + String(repeating: "=", count: (4 - text.utf8.count % 4) % 4))
    }
}
