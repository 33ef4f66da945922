import Markup
import News

/// One sentence for each kind of repair.
enum Warnings {
    static func lines(text: DecodedText.Repair?, xml: XMLRepairs = [], isFull: Bool = false) -> [Line] {
        var lines: [Line] = []
        switch text {
        case .otherEncoding: lines.append("the text is in another encoding than it says")
        case .invalidBytes: lines.append("some bytes mean nothing in the text’s encoding")
        case nil: break
        }
        for (repair, line) in sentences where xml.contains(repair) { lines.append(line) }
        if isFull { lines.append("the feed has more entries than are read") }
        return lines
    }

    private static let sentences: [(XMLRepairs, Line)] = [
        (.bareAmpersand, "“&” stands where “&amp;” should"),
        (.bareLessThan, "“<” stands where “&lt;” should"),
        (.unbalancedTags, "tags do not match"),
        (.cutOff, "the document stops in the middle"),
        (.openCDATA, "a CDATA section has no end"),
        (.tooDeep, "elements are nested too deeply"),
        (.tooManyAttributes, "a tag has too many attributes"),
        (.entityLimit, "declared entities do not end"),
        (.externalEntity, "an entity names another document, which was not read"),
    ]
}
