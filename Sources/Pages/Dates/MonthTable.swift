/// The names of months as news sites write them, a line a month, in lower case.
enum MonthTable {
    static let names = """
        jan january januar januari janvier enero janeiro gennaio ocak jän jänner stycznia leden ledna january siječnja tammikuuta января січня ene gen janv styczeń ian ianuarie jaanuar janvāris sausio január januára janúar ιανουαρίου ιανουάριος
        feb february februar februari février febrero fevereiro febbraio şubat fév févr feber lutego února února helmikuuta февраля лютого fev luty únor februarie veebruar február februára febrúar φεβρουαρίου
        mar march märz maart mars marzo março mart mrz mär marca března maaliskuuta марта березня marzec březen martie märts március mar marec μαρτίου
        apr april avril abril aprile nisan avr kwietnia dubna huhtikuuta апреля квітня abr kwiecień duben aprilie aprill április apríl apríla απριλίου
        may mai mei mayo maio maggio mayıs maj maja května toukokuuta мая травня mag květen május mája maí μαΐου
        jun june juni juin junio junho giugno haziran czerwca června kesäkuuta июня червня giu červen iunie juuni június júna júní ιουνίου
        jul july juli juillet julio julho luglio temmuz juil lipca července heinäkuuta июля липня lug lipiec červenec iulie juuli július júla júlí ιουλίου
        aug august août agosto augustus ağustos agustus augusti sierpnia srpna elokuuta августа серпня ago aout sierpień srpen augusztus augusta ágúst αυγούστου
        sep september septembre septiembre setembro settembre eylül sept września září syyskuuta сентября вересня set wrzesień septembrie szeptember septembra σεπτεμβρίου setiembre
        oct october oktober octobre octubre outubro ottobre ekim okt października října lokakuuta октября жовтня out ott październik říjen octombrie október októbra οκτωβρίου
        nov november novembre noviembre novembro kasım listopada listopadu marraskuuta ноября листопада listopad noiembrie novembra nóvember νοεμβρίου
        dec december dezember décembre diciembre dezembro dicembre aralık dez déc dic grudnia prosince joulukuuta декабря грудня desember grudzień prosinec decembrie detsember decembra δεκεμβρίου des
        """

    /// Minutes east of Greenwich by the names of zones that news sites print.
    static let zones: [String: Int] = [
        "z": 0, "utc": 0, "gmt": 0, "wet": 0, "bst": 60, "cet": 60, "mez": 60, "cest": 120, "mesz": 120,
        "eet": 120, "sast": 120, "eest": 180, "msk": 180, "trt": 180, "ist": 330, "sgt": 480, "hkt": 480,
        "awst": 480, "jst": 540, "kst": 540, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780,
        "est": -300, "edt": -240, "et": -300, "cst": -360, "cdt": -300, "ct": -360, "mst": -420, "mdt": -360,
        "mt": -420, "pst": -480, "pdt": -420, "pt": -480, "akst": -540, "akdt": -480, "hst": -600,
        "ast": -240,
        "brt": -180, "art": -180,
    ]

    /// Words between the parts of a date: “le 3 de mayo del 2024”, “the 3rd of May”.
    static let joiners: Set<String> = [
        "de", "del", "of", "the", "st", "nd", "rd", "th", "er", "di", "do", "dnia", "a",
    ]
}
