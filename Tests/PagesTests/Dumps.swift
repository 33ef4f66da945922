/// Plain text of pages that could have been published.
enum Dumps {
    static let runTogether = """
        HomeNewsData CenterHarbor Grid Signs Deal for Floating Server Halls
        Harbor Grid Signs Deal for Floating Server Halls
        Three barges will carry cooled racks by next winter, if the port agrees.
        Published 3 May 2024 at 14:05 BST, updated 5 May 2024
        By Ilse Marrow and Tom Adeyemi
        Share
        5 min read
        Harbor Grid has signed a contract for three barges that will hold server halls, the company said on Friday. They are to be moored in the old coal dock.
        “We looked at forty sites on land and the cheapest was the water,” said the head of the company, who asked the council for a mooring of thirty years.
        — Dara Quill, chief executive of Harbor Grid
        What the port wants
        The port authority has asked for three things before it signs:
        • a plan for storms
        • a bond for the removal of the barges
        • quiet pumps at night
        Related
        Old coal dock to become a park, council says
        How cold water became a commodity
        Neighbours on the quay said that they had not been asked, and that the pumps of the last tenant could be heard across the river every night of the year.
        The council meets on 17 May. A decision is expected before the summer.
        Ilse Marrow
        Ilse Marrow writes about energy and the coast. She keeps bees on a roof in Leith.
        Ilse Marrow
        Recent News
        Ferry Line Orders Two Hybrid Ships
        Tide Gauge Fails After 90 Years
        Comments
        This is a comment by a reader, who thinks that barges are not a good idea at all, and says so at length.
        """

    static let german = """
        Menu
        News
        Sport
        Wetter
        Startseite > Wirtschaft > Energie
        Wärmepumpen werden zum Ladenhüter - Binnenblatt
        Wärmepumpen werden zum Ladenhüter
        Von Karla Ohm
        Veröffentlicht am 12.03.2024, 09:30 Uhr
        Der Absatz von Wärmepumpen ist im ersten Quartal um ein Drittel gesunken. Das teilte der Verband der Hersteller am Dienstag in Berlin mit.
        Als Gründe nennt der Verband hohe Preise und die Unsicherheit darüber, welche Förderung es im nächsten Jahr noch geben wird.
        Was die Händler sagen
        In den Lagern der Händler stehen nach Angaben der Branche noch etwa zweihunderttausend Geräte, die vor einem Jahr bestellt worden sind.
        Lesen Sie auch
        Was der Strom im Sommer kosten wird
        Stadtwerke Grotebrook bauen Fernwärme aus
        Über die Autorin
        Karla Ohm berichtet seit 2015 für das Binnenblatt über Energie. Vorher war sie Schornsteinfegerin.
        """

    static let blankLines = """
        The Ferry That Came Back

        A ship sold for scrap in 2009 is carrying passengers again.

        Nora Feld
        June 9, 2023

        In 2009 the ferry Aster was towed out of Port Lamont with a hole in her side and no buyer but the breakers. Nobody on the quay expected to see her again.

        She came back last Tuesday under her own power, with a new engine and the old bell, and four hundred people on deck who had each paid for a share of her.

        How it was paid for

        The shares cost ninety dollars. A third were bought by people who had never been on board, according to the society's treasurer.

        1. Three thousand shares were sold in the first week.
        2. The rest took two years.

        You may also like
        Why Small Ports Are Buying Their Own Dredgers
        A Bell, a Fog and a Lawsuit
        The Last Lamp Keeper of Gannet Rock

        Last updated: June 11, 2023 at 8:15 am EDT
        Tags: ferries, Port Lamont, cooperatives
        © 2023 The Lamont Light. All rights reserved.
        """

    static let authorBelow = """
        Council Votes to Meter Data Center Water Use | Valley Ledger
        Skip to content
        Home » Local » Council Votes to Meter Data Center Water Use
        Council Votes to Meter Data Center Water Use
        Posted on 2022-11-08 by admin
        The county council voted on Monday night to put meters on every well that serves a data center. The vote was seven to two, after four hours of public comment.
        Read more: How much water a server drinks
        Operators will have until July to report how much they pump. Those that do not will be billed for the most their wells could give, the ordinance says.
        Councilwoman Pia Grant said the meters were overdue. "You cannot manage what you do not measure, and we have not measured," she told the meeting.
        About the Author
        Lena Ortiz
        Lena Ortiz has covered the county for nine years and lives in Dry Fork with a very old dog.
        More from Valley Ledger
        Two Wells Run Dry in Dry Fork
        School Board Delays Vote on Buses
        Leave a Reply
        Your email address will not be published. Required fields are marked, and so on and so forth for ever.
        """

    static let wire = """
        World / Americas
        Floods cut off three towns in the Serra
        By MARTA LIND, Staff Writer
        Updated 9:40 PM EST, January 14, 2025
        PORTO ALTO (Wire) — Floods cut off three towns in the Serra on Tuesday, and helicopters carried out the sick, officials said.
        More than two hundred millimetres of rain fell in a day, the state's weather service said, twice as much as in any January since records began.
        "We have never seen the river so high," said a teacher in one of the towns.
        Officials asked people to stay away from the bridges until engineers had looked at them.
        ___
        Lind reported from Porto Alto.
        Related topics
        Read next
        Insurers count the cost of a wet winter
        """
}
