// The least reader there could be: it opens a library, draws its newest rows and moves a cursor. What a real reader
// needs more is what its comfort costs.
import CFloor
import Glibc

struct Library {
    private var database: OpaquePointer?

    init(path: String) { sqlite3_open_v2(path, &database, SQLITE_OPEN_READONLY, nil) }

    func rows(from first: Int, count: Int32) -> [String] {
        var statement: OpaquePointer?
        let sql = "SELECT published, title FROM article ORDER BY published DESC LIMIT ? OFFSET ?"
        sqlite3_prepare_v2(database, sql, -1, &statement, nil)
        defer { sqlite3_finalize(statement) }
        sqlite3_bind_int(statement, 1, count)
        sqlite3_bind_int64(statement, 2, Int64(first))
        var rows: [String] = []
        while sqlite3_step(statement) == SQLITE_ROW {
            rows.append(
                "\(sqlite3_column_int64(statement, 0)) " + String(cString: sqlite3_column_text(statement, 1)))
        }
        return rows
    }
}

struct Floor {
    private let library: Library
    private let screen: UnsafeMutablePointer<WINDOW>?
    private let height: Int32
    private var top = 0
    private var cursor: Int32 = 0
    private var rows: [String] = []

    init(_ library: Library) {
        self.library = library
        screen = initscr()
        cbreak()
        noecho()
        curs_set(0)
        height = getmaxy(screen)
        load()
        wrefresh(screen)
    }

    mutating func run() {
        while case let key = wgetch(screen), key != 0x71, key != ERR {
            guard key == 0x6A else { continue }
            if cursor + 1 < height {
                cursor += 1
                draw(cursor - 1)
                draw(cursor)
            } else {
                top += 1
                load()
            }
            wrefresh(screen)
        }
        endwin()
    }

    private mutating func load() {
        rows = library.rows(from: top, count: height)
        for place in 0..<height { draw(place) }
    }

    private func draw(_ place: Int32) {
        guard rows.indices.contains(Int(place)) else { return }
        let reversed: Int32 = 1 << 18
        wmove(screen, place, 0)
        if place == cursor { wattron(screen, reversed) }
        waddnstr(screen, rows[Int(place)], getmaxx(screen))
        wclrtoeol(screen)
        wattroff(screen, reversed)
    }
}

setlocale(LC_ALL, "")
var floor = Floor(Library(path: CommandLine.arguments.last ?? ""))
floor.run()
