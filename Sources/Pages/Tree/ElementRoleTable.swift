/// The words of class names and what they say; `*` stands for any ending, dashes between words may be missing.
enum ElementRoleTable {
    /// A role and the words that claim it.
    static let words: [(role: ElementRole, words: String)] = [
        (
            .besideText,
            """
            share sharing social socials sociable addthis shareaholic newsletter nl-signup signup sign-up subscribe
            subscription abo promo promobox promotion sponsor sponsored advert* ad ads adbox adslot dfp banner
            outbrain taboola teads criteo
            related* relateds recommend* recirc* read-more readmore read-also more-on more-from more-news
            more-stories more-like also-read see-also most-read most-popular most-viewed popular trending
            latest-news latest-stories next-article next-up next-post next-story prev previous navigation nav
            navbar menu breadcrumb* pagination pager
            sidebar side-bar rail footer foot masthead toolbar tool-bar tools utility cookie* consent gdpr modal
            popup pop-up overlay lightbox tooltip dropdown
            comment* disqus* livefyre respond replies feedback rating ratings vote poll quiz
            byline* author author-bio author-box author-info author-card author-meta author-profile author-name
            author-details authors bio about-author about-the-author contributor* writer timestamp pub-date
            publish-date published-date published-on publish-time post-meta entry-meta article-meta meta metadata
            entry-footer post-footer article-footer
            tags tag tag-list taglist topic topics keywords categories cat-links filed-under
            caption* credit credits copyright photo-credit wp-caption-text
            skip-link screen-reader* sr-only visually-hidden print-only noprint no-print login register account
            search* print email email-this email-link app-store app-download app-promo follow* whatsapp telegram
            teaser* card-grid cta call-to-action upsell donate donation support-us trc partner* affiliate* kicker eyebrow overline flag
            """
        ),
        (
            .picture,
            """
            img imgs image images photo photos picture pictures foto fotos bild video videos player players media
            figure figures thumbnail thumbnails thumb thumbs gallery* slideshow slider carousel
            """
        ),
        (
            .articleText,
            """
            article-body* article-content* article-text* story-body* story-content* story-text* post-body*
            post-content* post-text* post-entry entry-content* entry-body* entry-text* body-copy body-text
            body-content content-body* richtext* rich-text* wysiwyg field-name-body page-content main-content
            text-content paragraph* mw-parser-output
            """
        ),
        (
            .neverText,
            """
            onetrust* ot-sdk* cookie* gdpr* gprd* consent* qc-cmp* didomi* truste* usercentrics* cmplz* comment
            comments comment-list comment-area comment-section comment-form comment-box disqus* respond footer
            newsletter* modal
            """
        ),
        (
            .unseen,
            """
            sr-only sronly visually-hidden screen-reader screen-reader-text a11y-hidden u-hidden is-hidden
            offscreen assistive-text element-invisible
            """
        ),
        (
            .byline,
            """
            byline* author* autor* auteur* writer* journalist* contributor* by-line posted-by firma redactor*
            skribent verfasser*
            """
        ),
        (
            .biography,
            """
            author-bio* author-box* author-about author-description author-info about-author* about-the-author*
            bio biography author-card author-profile
            """
        ),
        (
            .date,
            """
            date* datum* time times timestamp publish* posted* fecha* meta byline* created* dateline entry-info
            post-info stamp info submitted* details news-item pubdate modified* updated*
            """
        ),
        (.comment, "comment* respond replies disqus*"),
        (
            .otherNews,
            """
            related* recommend* recent* more* also-read read-next latest* popular* trending* teaser* next-article*
            """
        ),
        (.margin, "sidebar* footer* widget* aside"),
        (.headline, "headline* title* heading*"),
        (.embed, "embed* tweet* twitter* social* instagram*"),
        (.breadcrumb, "breadcrumb* crumbs crumb pfad brotkrume* fil-ariane ariane migas kruimelpad"),
        (
            .dek,
            """
            dek deck standfirst subtitle sub-title subheadline sub-headline subhead chapo vorspann epigraph
            standfirst-text
            """
        ),
        (.lead, "article-lead article-intro excerpt summary summary-list lead lede intro leadtext"),
        (.updated, "updat* modif* aktualis* last-updated"),
        (.personName, "author-name fn byline-name name"),
        (.post, "post hentry entry article"),
        (.caption, "caption* credit* photo-credit figcaption wp-caption-text copyright"),
    ]

    /// Beginnings of class names that content systems write for every post: they name its subject, not its place.
    static let subjectPrefixes = [
        "tag-", "category-", "post-", "type-", "status-", "format-", "has-", "hentry-", "is-", "single-",
        "wp-block-", "author-",
    ]

    /// What may follow `post-` and speak of a place after all.
    static let placesInPost = ["meta", "footer", "tags", "share", "author", "nav", "info"]
}
