import ArgumentParser
import Pictures

/// What the screen starts for each picture; not for people, so no help tells of it.
struct DecodePicture: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: PictureDecoder.command,
        abstract: "Make a thumbnail of the picture on standard input; for the screen's own use.",
        shouldDisplay: false)

    func run() throws { throw ExitCode(PictureService.run()) }
}
