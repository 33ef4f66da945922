import Foundation
import Testing

/// Dependencies point one way: reads every `import` in `Sources` and compares it with the plan.
///
/// The plan is that of Documentation/Architecture.md; what a target may import is changed there and here together.
@Suite struct ImportTests {
    static let plan: [String: Set<String>] = [
        "News": [],
        "Markup": [],
        "Feeds": ["News", "Markup"],
        "Pages": ["News", "Markup"],
        "Related": ["News"],
        "Packing": ["CZlib", "CZstd"],
        "Interchange": ["News", "Markup", "Feeds", "Pages", "Packing"],
        "Fetching": ["News", "Packing", "CCurl"],
        "Processes": [],
        "Pictures": ["News", "Packing", "Processes", "CPixbuf"],
        "Archive": ["News", "Related", "Packing", "GRDB"],
        "Library": [
            "News", "Feeds", "Pages", "Related", "Fetching", "Packing", "Processes", "Pictures",
            "Interchange", "Archive",
        ],
        "Canvas": [],
        "Typesetting": ["News", "Canvas"],
        "Screen": ["News", "Canvas", "Typesetting", "Library"],
        "Configuration": ["Canvas", "Library", "Screen", "TOMLKit"],
        "Terminal": ["Canvas", "CNcurses"],
        "tidings": [
            "News", "Markup", "Feeds", "Pages", "Processes", "Pictures", "Archive", "Library", "Canvas",
            "Typesetting", "Screen", "Terminal", "Configuration", "ArgumentParser",
        ],
    ]

    /// What comes with the system and the toolchain, and who may use more than the standard library of it.
    static let system: [String: Set<String>] = [
        "Glibc": [
            "Markup", "Related", "Fetching", "Processes", "Pictures", "Archive", "Library", "Configuration",
            "Terminal",
            "tidings",
        ],
        "Synchronization": ["Packing", "Archive", "Terminal", "Fetching", "tidings"],
        "FoundationEssentials": ["Archive"],
        "Dispatch": ["tidings"],
    ]

    static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../Sources").standardizedFileURL

    @Test func everyTargetHasItsPlaceInThePlan() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Self.sources.path)
            .filter { !$0.hasPrefix("C") || ["Canvas", "Configuration"].contains($0) }
        #expect(Set(folders) == Set(Self.plan.keys))
    }

    @Test(arguments: plan.keys.sorted()) func importsOnlyWhatItMay(_ target: String) throws {
        let allowed = try #require(Self.plan[target])
        for file in Self.files(of: target) {
            let text = try String(contentsOf: file, encoding: .utf8)
            for module in Self.imports(in: text) where !allowed.contains(module) {
                let users = Self.system[module] ?? []
                #expect(users.contains(target), "\(target) must not import \(module): \(file.path)")
            }
        }
    }

    @Test func onlyTheCommandLinePrints() throws {
        for target in Self.plan.keys where target != "tidings" {
            for file in Self.files(of: target) {
                let text = try String(contentsOf: file, encoding: .utf8)
                for call in [" print(", " fatalError(", "try!", " as! "] where text.contains(call) {
                    Issue.record("\(file.path) has “\(call)”")
                }
            }
        }
    }

    private static func files(of target: String) -> [URL] {
        let folder = sources.appendingPathComponent(target)
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return (files?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }
    }

    private static func imports(in text: String) -> [String] {
        text.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            guard let place = words.firstIndex(of: "import"), place <= 2, place + 1 < words.count,
                words[..<place].allSatisfy({
                    $0.hasPrefix("@") || ["public", "package", "internal"].contains($0)
                })
            else { return nil }
            let kinds: Set<Substring> = [
                "struct", "class", "enum", "func", "protocol", "typealias", "var", "let",
            ]
            let name =
                kinds.contains(words[place + 1]) && place + 2 < words.count
                ? words[place + 2] : words[place + 1]
            return String(name.prefix { $0 != "." })
        }
    }
}
