import FoundationEssentials
import GRDB

/// The columns a foreign table really has: other programs' releases differ.
struct ForeignColumns {
    private let names: Set<String>

    init(_ table: String, in db: Database) throws {
        let sql = "SELECT name FROM pragma_table_info(?)"
        names = Set(try String.fetchAll(db, sql: sql, arguments: [table]).map { $0.lowercased() })
    }

    func has(_ name: String) -> Bool { names.contains(name.lowercased()) }

    /// Columns for a SELECT, `NULL` for each that is not there; texts are cut where none is longer in earnest.
    func list(_ wanted: [String]) -> String {
        wanted.map { has($0) ? "substr(\($0), 1, \(Limits.foreignText))" : "NULL" }.joined(separator: ", ")
    }

    /// Any value as text; bytes that are no UTF-8 are replaced.
    static func text(_ value: DatabaseValue) -> String {
        switch value.storage {
        case .null: ""
        case .int64(let number): String(number)
        case .double(let number): String(number)
        case .string(let text): text
        case .blob(let bytes): String(decoding: bytes, as: UTF8.self)
        }
    }

    /// Any value as a number; 0 for what is none.
    static func number(_ value: DatabaseValue) -> Int64 {
        switch value.storage {
        case .int64(let number): number
        case .double(let number): Int64(exactly: number.rounded()) ?? 0
        case .string(let text): Int64(text) ?? 0
        case .null, .blob: 0
        }
    }
}
