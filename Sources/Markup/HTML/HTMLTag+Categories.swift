// The sets of elements the parsing rules speak of (WHATWG HTML §13.2.4 and §13.2.6). Each holds for HTML
// elements; `OpenElement` adds the few foreign ones.
extension HTMLTag {
    /// The "special" category: what ends the search of an end tag for its element.
    var isSpecial: Bool {
        switch self {
        case .address, .applet, .area, .article, .aside, .base, .basefont, .bgsound, .blockquote, .body, .br,
            .button, .caption, .center, .col, .colgroup, .dd, .details, .dir, .div, .dl, .dt, .embed,
            .fieldset,
            .figcaption, .figure, .footer, .form, .frame, .frameset, .h1, .h2, .h3, .h4, .h5, .h6, .head,
            .header,
            .hgroup, .hr, .html, .iframe, .img, .input, .keygen, .li, .link, .listing, .main, .marquee, .menu,
            .meta, .nav, .noembed, .noframes, .noscript, .object, .ol, .p, .param, .plaintext, .pre, .script,
            .search, .section, .select, .source, .style, .summary, .table, .tbody, .td, .template, .textarea,
            .tfoot, .th, .thead, .title, .tr, .track, .ul, .wbr, .xmp:
            true
        default:
            false
        }
    }

    /// What bounds "in scope".
    var boundsScope: Bool {
        switch self {
        case .applet, .caption, .html, .marquee, .object, .select, .table, .td, .template, .th: true
        default: false
        }
    }

    /// What bounds "in table scope", and where the stack is cleared back to a table.
    var boundsTableScope: Bool {
        self == .html || self == .table || self == .template
    }

    /// Elements whose end tag may be left out.
    var hasImpliedEnd: Bool {
        switch self {
        case .dd, .dt, .li, .optgroup, .option, .p, .rb, .rp, .rt, .rtc: true
        default: false
        }
    }

    /// The same, with the parts of tables, as the end of a template closes them.
    var hasThoroughlyImpliedEnd: Bool {
        switch self {
        case .caption, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr: true
        default: hasImpliedEnd
        }
    }

    /// Elements directly in which stray content is moved before the table.
    var fostersContent: Bool {
        switch self {
        case .table, .tbody, .tfoot, .thead, .tr: true
        default: false
        }
    }

    var isHeading: Bool {
        switch self {
        case .h1, .h2, .h3, .h4, .h5, .h6: true
        default: false
        }
    }

    /// Start tags that end foreign content (`font` only with some attributes).
    var breaksOutOfForeignContent: Bool {
        switch self {
        case .b, .big, .blockquote, .body, .br, .center, .code, .dd, .div, .dl, .dt, .em, .embed, .h1, .h2,
            .h3,
            .h4, .h5, .h6, .head, .hr, .i, .img, .li, .listing, .menu, .meta, .nobr, .ol, .p, .pre, .ruby, .s,
            .small, .span, .strong, .strike, .sub, .sup, .table, .tt, .u, .ul, .var:
            true
        default:
            false
        }
    }

    /// Elements without an end tag, for writing them out again.
    var isVoid: Bool {
        switch self {
        case .area, .base, .basefont, .bgsound, .br, .col, .embed, .frame, .hr, .img, .input, .keygen, .link,
            .meta, .param, .source, .track, .wbr:
            true
        default:
            false
        }
    }

    /// Elements whose text is written as it stands, without references.
    var holdsRawText: Bool {
        switch self {
        case .iframe, .noembed, .noframes, .plaintext, .script, .style, .xmp: true
        default: false
        }
    }
}
