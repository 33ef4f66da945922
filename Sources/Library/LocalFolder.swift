import Glibc

/// The files of a folder and of the folders in it, in the order of their names, one at a time.
///
/// Hidden ones are passed over, and links to folders are not followed, so that there is no way round in circles.
struct LocalFolder {
    /// Folders that could not be read.
    private(set) var problems: [String] = []
    private var waiting: [(path: String, depth: Int)] = []

    /// Folders inside folders; deeper ones nobody made by hand.
    private static let depth = 64

    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    init(_ path: String) { open(path, depth: 0) }

    /// The next file.
    mutating func nextFile() -> String? {
        while let (path, depth) = waiting.popLast() {
            var status = stat()
            guard lstat(path, &status) == 0 else { continue }
            switch status.st_mode & S_IFMT {
            case S_IFDIR: open(path, depth: depth)
            case S_IFREG: return path
            case S_IFLNK:
                // A link to a file is that file.
                if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG { return path }
            default: break
            }
        }
        return nil
    }

    private mutating func open(_ path: String, depth: Int) {
        guard depth < LocalFolder.depth else {
            problems.append("\(path): folders are nested more than \(LocalFolder.depth) deep")
            return
        }
        guard let folder = opendir(path) else {
            problems.append("\(path): \(String(cString: strerror(errno)))")
            return
        }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            // `page_files` holds what a browser saved beside a page: its advertisements.
            if !name.hasPrefix("."), !name.hasSuffix("_files") { names.append(name) }
        }
        let base = path.hasSuffix("/") ? path : path + "/"
        waiting += names.sorted(by: >).map { (base + $0, depth + 1) }
    }
}
