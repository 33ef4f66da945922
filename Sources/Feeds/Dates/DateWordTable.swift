/// The words of dates: the beginnings of month names in the languages feeds are written in, and time zones.
enum DateWordTable {
    /// A month's number, then how its names begin, in lower case.
    static let months = """
        1 jan ene gen sty oca ιαν ιάν янв січ led sij
        2 feb fev fév lut şub φεβ фев лют úno vel
        3 mar mär maa mrt mrz már μαρ μάρ μάώ мар бер bře ožu
        4 apr abr avr ápr kwi nis απρ апр кві dub tra
        5 may mai maj mei mag máj máu maí μαϊ μαΐ μάι μαι май мая тра kvě svi
        6 jun juin jún giu cze haz ιουν ιούν ιον июн чер čvn lip_hr
        7 jul juil júl lug lip tem ιουλ ιούλ ιολ июл лип čvc
        8 aug ago aoû aou sie ağu αυγ αύγ авг сер srp kol
        9 sep set szep wrz eyl σεπ сен вер zář ruj
        10 oct okt out ott paź eki οκτ окт жов říj
        11 nov lis kas νοε νοέ ноя лис stu_hr
        12 dec dez dic des déc gru ara δεκ дек гру pro
        """

    /// Minutes east of Greenwich, then the names.
    static let zones = """
        0 ut utc gmt z wet
        60 met cet bst ist_ie west
        120 mest cest eet sast cat ist_il
        180 eest msk eat trt
        240 msd gst
        270 irdt
        210 irst
        300 pkt uzt
        330 ist
        345 npt
        360 bdt
        420 wib ict
        480 sgt hkt awst pht myt
        540 jst kst
        570 acst
        600 aest
        630 acdt
        660 aedt
        720 nzst
        780 nzdt
        -150 ndt
        -210 nst
        -180 adt brt art clst
        -240 ast edt at clt
        -300 est cdt et cot pet
        -360 cst mdt ct
        -420 mst pdt mt
        -480 pst akdt pt
        -540 akst
        -600 hst
        """

    /// Forenoon and afternoon, in the languages that write them.
    static let forenoon: Set<String> = ["am", "오전", "上午", "午前", "πμ"]
    static let afternoon: Set<String> = ["pm", "오후", "下午", "午後", "μμ"]
}
