import FoundationEssentials
import GRDB
import News
import Packing
import Synchronization

/// The dictionaries of a library, each read when first met.
final class Dictionaries: Sendable {
    private let known = Mutex<[Int: PackingDictionary]>([:])

    /// The tables that hold them, each all of them.
    static let tables = ["dictionary", "dictionary_copy"]

    /// A dictionary, from whichever of its two places is whole; nothing where none is.
    func dictionary(_ number: Int, in db: Database) throws -> PackingDictionary? {
        if let known = known.withLock({ $0[number] }) { return known }
        for table in Dictionaries.tables {
            guard let found = try Dictionaries.dictionary(number, of: table, in: db) else { continue }
            known.withLock { $0[number] = found }
            return found
        }
        return nil
    }

    /// The one that new texts are packed with.
    func newest(in db: Database) throws -> PackingDictionary? {
        let number = try Int.fetchOne(db, sql: "SELECT max(number) FROM dictionary")
        return try number.flatMap { try dictionary($0, in: db) }
    }

    /// A dictionary as one table has it; nothing where it is missing or damaged there.
    static func dictionary(_ number: Int, of table: String, in db: Database) throws -> PackingDictionary? {
        do {
            let sql = "SELECT bytes, digest FROM \(table) WHERE number = ?"
            guard let row = try Row.fetchOne(db, sql: sql, arguments: [number]) else { return nil }
            let bytes = [UInt8](row[0] as Data)
            guard digest(bytes) == row[1] as Int64 else { return nil }
            return PackingDictionary(bytes: bytes)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
            return nil
        }
    }

    /// Keeps a dictionary in one of the tables.
    static func keep(_ dictionary: PackingDictionary, in table: String, of db: Database) throws {
        try db.execute(
            sql: "INSERT OR REPLACE INTO \(table)(number, bytes, digest) VALUES (?, ?, ?)",
            arguments: [dictionary.number, Data(dictionary.bytes), digest(dictionary.bytes)])
    }

    private static func digest(_ bytes: [UInt8]) -> Int64 {
        var digest = Fingerprint()
        digest.add(bytes)
        return digest.value
    }

    /// `unpacked(blob)`: the bytes behind a packed text; NULL where they cannot be had.
    func unpacking(for db: Database) -> DatabaseFunction {
        // A connection's functions are called by the thread that steps one of its statements, which has the connection.
        nonisolated(unsafe) unowned let db = db
        nonisolated(unsafe) let unpacker = TextUnpacker()
        return DatabaseFunction("unpacked", argumentCount: 1, pure: true) { [self] values in
            guard let blob = Data.fromDatabaseValue(values[0]) else { return nil }
            let packed = [UInt8](blob)
            let number = TextUnpacker.dictionaryNumber(of: packed)
            let dictionary = try number.flatMap { try self.dictionary($0, in: db) }
            return (try? unpacker.unpack(packed, with: dictionary, limit: Limits.bodyBytes)).map {
                Data($0)
            }
        }
    }
}
