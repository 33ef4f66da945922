/// The elements of HTML, and what becomes of each in a body.
enum BodyElementTable {
    /// Kept, with the attributes named behind the colon.
    static let kept = """
        a:href,title abbr:title address article aside b bdi:dir bdo:dir big blockquote:cite br caption center cite
        code col:span colgroup:span dd del details dfn div dl dt em embed:src,title,type figcaption figure footer
        h1 h2 h3 h4 h5 h6 header hgroup hr i iframe:src,title img:src,alt,title,width,height,role,aria-hidden
        ins kbd li:value main mark ol:start,type,reversed p picture pre q:cite rb rp rt rtc ruby s samp section
        small source:src,type span strike strong sub summary sup table tbody td:colspan,rowspan tfoot
        th:colspan,rowspan thead time:datetime tr tt u ul:type var video:src,title,poster audio:src,title
        wbr font nav acronym:title
        math:alttext mi mo mn ms mtext mspace mrow mfrac msqrt mroot msub msup msubsup munder mover munderover
        mtable mtr mtd mfenced menclose mmultiscripts mpadded mphantom mstyle semantics annotation:encoding
        """
    /// Left out with all they hold: nothing in them is meant to be read.
    static let dropped = "script style applet template head noembed noframes frameset"
    /// Never closed.
    static let void = """
        area base br col embed hr img input link meta param source track wbr keygen frame basefont bgsound
        """
    /// Begin a new line, so that words on both sides are two words.
    static let block = """
        address article aside blockquote br caption center dd details div dl dt fieldset figcaption figure footer
        form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul
        """
    /// An open one is closed by the next of its kind.
    static let closedByNext = "p li dt dd tr td th option tbody thead tfoot"
    /// Known, but only their text is kept.
    static let known = """
        area base basefont bgsound blink body button canvas command data datalist dialog dir fieldset form frame
        html image input isindex keygen label layer legend link listing map marquee menu menuitem meta meter
        multicol nobr noscript object optgroup option output param plaintext progress select slot spacer svg textarea
        title track xmp center
        """
}
