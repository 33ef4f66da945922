/// More shapes of dumps, each with the conventions of another kind of site.
enum MoreDumps {
    /// A name and a date run together, buttons, the name twice, then its biography.
    static let gluedDate = """
        HomeTechnologyCloud & HostingTallow Fab Orders Its First Cooling Towers From a Shipyard
        Tallow Fab Orders Its First Cooling Towers From a Shipyard
        The yard at Vell has not built a ship for nine years. It will now build twelve towers for a chip factory that has no water of its own.
        Priya NandakumarMarch 4, 2025
        0
        Share on Facebook
        Tweet on Twitter
        Tallow Semiconductor has ordered twelve cooling towers from the Vell shipyard, both companies said on Monday. The first is to be delivered in the autumn, by barge, because no road in the county is wide enough to carry it.
        The order is worth 41 million dollars and will keep two hundred welders at work until the end of next year.
        “A tower is a hull that stands on its end,” said Marten Oyelaran, who runs the yard. “We did not have to learn anything but the paint.”
        Who pays for the water
        The county will sell the factory treated waste water from the plant at Dry Fork, which today runs into the sea. A pipe of nineteen kilometres has to be laid first.
        “It is the only water in this county that nobody has promised to somebody else twice.”
        – Councilwoman Pia Grant
        What happens in a dry year
        In a dry year the factory may be told to run its towers at half their strength, according to the contract. It would then have to stop one of its three lines.
        Environmental groups asked for a ceiling on the salt that the towers give back. The county said that it would measure for a year before it set one.
        Last Updated on March 6, 2025
        Priya Nandakumar
        Priya Nandakumar
        Priya Nandakumar writes about chips, water and the people who sell both. She joined the desk in 2018 after eleven years as a process engineer.
        Recent News
        Brightwater Cuts Cold Storage Prices by a Fifth
        What a Six-Hour DNS Outage Taught One Retailer
        Tern Systems Buys a Backup Startup for $64 Million
        """

    /// “You are here”, byline and date between bars, a quotation with a bare speaker, dates among the recent news.
    static let barsAndLabels = """
        Storm drains of Sandhaven to be doubled by 2030 | Coastline Courier
        You are here: Home / News / Local / Storm drains of Sandhaven to be doubled by 2030
        Storm drains of Sandhaven to be doubled by 2030
        Posted: 11/17/2026 | By: Nell Abernathy | Filed in: Local
        Last Updated on: 11/19/2026
        Key points:
        - The council voted nine to two.
        - Work begins in May on Dune Road.
        - Residents will pay 4 dollars more a month.
        Sandhaven will double the size of its storm drains within four years, the council decided on Tuesday night, three days after water stood a metre deep in Dune Road. The plan costs 88 million dollars, a third of which the state has promised to pay.
        "We have been pumping the sea back into the sea," Mayor Tom Adeyemi told the meeting. "It keeps coming back."
        Why the drains fill up
        The old drains were laid in 1931 for a town of four thousand, engineers say, and they end below the level of today's tides. When it rains at high water there is nowhere to go.
        "Every flap valve we opened had been painted shut."
        Ilse Marrow, chief engineer
        New drains will end in two basins behind the dunes, from which pumps lift the water over the beach. A first basin was tested in October and held.
        Share this:
        Click to share on Facebook (Opens in new window)
        Click to email a link to a friend (Opens in new window)
        Recent News
        Cloud
        Nov 16, 2026
        Buses run late into the evening as 41,000 are told to go
        Nov 15, 2026
        Ferries stop at noon in all five harbours
        Nell Abernathy
        About Nell Abernathy
        Nell Abernathy covers town halls for the Courier. Before that she drove a bus, which she says was the better school.
        View all posts by Nell Abernathy
        """

