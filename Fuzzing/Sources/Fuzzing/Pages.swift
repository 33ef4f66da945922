import Markup
import News
import Pages

extension Target {
    /// The HTML of bodies: the tree, its blocks, and their lines.
    static let html = Target(name: "html") { bytes in
        Promises.isSet(ArticleBody.blocks(html: String(decoding: bytes, as: UTF8.self), base: base))
    }

    /// Whole pages, and the article in them.
    static let page = Target(name: "page") { bytes in
        if let page = PageReader.read(bytes, address: base) { Promises.areKept(by: page.article) }
    }

    /// A crawler's plain text of a page.
    static let dump = Target(name: "dump") { bytes in
        if let page = PageTextDump.read(bytes) { Promises.areKept(by: page.article) }
    }
}
