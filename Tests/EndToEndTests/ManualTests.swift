import Foundation
import Testing

@Suite struct ManualTests {
    @Test func theManualPageKnowsEveryCommandThatHelpShows() throws {
        let tidings = try Tidings()
        let page = try tidings.runBare("manual").output.replacing("\\-", with: "-")
        let help = try tidings.runBare("--help").output
        let list = try #require(help.components(separatedBy: "SUBCOMMANDS:").last)
        let commands = list.components(separatedBy: "\n\n")[0].split(separator: "\n")
            .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }.compactMap {
                $0.split(separator: " ").first
            }
        #expect(commands.count > 25)
        for command in commands { #expect(page.contains("\\fBtidings \(command)"), "\(command) is missing") }
        #expect(page.contains("\\fBtidings library backup\\fR"))
        #expect(page.contains("\\fB--no-fetch\\fR") && !page.contains("tidings tree"))
    }

    @Test func theManualPageIsTheLanguageOfManualPages() throws {
        let page = try Tidings().runBare("manual").output
        let requests = [".TH", ".SH", ".SS", ".TP", ".PP", ".B", ".RI", ".I", ".br"]
        for line in page.split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
            #expect(requests.contains(String(line.prefix { $0 != " " })), "\(line)")
        }
        #expect(!page.contains("\n\n"))
    }

    @Test func theVersionComesFromOnePlace() throws {
        let version = try Tidings().runBare("--version").output.dropLast()
        #expect(!version.isEmpty && version.allSatisfy { $0.isNumber || $0 == "." })
        #expect(try Tidings().runBare("manual").output.contains("\"Tidings \(version)\""))
    }

    @Test(arguments: ["bash", "zsh", "fish"]) func completionsAreThere(_ shell: String) throws {
        let script = try Tidings().runBare("--generate-completion-script", shell).output
        #expect(script.contains("backfill") && script.contains("library"))
    }
}
