import Fetching
import News

/// What a user can set for one source; the names are those of the library file.
public enum SourceSetting: String, Sendable, CaseIterable {
    /// Seconds between two askings.
    case interval
    /// Header fields, one a line.
    case headers
    /// A name for ourselves in place of our own.
    case userAgent = "user-agent"
    /// The user name.
    case user
    /// The command that prints the password.
    case passwordCommand = "password-command"
    /// The file that holds the password, or name and password as `name:password`.
    case passwordFile = "password-file"
    /// Of which articles the full text is fetched: `FullTextChoice`.
    case fullText = "full-text"
}

/// Of which articles of a source the full text is fetched.
public enum FullTextChoice: String, Sendable, CaseIterable {
    /// Of every new one.
    case all
    /// Of new ones of which the feed gave only the beginning.
    case excerpts
    /// Of those that a person asks for; nothing by itself, not even when one is opened.
    case never
}

extension [String: String] {
    /// Of which articles the full text is fetched; nil leaves it to the reader: when one is opened.
    var fullText: FullTextChoice? { self[.fullText].flatMap(FullTextChoice.init) }

    subscript(setting: SourceSetting) -> String? { self[setting.rawValue] }

    /// Whether name and password belong to the source.
    var wantsCredentials: Bool { self[.passwordCommand] != nil || self[.passwordFile] != nil }

    /// What else is sent.
    var requestOptions: RequestOptions {
        let headers = self[.headers]?.split(separator: "\n").map(String.init) ?? []
        return RequestOptions(userAgent: self[.userAgent], headers: headers)
    }
}
