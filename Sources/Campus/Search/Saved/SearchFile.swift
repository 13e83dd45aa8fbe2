import Answers
import Crypto
public import Foundation

/// The file in which a node keeps its index from one start to the next, so that it need not be made anew of all rows.
///
/// It is of one build of the program, one sentence encoder and one store; anything else is passed over. In it stand, one after
/// another, ``magic``, the ``Header``, the numbers of ``SearchDirectory``, the entries of the index, and the SHA-256 of all
/// that. It is written beside its place and moved there.
public struct SearchFile: Sendable {
    /// Where it is.
    public let url: URL
    /// The build of the program, which alone knows how it takes words apart.
    public let build: String

    /// - Parameter build: other for each build of the program.
    public init(_ url: URL, build: String) {
        self.url = url
        self.build = build
    }

    /// What a file is good for.
    struct Header: Equatable, Sendable {
        /// ``SearchFile/build``
        var build: String
        /// Which encoder's vectors are in it; empty: none.
        var meaning: String
        /// What the store knows this file by.
        var mark: String
        /// The number of the last change of the store that is in it.
        var reached: Int64
    }

    /// What puts a file that was written in its place.
    struct Move: Sendable {
        let from: URL
        let to: URL

        func take() throws {
            guard rename(from.path, to.path) == 0 else { throw FolderInMaking.failure(to.path) }
        }
    }

    /// Why a file is not used.
    struct Unusable: Error, CustomStringConvertible {
        let description: String
    }

    private static let magic = "cornerman search"
    /// Bytes that are collected before they are written.
    private static let buffer = 1 << 20

    /// Writes the file beside its place.
    func write(_ header: Header, _ directory: SearchDirectory, _ entries: IndexCopy) throws -> Move {
        guard !isFolder else { throw Unusable(description: Self.folderInPlace) }
        let beside = url.appendingPathExtension("new")
        try Data().write(to: beside)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: beside.path)
        let file = try FileHandle(forWritingTo: beside)
        defer { try? file.close() }
        var hash = SHA256()
        var waiting = Data()
        let writer = SavedWriter { bytes in
            hash.update(bufferPointer: bytes)
            waiting.append(contentsOf: bytes)
            guard waiting.count >= Self.buffer else { return }
            try file.write(contentsOf: waiting)
            waiting.removeAll(keepingCapacity: true)
        }
        try writer.write(Self.magic)
        for text in [header.build, header.meaning, header.mark] { try writer.write(text) }
        try writer.write(Int(header.reached))
        try directory.save(writer)
        try entries.save(writer)
        waiting.append(contentsOf: hash.finalize())
        try file.write(contentsOf: waiting)
        return Move(from: beside, to: url)
    }

    /// Reads the file if there is one.
    /// - Parameters:
    ///   - isGood: whether it is what is wanted; asked before the rest is read.
    ///   - index: takes its entries.
    /// - Returns: the numbers; nil where there is no file.
    /// - Throws: ``Unusable``; then nothing has changed.
    func read(
        into index: AnswerIndex, where isGood: (Header) throws -> Bool
    ) throws -> (Header, SearchDirectory)? {
        try reading { header, reader, isWhole in
            guard try isGood(header) else {
                throw Unusable(description: "it is of another build, encoder or store")
            }
            guard isWhole() else { throw Unusable(description: Self.damaged) }
            let directory = try SearchDirectory(&reader)
            try index.load(&reader)
            return (header, directory)
        }
    }

    /// Looks at the file, whatever build it is of.
    /// - Returns: its header; nil where there is no file.
    /// - Throws: ``Unusable``
    func check() throws -> Header? {
        try reading { header, _, isWhole in
            guard isWhole() else { throw Unusable(description: Self.damaged) }
            return header
        }
    }

    private static let damaged = "it was damaged"
    private static let folderInPlace = "a folder stands in its place: remove that"

    private var isFolder: Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) && isFolder.boolValue
    }

    /// - Parameter body: gets the header, what comes behind it, and what tells whether all of it is as it was written.
    private func reading<Value>(
        _ body: (Header, inout SavedReader, _ isWhole: () -> Bool) throws -> Value
    ) throws -> Value? {
        guard FileManager.default.fileExists(atPath: url.path) else { return nil }
        guard !isFolder else { throw Unusable(description: Self.folderInPlace) }
        let data: Data
        do {
            data = try Data(contentsOf: url, options: .alwaysMapped)
        } catch {
            throw Unusable(description: "it cannot be read")
        }
        return try data.withUnsafeBytes { bytes in
            let end = bytes.count - SHA256.byteCount
            guard end > 0 else { throw Unusable(description: "\(SavedIndexError.cut)") }
            let written = UnsafeRawBufferPointer(rebasing: bytes[..<end])
            var reader = SavedReader(written)
            do {
                guard try reader.text() == Self.magic else { throw Unusable(description: "it is no saved index") }
                let header = Header(
                    build: try reader.text(), meaning: try reader.text(), mark: try reader.text(),
                    reached: Int64(try reader.number()))
                return try body(header, &reader) {
                    var hash = SHA256()
                    hash.update(bufferPointer: written)
                    return hash.finalize().elementsEqual(bytes[end...])
                }
            } catch let error as SavedIndexError {
                throw Unusable(description: "\(error)")
            }
        }
    }
}
