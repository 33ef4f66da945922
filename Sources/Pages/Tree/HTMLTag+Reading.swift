import Markup

extension HTMLTag {
    /// Elements whose content is no text of the page.
    var isNeverShown: Bool {
        switch self {
        case .script, .style, .noscript, .template, .svg, .iframe, .object, .embed, .applet, .button, .select,
            .textarea, .input, .dialog, .menu, .video, .audio, .canvas, .map, .track, .source, .link, .meta,
            .head, .title, .annotation,
            .annotationXML:
            true
        default: false
        }
    }

    /// Elements that do not end a line of text.
    var isInline: Bool {
        switch self {
        case .a, .button, .abbr, .acronym, .b, .bdi, .bdo, .big, .cite, .code, .data, .del, .dfn, .em, .font,
            .i, .ins,
            .kbd, .label, .mark, .q, .rb, .rp, .rt, .ruby, .s, .samp, .small, .span, .strike, .strong, .sub,
            .sup, .time, .tt, .u, .var, .wbr, .picture, .nobr:
            true
        default: false
        }
    }

    /// Elements a container of the article's text is never.
    var isPartOfText: Bool {
        switch self {
        case .p, .ul, .ol, .li, .table, .tbody, .tr, .thead, .dl, .blockquote, .h2, .h3, .pre, .figure, .span:
            true
        default: false
        }
    }

    /// Elements that hold what stands beside the text.
    var isBesideText: Bool {
        switch self {
        case .figure, .figcaption, .aside, .footer, .form, .nav, .header, .address, .caption, .fieldset,
            .dialog, .legend:
            true
        default: false
        }
    }
}

/// Whether a `style` attribute hides its element.
enum HiddenStyle {
    static func hides(_ style: String) -> Bool {
        guard style.utf8.count <= 2000 else { return false }
        let plain = style.lowercased().utf8.filter { $0 > 0x20 }
        return plain.contains(run: Array("display:none".utf8))
            || plain.contains(run: Array("visibility:hidden".utf8))
    }
}
