import Glibc
import News
import Packing

/// Thumbnails on the disk, so that a picture is asked for and decoded once: a bounded number, the oldest go first.
///
/// Nothing is lost with it. The archive keeps the pictures' addresses and alternative texts; a cache may vanish at any
/// time, so no failure here is told of.
public struct PictureCache: Sendable {
    private let folder: String

    /// A cache in a folder, which is made when something is kept.
    public init(folder: String) { self.folder = folder }

    /// The thumbnail that was made of the picture at an address.
    public func thumbnail(of address: WebAddress) -> Thumbnail? {
        guard let packed = PictureCache.read(path(of: address)),
            let bytes = try? Packing.unpack(packed, limit: Limits.answerBytes + Limits.addressBytes)
        else { return nil }
        // The name is a digest; the address inside says whose picture it is.
        let name = Array(address.text.utf8) + [0]
        return bytes.starts(with: name) ? ThumbnailFile.thumbnail(in: Array(bytes[name.count...])) : nil
    }

    /// Keeps a thumbnail.
    public func keep(_ thumbnail: Thumbnail, of address: WebAddress) {
        makeFolder()
        let bytes = Packing.pack(Array(address.text.utf8) + [0] + ThumbnailFile.bytes(of: thumbnail))
        let path = path(of: address)
        let draft = path + ".\(getpid())"
        let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { return }
        let written = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
        close(file)
        guard written == bytes.count, rename(draft, path) == 0 else {
            unlink(draft)
            return
        }
        discardOldest()
    }

    private func path(of address: WebAddress) -> String {
        let digest = UInt64(bitPattern: Fingerprint.of("picture", address.text))
        return folder + "/" + String(digest, radix: 16)
    }

    /// Every folder on the way, for this person only.
    private func makeFolder() {
        var path = ""
        for part in folder.split(separator: "/", omittingEmptySubsequences: false) {
            path += part
            if !path.isEmpty { mkdir(path, 0o700) }
            path += "/"
        }
    }

    private func discardOldest() {
        guard let stream = opendir(folder) else { return }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        closedir(stream)
        guard names.count > Limits.keptPictures else { return }
        let dated = names.map { name in
            var status = stat()
            stat(folder + "/" + name, &status)
            return (path: folder + "/" + name, moment: status.st_mtim.tv_sec)
        }
        for old in dated.sorted(by: { $0.moment < $1.moment }).prefix(Limits.discarded) { unlink(old.path) }
    }

    private static func read(_ path: String) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 64 << 10)
        while bytes.count <= Limits.answerBytes * 2 {
            let count = Glibc.read(file, &piece, piece.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return count == 0 ? bytes : nil }
            bytes += piece.prefix(count)
        }
        return nil
    }
}