    /// A trail whose last step is cut.
    static let cutTrail = """
        Home > Wissenschaft > Warum das Moor von Grotebrook wieder...
        Warum das Moor von Grotebrook wieder wächst
        Seit dem Frühjahr stehen die Gräben still, und die Torfmoose kehren zurück.
        Karla Ohm
        12. März 2024
        Lesezeit: 4 Minuten
        Das Moor von Grotebrook wächst wieder, zum ersten Mal seit hundertvierzig Jahren. Das zeigen Messungen, die der Landkreis am Dienstag vorgestellt hat.
        Um elf Millimeter hat sich die Oberfläche seit dem Frühjahr gehoben, sagte die Leiterin der Messungen, und das sei mehr, als irgendjemand erwartet habe.
        „Wir haben nichts gepflanzt, wir haben nur die Gräben zugemacht.“
        — Antje Voss, Landkreis Moorsee
        Was die Bauern ernten
        Auf den nassen Wiesen wachsen jetzt Rohrkolben, die als Dämmstoff verkauft werden. Der Ertrag liegt nach Angaben der Genossenschaft bei zwölf Tonnen je Hektar.
        Zuletzt aktualisiert am 14. März 2024 von Karla Ohm
        Karla Ohm
        Karla Ohm berichtet seit 2015 über Energie und Landwirtschaft. Sie wohnt am Rand des Moores.
        Karla Ohm
        Neueste Nachrichten
        Stadtwerke Grotebrook bauen Fernwärme aus
        Der letzte Torfstecher hört auf
        """

    /// Wrapped at 72 columns, with blank lines.
    static let wrapped = """
        News
        Science
        Opinion
        Newsletter

        Home  /  Science  /  Stillwater Lab Grows Glass That Mends Itself

        Stillwater Lab Grows Glass That Mends Itself

        Cracks close within a day if the pane is left in the sun.

        By Ottoline Weir
        Published: Oct. 9, 2025 10:20 am
        Last Updated on: Oct. 10, 2025

        Researchers at the Stillwater Institute have made a pane of glass that
        closes its own cracks. A scratch as deep as a hair is wide was gone
        after nineteen hours in the sun, they write in a paper that appeared on
        Thursday.

        The glass holds droplets of a resin that flows when light falls on it.
        When a crack opens a droplet it fills the gap and hardens, much as sap
        does on the bark of a tree.

        "We broke the same pane forty times," said Desmond Pryce, who led the
        work. "After that we ran out of patience before it ran out of resin."

        A pane for every greenhouse?

        Making the resin is still dear. A square metre costs as much as a small
        car, the group says, and most of that is the price of one dye.

        Greenhouses are the first customers that the institute has in mind,
        because they have much glass, much sun, and nobody who likes to climb.

        About the author

        Ottoline Weir
        Ottoline Weir is a science writer in Larnwick. She has broken more panes
        than she has written about.

        Recent News

        A Clock That Loses a Second in a Billion Years
        Why Eels Know the Way
        """

    /// Two names above the date, a caption behind the text, “Most viewed”.
    static let bareNames = """
        Skip to main content
        Meridian Dispatch
        HomeWorldBusinessPort strike enters its third day as talks break off
        WORLD
        Port strike enters its third day as talks break off
        Dockers in four harbours stay away; shops warn of empty shelves
        Rowan Tillis, Ada Byron
        Fri 3 Oct 2025 08.15 BST
        Last modified on Fri 3 Oct 2025 14.40 BST
        Dockers in four harbours stayed away from work for a third day on Friday after talks about pay broke off in the night. More than ninety ships are waiting at sea, the port authority said.
        The union wants nine per cent. The harbours have offered four, and a further two next year.
        ‘We are not far apart,’ said a mediator, who asked not to be named. ‘But each of them has told its people that the other will blink.’
        Related: What a strike costs, hour by hour
        Shops said that fruit and paper would run short first. Bakers have flour for two weeks, according to their guild.
        View image in fullscreen
        Ships wait off Port Lamont on Thursday. Photograph: Nora Feld/The Dispatch
        Explore more on these topics
        Ports
        Strikes
        news
        Share
        Reuse this content
        Most viewed
        Ferry line orders two hybrid ships
        Tide gauge fails after 90 years
        """

