/// How lines begin that promote, caption, date or credit, in the languages of news.
///
/// Lower case, one a line.
enum PromotionPhraseTable {
    /// A line that begins so.
    static let beginnings = """
        read more
        read also
        read next
        read our
        read the full
        read the original
        see more
        see also
        see next
        see our
        lesen sie
        mehr zum
        mehr dazu
        auch interessant
        das könnte
        zum thema
        siehe auch
        weiterlesen
        mehr lesen
        lies auch
        leggi anche
        lire aussi
        à lire
        a lire
        voir aussi
        lea también
        lee también
        leia também
        leia mais
        te puede interesar
        más información
        lees ook
        läs mer
        läs även
        läs också
        les også
        les mer
        læs også
        czytaj także
        czytaj też
        czytaj więcej
        zobacz także
        čtěte také
        přečtěte
        lue myös
        читайте также
        advertisement
        sponsored
        sign up
        subscribe
        join our
        join us
        join the conversation
        get the latest
        get our
        get daily
        get breaking
        get more
        get unlimited
        get latest
        download our
        follow us
        like us on
        click here
        tap here
        abonnieren
        abonnez
        suscríb
        suscrib
        iscriviti
        inscrev
        newsletter
        ©
        (c)
        copyright
        all rights reserved
        share this
        share on
        share via
        leave a reply
        leave a comment
        post a comment
        have a tip
        have a news tip
        have a story
        got a tip
        got a story
        contact us
        externer inhalt
        empfohlener redaktioneller
        an dieser stelle finden
        um diesen inhalt
        um diese inhalte
        loading
        please enable
        your browser
        javascript
        filed under
        reporting by
        editing by
        if you enjoyed this
        if you liked this
        want more from
        want to read more
        never miss a
        stay up to date
        for more stories
        keep reading
        continue reading
        baca juga
        simak juga
        cek berita
        xem thêm
        veja também
        saiba mais
        mira también
        ver también
        sigue leyendo
        te recomendamos
        lee más
        leer también
        continua a leggere
        per approfondire
        lire également
        lire la suite
        il vous reste
        przeczytaj także
        przeczytaj też
        olvassa el
        citește și
        διαβάστε επίσης
        читайте також
        подписывайтесь
        ещё по теме
        関連記事
        あわせて読みたい
        相关阅读
        延伸阅读
        延伸閱讀
        推荐阅读
        관련기사
        اقرأ أيضا
        اقرأ أيضًا
        meer lezen
        lees meer
        hier geht es
        das könnte dich
        das könnte sie
        sie können sich jederzeit
        ich bin damit einverstanden
        wir benötigen ihre zustimmung
        ihre meinung ist uns
        zur startseite
        """

    /// A line that says nothing else.
    static let whole = """
        related
        related articles
        related article
        related stories
        related story
        related news
        related content
        related posts
        related reading
        related topics
        anzeige
        werbung
        publicité
        publicidad
        pubblicità
        reklam
        reklama
        teilen
        partager
        compartir
        print
        comments
        comment
        more
        """

    /// A line that begins so, with a colon soon after and no full stop before it.
    static let beforeColon = """
        read
        see
        watch
        view
        listen
        more
        related
        recommended
        also read
        must read
        don't miss
        don’t miss
        up next
        next
        trending
        explore more
        you may like
        you may also like
        you might like
        you might also like
        you may be interested
        you may also be interested
        you might be interested
        you might also be interested
        """

    /// A short line that begins so and has no full stop.
    static let short = """
        more on
        more from
        more about
        more in
        more stories
        more news
        more like
        """

    /// A short line that begins so, with “on” soon after: “Follow The Light on …”.
    static let beforeOn = """
        follow
        find us
        connect with us
        join us
        add us
        """

    /// Words directly before `:`, `|`, `©`, `/`: who made a picture, what a line lists.
    static let labels = """
        photo
        photos
        image
        images
        picture
        pic
        foto
        fotos
        bild
        video
        credit
        illustration
        getty
        file photo
        photograph
        fotografía
        imagen
        photo credit
        photo by
        photo via
        photo courtesy
        image credit
        image source
        photo source
        image by
        image via
        picture credit
        tag
        tags
        topic
        topics
        categories
        our standards
        """

    /// When something was published, if `on`, `at`, `:` or a digit follows.
    static let dated = """
        updated
        last updated
        modified
        last modified
        published
        first published
        posted
        created
        aktualisiert
        veröffentlicht
        publié
        mis à jour
        actualizado
        publicado
        aggiornato
        pubblicato
        stand
        """

    /// What may follow such a word.
    static let datedBefore = ["on", "at", "am", "le", "el", "il"]

    /// `This article was originally published…`: these words, then one of the verbs before the full stop.
    static let provenance = ["this article", "this story", "this post"]
    static let provenanceVerbs = [
        "originally", "first", "republished", "published", "appeared", "updated", "translated",
    ]
}
