import Canvas
import Glibc

extension Terminal {
    /// Whether standard input and output are a terminal, so that a screen can be opened.
    public static var isStandard: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

    /// The size of the terminal on standard output, before a screen is opened.
    public static var sizeOfStandardOutput: Size? {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
            return nil
        }
        return Size(width: Int(size.ws_col), height: Int(size.ws_row))
    }
}
