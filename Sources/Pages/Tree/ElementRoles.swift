/// Reads roles from class and id, and remembers what each class string came to.
struct ElementRoles {
    private var remembered: [String: ElementRole] = [:]

    /// The role that an element's class and id claim.
    mutating func role(className: String?, id: String?) -> ElementRole {
        var role: ElementRole = []
        if let className, !className.isEmpty { role.formUnion(self.role(ofNames: className)) }
        if let id, !id.isEmpty { role.formUnion(self.role(ofNames: id)) }
        // “article-body-comment-list” is a comment list, “article-body sponsored” is still the article.
        if role.contains(.articleText), role.contains(.besideText),
            role.isDisjoint(with: [.comment, .otherNews, .margin, .caption, .byline])
        {
            role.subtract([.besideText, .picture])
        }
        return role
    }

    private mutating func role(ofNames names: String) -> ElementRole {
        if let known = remembered[names] { return known }
        guard names.utf8.count <= Limits.classBytes else { return [] }
        var role: ElementRole = []
        for name in names.utf8.split(whereSeparator: { $0 <= 0x20 }) {
            role.formUnion(RoleWords.shared.role(ofName: Array(name)))
        }
        if remembered.count < Limits.rememberedClasses { remembered[names] = role }
        return role
    }
}

/// The table of role words, made ready for looking up.
struct RoleWords: Sendable {
    static let shared = RoleWords()

    private var whole: [[UInt8]: ElementRole] = [:]
    /// Words with any ending, by their first three letters.
    private var beginnings: [[UInt8]: [(word: [UInt8], role: ElementRole)]] = [:]

    private init() {
        for (role, words) in ElementRoleTable.words {
            for word in words.split(whereSeparator: \.isWhitespace) {
                let letters = word.utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "*") }
                if word.last == "*" {
                    beginnings[Array(letters.prefix(3)), default: []].append((letters, role))
                } else {
                    whole[letters, default: []].formUnion(role)
                }
            }
        }
    }

    /// The role of one class name: of its words, and of neighbouring words taken together.
    func role(ofName name: [UInt8]) -> ElementRole {
        let parts = RoleWords.parts(of: name)
        var role: ElementRole = []
        for (index, part) in parts.enumerated() {
            role.formUnion(self.role(ofWord: part))
            guard index + 1 < parts.count else { continue }
            role.formUnion(self.role(ofWord: part + parts[index + 1]))
            guard index + 2 < parts.count else { continue }
            role.formUnion(self.role(ofWord: part + parts[index + 1] + parts[index + 2]))
        }
        if !role.isEmpty, RoleWords.isSubject(name) { role.subtract([.besideText, .picture, .neverText]) }
        return role
    }

    private func role(ofWord word: [UInt8]) -> ElementRole {
        var role = whole[word] ?? []
        guard word.count >= 3, let longer = beginnings[Array(word.prefix(3))] else { return role }
        for entry in longer where word.starts(with: entry.word) { role.formUnion(entry.role) }
        return role
    }

    /// Splits at dashes, underscores and the humps of camelCase; a word ends at a digit.
    private static func parts(of name: [UInt8]) -> [[UInt8]] {
        var parts: [[UInt8]] = []
        var part: [UInt8] = []
        var afterDigit = false
        var previous: UInt8 = 0
        for byte in name {
            let isUpper = byte &- 0x41 < 26
            let endsPart = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
            if endsPart || (isUpper && previous &- 0x61 < 26) {
                if !part.isEmpty { parts.append(part) }
                part = []
                afterDigit = false
            }
            previous = byte
            if endsPart { continue }
            if byte &- 0x30 < 10 { afterDigit = true }
            if !afterDigit { part.append(isUpper ? byte | 0x20 : byte) }
        }
        if !part.isEmpty { parts.append(part) }
        return parts
    }

    /// Whether a class name tells a post's subject (`tag-cookies`) or is a utility (`sm:p-4`).
    private static func isSubject(_ name: [UInt8]) -> Bool {
        if name.contains(where: { "[]:@!/=".utf8.contains($0) }) || name.elementsEqual("post".utf8) {
            return true
        }
        for prefix in ElementRoleTable.subjectPrefixes where name.starts(with: prefix.utf8) {
            let rest = name.dropFirst(prefix.utf8.count)
            return prefix != "post-" || !ElementRoleTable.placesInPost.contains { rest.starts(with: $0.utf8) }
        }
        return false
    }
}
