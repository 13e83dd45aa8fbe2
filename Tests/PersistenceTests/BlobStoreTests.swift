import Foundation
import Persistence
import PersistenceFiles
import PersistenceSQLite
import TestKit
import Testing

@Suite struct BlobStoreTests {
    private func put(_ bytes: [UInt8], in store: any BlobStore) throws -> BlobDigest {
        let writer = try store.makeWriter()
        try bytes.withUnsafeBytes { try writer.write($0) }
        return try writer.finish()
    }

    @Test func `a blob is found by the SHA-256 of its bytes and read in parts`() throws {
        let folder = try TemporaryFolder()
        let store = try FileBlobStore(folder: folder.url)
        let digest = try put(Array("abc".utf8), in: store)
        #expect(digest.text == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(try store.size(of: digest) == 3)
        #expect(try store.read(digest, in: 1..<99) == Array("bc".utf8))
        #expect(try store.read(digest, in: 7..<9) == [])
        #expect(try store.all() == [digest])
    }

    @Test func `the same bytes twice are one blob`() throws {
        let folder = try TemporaryFolder()
        let store = try FileBlobStore(folder: folder.url)
        #expect(try put([1, 2], in: store) == put([1, 2], in: store))
        #expect(try store.all().count == 1)
    }

    @Test func `what was not finished is not there`() throws {
        let folder = try TemporaryFolder()
        let store = try FileBlobStore(folder: folder.url)
        do {
            let writer = try store.makeWriter()
            try [UInt8](repeating: 1, count: 10).withUnsafeBytes { try writer.write($0) }
        }
        let incoming = folder.url.appendingPathComponent("incoming").path
        #expect(try store.all() == [])
        #expect(try FileManager.default.contentsOfDirectory(atPath: incoming) == [])
    }

    @Test func `a blob that is not there is said to be damaged data`() throws {
        let folder = try TemporaryFolder()
        let store = try FileBlobStore(folder: folder.url)
        let digest = try #require(BlobDigest(String(repeating: "0", count: 64)))
        #expect(try store.contains(digest) == false)
        let error = #expect(throws: StoreError.self) { try store.read(digest, in: 0..<1) }
        #expect(error?.kind == .corrupt)
    }

    @Test func `a folder is served by one process at a time`() throws {
        let folder = try TemporaryFolder()
        let data = try DataFolder(folder.url)
        var lock = try data.lockForServing()
        #expect(lock != nil)
        #expect(try data.lockForServing() == nil)
        lock = nil
        #expect(try data.lockForServing() != nil)
    }
}