    /// A trail with a step a line, “Submitted by … on …”.
    static let stackedTrail = """
        The Parish Bell
        Breadcrumb
        Home
        Village life
        The bell that rang for a cow
        The bell that rang for a cow
        Submitted by Maud Ellery on Sat, 05/18/2024 - 09:12
        When the church bell rang at four on Thursday morning, half of Lower Wick came out in its slippers. There was no fire and no flood: there was a cow in the porch, and its horn in the rope.
        The animal belongs to Jem Tull, who farms on the hill, and had walked through two gates that he says were shut.
        It took the verger, the vicar and a bucket of oats to get her out. “She was very calm,” the vicar said. “It was the rest of us that were not.”
        How it got in
        The porch has had no door since 1962, when it was lent to a school play and not given back. The parish council will talk about it in June.
        Tags
        cows
        bells
        Maud Ellery
        Maud Ellery has written this column since 1998, and keeps hens.
        Maud Ellery's other articles
        Recent News
        Pickle judges fall out
        Whose bandstand is it?
        """

    /// “Author” and “Published” as lines of their own, a post below the name, numbered news.
    static let labelledParts = """
        Front Page | Markets | Freight
        Freight rates fall below the price of the fuel
        Freight rates fall below the price of the fuel
        Shipping lines pay to move empty boxes, and call it a storage cost.
        AUTHOR
        Desmond Pryce
        PUBLISHED
        21 January 2025
        The price of moving a box from Vell to Port Lamont fell to 310 dollars last week, less than the fuel that the voyage burns, according to the exchange in Larnwick.
        Lines sail all the same, brokers say, because a ship that lies at anchor still has to be paid for, fed and painted.
        "You carry air at a loss so that you can carry shoes at a profit in May," said one of them.
        Too many ships
        Ninety new ships were delivered last year and eleven were broken up. The order book holds two hundred more, most of them larger than any quay in the county.
        Where the boxes pile up
        Empty boxes stand six high behind the station at Dry Fork. The railway charges four dollars a day for each.
        Last Updated on January 22, 2025 by Desmond Pryce
        DESMOND PRYCE
        Desmond Pryce
        Markets reporter
        Desmond Pryce has written about ships and the money in them since 2009. He was a purser on the Lamont ferry.
        RECENT NEWS
        1. Insurers count the cost of a wet winter
        2. Brightwater cuts cold storage prices by a fifth
        3. Who owns the old coal dock?
        NEWSLETTER
        Get the morning letter in your inbox every day at six.
        Copyright 2025 The Freight Gazette
        """

    /// The name three times, the number of readers, what comes before and after.
    static let repeatedName = """
        HomeArtificial IntelligenceLanguage model writes the tide tables, and gets the moon wrong
        Language model writes the tide tables, and gets the moon wrong
        Ada Byron
        By
        Ada Byron
        -
        May 12, 2024
        1204
        The harbour of Vell tried for a month to have its tide tables written by a language model. The model was polite and quick, and put high water on the wrong side of midnight, the harbour master said on Friday.
        The trial cost nineteen thousand dollars. Two boats ran aground, both at walking pace, and nobody was hurt.
        “It never once said that it did not know,” Harbour Master Jem Tull
        A model is not a gauge
        Tides follow the moon and the sun, and both have been written down for centuries. The model had read all of it, and repeated most of it, in the wrong order.
        Also Read: Tide gauge fails after 90 years
        The old tables, which a clerk works out with a machine of brass, will be printed again from June.
        Last Updated on May 14, 2024
        Tagstides AI Vell
        Previous article
        Pilot boats to run on rapeseed
        Next article
        Two wells run dry in Dry Fork
        Ada Byron
        https://post.example/author/ada
        Ada Byron reports on machines that count. She studied mathematics in Larnwick and has never been seasick.
        Ada Byron
        RELATED ARTICLESMORE FROM AUTHOR
        Recent News
        County buys a second brass machine
        What a gauge knows
        """
}
