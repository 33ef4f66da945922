import Markup

/// What an element means to a body, by its name alone.
enum ElementKind {
    /// Nothing of it shows.
    case skipped
    /// Its tags mean nothing, its content stands in the line.
    case ignored
    /// A block of its own without looks: a paragraph, a division.
    case flow
    /// Marks the text in it.
    case inline
    /// Holds blocks in an order of its own.
    case container
    /// Stands for itself: a picture, a line break.
    case single

    init(_ tag: HTMLTag, _ namespace: HTMLNamespace) {
        guard namespace == .html else {
            self = namespace == .mathML && tag == .math ? .single : .skipped
            return
        }
        switch tag {
        case .script, .style, .template, .head, .title, .meta, .link, .base, .noscript, .button, .input,
            .select,
            .textarea, .svg, .canvas, .map, .dialog, .datalist, .option, .optgroup, .area, .param, .source,
            .track, .noframes, .noembed, .frame, .frameset, .keygen, .progress, .meter, .col, .colgroup, .rp,
            .bgsound, .basefont, .applet:
            self = .skipped
        case .p, .div, .section, .article, .header, .footer, .main, .aside, .nav, .address, .center,
            .fieldset,
            .legend, .form, .hgroup, .search, .body, .html, .tbody, .thead, .tfoot:
            self = .flow
        case .h1, .h2, .h3, .h4, .h5, .h6, .ul, .ol, .menu, .dir, .li, .blockquote, .pre, .listing, .xmp,
            .plaintext, .dl, .dt, .dd, .table, .tr, .td, .th, .caption, .figure, .figcaption, .details,
            .summary:
            self = .container
        case .a, .strong, .b, .em, .i, .cite, .dfn, .var, .code, .del, .s, .strike, .q, .sup, .sub, .ruby,
            .rt:
            self = .inline
        case .br, .wbr, .hr, .img, .image, .iframe, .video, .audio, .embed, .object, .math:
            self = .single
        default:
            self = .ignored
        }
    }
}
