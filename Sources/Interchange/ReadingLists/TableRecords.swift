/// Reads the records of a table with commas (RFC 4180), line by line, as they come.
///
/// A quotation mark that is never closed costs the record it stands in, not the rest of the table: after
/// `Limits.tableRecord` bytes the record is given back as broken, and reading goes on with the line after its first.
public struct TableRecords: Sendable {
    /// One record.
    public struct Record: Sendable, Equatable {
        /// The line it begins in, from 1.
        public var line: Int
        /// Its fields, without their quotation marks.
        public var fields: [String]
        /// What was read, with its line feeds.
        public var raw: [UInt8]
        /// Whether a quotation mark in it was never closed.
        public var isBroken = false
    }

    private var number = 0
    private var pending: [(line: Int, bytes: [UInt8])] = []
    private var pendingBytes = 0
    private var isQuoted = false
    private var restarts = 0

    /// A table of which nothing was read yet.
    public init() {}

    /// Takes the next line, without its line feed.
    ///
    /// - Returns: The records that are whole now; mostly one, none inside a quoted field, several after a broken one.
    public mutating func take(_ line: [UInt8]) -> [Record] {
        number += 1
        var records: [Record] = []
        take((number, line), &records)
        return records
    }

    /// What is left when there are no more lines.
    public mutating func finish() -> [Record] {
        var records: [Record] = []
        while !pending.isEmpty { giveUp(&records) }
        return records
    }

    private mutating func take(_ line: (line: Int, bytes: [UInt8]), _ records: inout [Record]) {
        if pending.isEmpty, line.bytes.allSatisfy({ $0 <= 0x20 }) { return }
        pending.append(line)
        pendingBytes += line.bytes.count + 1
        isQuoted = TableRecords.endsQuoted(line.bytes, isQuoted: isQuoted)
        if !isQuoted {
            records.append(record(pending[...], isBroken: false))
            clear()
        } else if pendingBytes > Limits.tableRecord {
            giveUp(&records)
        }
    }

    /// Gives the first line back as broken and reads the others again.
    private mutating func giveUp(_ records: inout [Record]) {
        let lines = pending
        clear()
        restarts += 1
        guard restarts <= Limits.tableRestarts else {
            records.append(record(lines[...], isBroken: true))
            return
        }
        records.append(record(lines.prefix(1), isBroken: true))
        for line in lines.dropFirst() { take(line, &records) }
    }

    private mutating func clear() {
        pending = []
        pendingBytes = 0
        isQuoted = false
    }

    private func record(_ lines: ArraySlice<(line: Int, bytes: [UInt8])>, isBroken: Bool) -> Record {
        let raw = Array(lines.map(\.bytes).joined(separator: [0x0A]))
        return Record(
            line: lines.first?.line ?? number, fields: isBroken ? [] : TableRecords.fields(of: raw), raw: raw,
            isBroken: isBroken)
    }

    /// Whether a line ends inside a quoted field.
    private static func endsQuoted(_ line: [UInt8], isQuoted: Bool) -> Bool {
        var state = FieldState(isQuoted: isQuoted)
        for byte in line { _ = state.take(byte) }
        return state.isInside
    }

    static func fields(of record: [UInt8]) -> [String] {
        var fields: [String] = []
        var field: [UInt8] = []
        var state = FieldState(isQuoted: false)
        for byte in record where fields.count < Limits.tableFields {
            switch state.take(byte) {
            case .letter: field.append(byte)
            case .quotationMark: break
            case .separator:
                fields.append(String(decoding: field, as: UTF8.self))
                field = []
            }
        }
        fields.append(String(decoding: field, as: UTF8.self))
        return fields
    }
}

/// Where in a field one is.
private struct FieldState {
    enum Meaning { case letter, quotationMark, separator }

    /// Inside quotation marks.
    private(set) var isInside: Bool
    /// Behind a quotation mark that closes the field, unless another one follows at once.
    private var isClosing = false
    private var isAtStart: Bool

    init(isQuoted: Bool) {
        isInside = isQuoted
        isAtStart = !isQuoted
    }

    mutating func take(_ byte: UInt8) -> Meaning {
        let wasAtStart = isAtStart
        let wasClosing = isClosing
        isAtStart = false
        isClosing = false
        if byte == UInt8(ascii: "\"") {
            if isInside {
                isInside = false
                isClosing = true
                return .quotationMark
            }
            if wasClosing {
                isInside = true
                return .letter
            }
            guard wasAtStart else { return .letter }
            isInside = true
            return .quotationMark
        }
        guard byte == UInt8(ascii: ","), !isInside else { return .letter }
        isAtStart = true
        return .separator
    }
}
