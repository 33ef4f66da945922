/// Format 7: kept for dictionaries.
enum SchemaVersion7 { static let sql = "" }
