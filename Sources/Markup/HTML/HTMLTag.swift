/// The name of an element, for quick comparison: the elements the parsing rules or a reader care about, and
/// `other`.
///
/// One list serves HTML, SVG and MathML; `HTMLDocument.namespace(of:)` tells `<title>` from an SVG `<title>`.
/// `HTMLDocument.name(of:)` gives the exact name, of `other` elements too.
public enum HTMLTag: String, Sendable, CaseIterable {
    /// An element whose name is not listed here.
    case other = ""

    case a, abbr, acronym, address, applet, area, article, aside, audio
    case b, base, basefont, bdi, bdo, bgsound, big, blink, blockquote, body, br, button
    case canvas, caption, center, cite, code, col, colgroup
    case data, datalist, dd, del, details, dfn, dialog, dir, div, dl, dt
    case em, embed, fieldset, figcaption, figure, font, footer, form, frame, frameset
    case h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html
    case i, iframe, image, img, input, ins, kbd, keygen
    case label, legend, li, link, listing
    case main, map, mark, marquee, menu, menuitem, meta, meter
    case nav, nobr, noembed, noframes, noscript
    case object, ol, optgroup, option, output
    case p, param, picture, plaintext, pre, progress, q, rb, rp, rt, rtc, ruby
    case s, samp, script, search, section, select, selectedcontent, slot, small, source, span, strike, strong
    case style, sub, summary, sup
    case table, tbody, td, template, textarea, tfoot, th, thead, time, title, tr, track, tt
    case u, ul, `var`, video, wbr, xmp

    case circle, clipPath, defs, desc, ellipse, filter, foreignObject, g, line, linearGradient, mask, path
    case polygon, polyline, radialGradient, rect, stop, svg, symbol, text, tspan, use

    case annotation
    case annotationXML = "annotation-xml"
    case malignmark, math, mfenced, mfrac, mglyph, mi, mn, mo, mover, mpadded, mphantom, mroot, mrow, ms,
        mspace
    case msqrt, mstyle, msub, msubsup, msup, mtable, mtd, mtext, mtr, munder, munderover, semantics
}
