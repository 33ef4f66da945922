import Markup

/// What the body of a page holds, written as HTML again: a short way to state a tree.
func bodyHTML(_ page: String) -> String {
    let document = HTMLDocument(parsing: page)
    return document.body.map { HTMLSerializer.html(inside: $0, of: document) } ?? "no body"
}

/// The whole document written as HTML again.
func pageHTML(_ page: String) -> String {
    let document = HTMLDocument(parsing: page)
    return HTMLSerializer.html(inside: document.root, of: document)
}

/// A fragment written as HTML again.
func fragmentHTML(_ text: String, in context: String = "body") -> String {
    let document = HTMLDocument(parsingFragment: text, in: context)
    return HTMLSerializer.html(inside: document.root, of: document)
}

/// The lines of the reference form of a page's tree.
func treeLines(_ page: String) -> [String] {
    HTMLDocument(parsing: page).html5libTree().split(separator: "\n").map(String.init)
}
