import Packing

/// How bodies are packed on their way (RFC 9110 §8.4).
///
/// Only what can be unpacked *and found complete* is offered: libcurl takes a gzip or brotli body that was
/// cut in the middle for a whole one (7.88), and the articles behind the cut would be lost until the feed
/// changes again.
enum ContentCoding {
    /// The value of `Accept-Encoding`.
    static let offered = "gzip, deflate"

    /// The body as it was before it was packed; gzip is recognised even where the header does not say so.
    static func unpack(_ response: FetchResponse) throws(FetchFailure.Kind) -> [UInt8] {
        let body = response.body
        let coding = response.headers.joined("content-encoding")?.lowercased() ?? ""
        do throws(PackingError) {
            if Packing.isGzip(body) { return try Packing.gunzip(body, limit: Limits.unpackedBytes) }
            if coding == "deflate", !body.isEmpty {
                return try Packing.unpack(withoutEnvelope(body), limit: Limits.unpackedBytes)
            }
        } catch .tooLarge(let limit) {
            throw .tooLarge("unpacked body", limit: limit)
        } catch {
            throw .broken("it was cut or changed on its way")
        }
        // Some servers name a coding and send the plain body; what is no gzip cannot be a cut gzip.
        guard ["", "identity", "none", "gzip", "x-gzip", "deflate", "utf-8"].contains(coding) else {
            throw .broken("it is packed in a way that was not offered")
        }
        return body
    }

    /// “deflate” is DEFLATE in a zlib envelope (RFC 1950), but some servers leave the envelope out.
    private static func withoutEnvelope(_ body: [UInt8]) -> [UInt8] {
        guard body.count > 2, body[0] & 0x0F == 8, body[0] >> 4 <= 7, body[1] & 0x20 == 0,
            (Int(body[0]) << 8 | Int(body[1])) % 31 == 0
        else { return body }
        return Array(body[2...])
    }
}
