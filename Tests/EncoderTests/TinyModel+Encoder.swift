import TestKit

@testable import Encoder

extension TinyModel {
    func encoder() throws -> SentenceEncoder {
        let (digest, body) = try ModelFile.body(of: file)
        return try SentenceEncoder(digest: digest, body: body)
    }
}
