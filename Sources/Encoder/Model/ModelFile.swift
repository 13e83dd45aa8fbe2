import Crypto
import Foundation

/// The one file that a model consists of: a header with a digest, and what the digest vouches for.
///
/// All numbers are little-endian: eight bytes `CRNRMODL`, the version (32 bits), the length of the rest after the header
/// (64 bits), its SHA-256, the rest.
enum ModelFile {
    static let version: UInt32 = 1
    static let magic = Array("CRNRMODL".utf8)
    static let headerLength = 8 + 4 + 8 + 32
    /// The largest file that is read, in bytes.
    static let most = 1 << 30

    /// The header's digest, and the bytes that it vouches for.
    static func read(_ url: URL) throws(EncoderError) -> (digest: [UInt8], body: ArraySlice<UInt8>) {
        let data: Data
        do {
            let size = try url.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
            guard size <= most else { throw EncoderError.notAModel }
            data = try Data(contentsOf: url)
        } catch let error as EncoderError {
            throw error
        } catch {
            throw .unreadable(error.localizedDescription)
        }
        return try body(of: [UInt8](data))
    }

    static func body(of bytes: [UInt8]) throws(EncoderError) -> (digest: [UInt8], body: ArraySlice<UInt8>) {
        guard bytes.starts(with: magic) else { throw .notAModel }
        guard bytes.count >= headerLength else {
            throw .wrongLength(expected: UInt64(headerLength), found: UInt64(bytes.count))
        }
        let found = UInt32(littleEndian: number(bytes[8..<12]))
        guard found == version else { throw .otherVersion(found) }
        let length = UInt64(littleEndian: number(bytes[12..<20]))
        let (expected, isTooLong) = length.addingReportingOverflow(UInt64(headerLength))
        guard !isTooLong, expected == UInt64(bytes.count) else {
            throw .wrongLength(expected: isTooLong ? .max : expected, found: UInt64(bytes.count))
        }
        let body = bytes[headerLength...]
        let digest = Array(bytes[20..<headerLength])
        guard SHA256.hash(data: body).elementsEqual(digest) else { throw .damaged }
        return (digest, body)
    }

    /// The bytes as a number of the machine's own order.
    static func number<Number: FixedWidthInteger>(_ bytes: ArraySlice<UInt8>) -> Number {
        bytes.reversed().reduce(0) { $0 << 8 | Number($1) }.littleEndian
    }
}
