/// What the manual page says that no table of the program knows.
enum ManualText {
    static let queries = [
        ".SH QUERIES",
        "A query is words, which are sought in titles and texts, and fields:",
        ".TP", "\\fBtitle:\\fR\\fIword\\fR \\fBauthor:\\fR\\fIword\\fR",
        "A word, or \"a phrase\", of the title or the byline.",
        ".TP", "\\fBsource:\\fR\\fIname\\fR", "Of sources with this in their name or address.",
        ".TP", "\\fBtag:\\fR\\fItag\\fR \\fBstory:\\fR\\fInumber\\fR", "With a tag; of a story.",
        ".TP", "\\fBis:unread is:read is:starred is:edited\\fR", "By what was done to them.",
        ".TP", "\\fBhas:fulltext has:enclosure\\fR", "By what is held of them.",
        ".TP", "\\fBbefore:\\fR\\fIdate\\fR \\fBafter:\\fR\\fIdate\\fR",
        "A date is 2026, 2026\\-05 or 2026\\-05\\-12.",
        ".TP", "\\fBage<\\fR\\fI3d\\fR \\fBage>\\fR\\fI2w\\fR",
        "By their age in minutes (m), hours (h), days (d), weeks (w) or years (y).",
        ".PP",
        "Words side by side all have to fit;",
        "\\fBor\\fR, \\fBnot\\fR (or \\fB\\-\\fR) and brackets are understood,",
        "and \\fIwor*\\fR is the beginning of a word.",
        "A query that cannot be read is shown with a caret where it goes wrong.",
    ]

    static let rest = [
        ".SH FILES",
        ".TP", "\\fI$XDG_DATA_HOME/tidings/library.sqlite\\fR",
        "The library, in \\fI~/.local/share\\fR where the variable is not set.",
        ".SH ENVIRONMENT",
        ".TP", "\\fBTIDINGS_LIBRARY\\fR", "The library file.",
        ".TP", "\\fBBROWSER\\fR", "What opens addresses; else \\fBxdg\\-open\\fR(1).",
        ".TP", "\\fBNO_COLOR\\fR", "No colours, if it is not empty.",
        ".TP", "\\fBhttp_proxy\\fR, \\fBhttps_proxy\\fR, \\fBall_proxy\\fR, \\fBno_proxy\\fR",
        "As libcurl reads them.",
        ".SH EXIT STATUS",
        ".TP", "0", "Done.",
        ".TP", "1", "Nothing matched.",
        ".TP", "64", "The command line or a query cannot be read.",
        ".TP", "65", "A file is not what it should be; what could be read of the others was.",
        ".TP", "66", "A file is not there.",
        ".TP", "69", "Some sources could not be fetched.",
        ".TP", "73, 74", "A file cannot be made; the library cannot be read or written.",
        ".TP", "75", "The library is busy; try again.",
    ]
}
