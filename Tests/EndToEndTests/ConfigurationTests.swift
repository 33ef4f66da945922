import Foundation
import PseudoTerminal
import Testing

@Suite struct ConfigurationTests {
    @Test func whatIsWrongIsToldWithItsPlace() throws {
        let tidings = try Tidings()
        let good = try tidings.file("good.toml", "theme = \"sepia\"\n")
        #expect(try tidings.run("--config", good, "config", "check").status == 0)
        let bad = try tidings.file("bad.toml", "theme = \"sepia\"\n[keys]\nopen = \"R\"\n")
        let outcome = try tidings.run("config", "check", "--config", bad)
        #expect(outcome.status == 65)
        #expect(
            outcome.errors == """
                \(bad):3:8: R cannot be both open and refresh-all
                  3 | open = "R"
                    |        ^
                    = give refresh-all other keys in [keys], or none: refresh-all = ""

                """)
    }

    @Test func theFileStandsWhereFilesOfItsKindDo() throws {
        let tidings = try Tidings()
        let path = tidings.folder + "/.config/tidings/config.toml"
        #expect(try tidings.run("config", "path").output == path + "\n")
        #expect(try tidings.run("config", "check").status == 0)
        try FileManager.default.createDirectory(
            atPath: tidings.folder + "/.config/tidings", withIntermediateDirectories: true)
        try tidings.run("config", "show", "--default").output
            .write(toFile: path, atomically: true, encoding: .utf8)
        #expect(try tidings.run("config", "check").errors == "\(path) is good\n")
        #expect(try tidings.run("config", "show").output.hasPrefix("theme = \"auto\"\n"))
    }

    @Test func aFileToBeginWithIsWrittenOnceAndIsGood() throws {
        let tidings = try Tidings()
        let written = try tidings.runBare("config", "init")
        #expect(written.status == 0 && written.output.hasSuffix("/.config/tidings/config.toml\n"))
        #expect(try tidings.runBare("config", "check").status == 0)
        let path = written.output.trimmingCharacters(in: .newlines)
        try "theme = \"paper\"\n".write(toFile: path, atomically: true, encoding: .utf8)
        #expect(try tidings.runBare("config", "init").status == 1)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "theme = \"paper\"\n")
    }

    @Test func keysAndThemesAreListedAsTheyHold() throws {
        let tidings = try Tidings()
        let file = try tidings.file(
            "config.toml",
            "theme = \"mine\"\n[keys]\nsort = \"Q\"\nquit = \"\"\n[themes.mine]\nbase = \"night\"\n")
        let keys = try tidings.run("--config", file, "keys", "--json").output
        #expect(keys.contains(#"{"command":"sort","keys":["Q"],"#))
        #expect(
            try tidings.run("keys", "--preset", "newsboat").output.contains("  N                 toggle-read")
        )
        let themes = try tidings.run("--config", file, "themes").output.split(separator: "\n")
        #expect(themes.count == 10)
        #expect(themes.last?.hasPrefix("* mine") == true)
    }

    @Test func theOpenScreenFollowsTheFile() throws {
        let tidings = try Tidings()
        try tidings.fill()
        let file = try tidings.file("config.toml", "time = \"relativ\"\n")
        let screen = try tidings.screen("--config", file)
        try screen.expect("config.toml:1:8: time cannot be")
        // As editors do it: a new file takes the old one's name.
        try "[keys]\nquit = \"%\"\n".write(toFile: file + "~", atomically: false, encoding: .utf8)
        #expect(rename(file + "~", file) == 0)
        try screen.expect("The settings have changed")
        try "[keys]\nquit = \"\n".write(toFile: file, atomically: false, encoding: .utf8)
        try screen.expect("config.toml:2:")
        screen.send("%")
        #expect(try screen.end() == 0)
        #expect(screen.hasOldSettings)
    }

    @Test func aThemeThatIsChosenIsKeptInTheFile() throws {
        let tidings = try Tidings()
        try tidings.fill()
        let file = tidings.folder + "/new/folder/config.toml"
        let screen = try tidings.screen("--config", file)
        try screen.expect("There is no")
        screen.send(":choose-theme\rj")
        try screen.expect("sepia")
        screen.send("\r")
        try screen.expect("The theme light is kept in")
        screen.send("Q")
        #expect(try screen.end() == 0)
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "theme = \"light\"\n")
    }
}
