import TOMLKit
import Testing

@testable import Configuration

@Suite struct KeyPlacesTests {
    private let text = """
        a = 1 # a = 2
        b.c = "x # [no] \\" = "
        "d e" = '''
        [f]
        x = 1''''
        g = [ 1, [2, 3], # four
          "5", ]
        h = { i = { j = 1 }, "k" = 2 }
        [l.'m n']
        o = \"\"\"
        [p]
        \\\"\"\"\"\"\"
        [[q]]
        r = 1979-05-27T07:32:00Z
        [[q]]
        r = -0.5 # last
        """

    @Test func everyKeyThatTOMLKitHasHasItsPlace() throws {
        let places = KeyPlaces(text)
        var paths: Set<[String]> = []
        func collect(_ node: TOMLValue, _ path: [String]) {
            if !path.isEmpty { paths.insert(path) }
            if let table = node.table {
                for key in table.keys { collect(table[key]!.tomlValue, path + [key]) }
            }
            if let array = node.array {
                for index in 0..<array.count { collect(array[index].tomlValue, path + ["#\(index)"]) }
            }
        }
        collect(try TOMLTable(string: text).tomlValue, [])
        // Tables that only stand in another's name have no place of their own; neither has a table of a list.
        let own = paths.subtracting([["b"], ["l"], ["q", "#0"], ["q", "#1"]])
        #expect(Set(places.order) == own)
    }

    @Test func placesAreLinesAndLetters() {
        let places = KeyPlaces(text)
        func place(_ path: String...) -> [Int] {
            guard let place = places.places[path] else { return [] }
            let key = places.position(of: place.key)
            let value = places.position(of: place.value.lowerBound)
            return [key.line, key.column, value.line, value.column]
        }
        #expect(place("a") == [1, 1, 1, 5])
        #expect(place("b", "c") == [2, 1, 2, 7])
        #expect(place("g", "#1", "#0") == [6, 11, 6, 11])
        #expect(place("g", "#2") == [7, 3, 7, 3])
        #expect(place("h", "i", "j") == [8, 13, 8, 17])
        #expect(place("l", "m n", "o") == [10, 1, 10, 5])
        #expect(place("q", "#1", "r") == [16, 1, 16, 5])
        #expect(places.bytes[places.places[["q", "#1", "r"]]!.value].elementsEqual("-0.5".utf8))
    }

    @Test func whatIsNoTOMLHoldsNothingUp() {
        let letters = Array("[]{}=\"'#.,a\n \\")
        var seed: UInt64 = 7
        for _ in 0..<20_000 {
            let text = String(
                (0..<12).map { _ in
                    seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                    return letters[Int(seed >> 33) % letters.count]
                })
            _ = KeyPlaces(text)
        }
    }
}
