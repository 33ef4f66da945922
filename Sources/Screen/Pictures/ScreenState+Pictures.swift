import Library
import News
import Typesetting

extension ScreenState {
    /// Pictures of one article that are asked for; more are in galleries, which are better looked at in a browser.
    private static let mostPictures = 12
    /// Rows of the reader below which a picture would leave no room to read.
    private static let leastRows = 8

    /// Whether this terminal can show pictures: without many colours and the signs for them their words say more.
    var canShowPictures: Bool { surroundings.colors >= 256 && !glyphs.isASCII }

    /// How pictures are set in the reader as it is; nothing where their words alone show.
    var pictureSetting: PictureSetting? {
        let rows = height(of: .reader)
        guard settings.showsPictures, canShowPictures, rows >= ScreenState.leastRows else { return nil }
        let held = reader.pictures.compactMap { address in pictures.thumbnails[address].map { (address, $0) }
        }
        guard !held.isEmpty else { return nil }
        return PictureSetting(
            thumbnails: Dictionary(held) { first, _ in first }, rows: rows / 2,
            form: surroundings.hasGraphics ? .whole : surroundings.colors > 256 ? .trueColors : .palette)
    }

    /// Asks for the pictures of the article that is being read: not of one that is only selected.
    mutating func missingPictures() -> ScreenEffect? {
        guard settings.showsPictures, canShowPictures, reader.isOpened || focus == .reader,
            layout.shows(.reader), height(of: .reader) >= ScreenState.leastRows,
            let reading = reader.reading, reading.listing.id == reader.wanted
        else { return nil }
        let wanted = Array(reader.pictures.prefix(ScreenState.mostPictures))
        let missing = pictures.missing(of: wanted)
        return missing.isEmpty ? nil : .loadPictures(missing, of: reading.listing.source)
    }

    /// Shows pictures, or no longer, until the settings are read again.
    mutating func togglePictures() -> [ScreenEffect] {
        surroundings.settings.showsPictures.toggle()
        let shows = settings.showsPictures
        notice = Line(
            "Pictures are \(shows ? "shown" : "not shown"); \(key(.pictures)) \(shows ? "hides" : "shows") them"
        )
        return []
    }

    /// Why no pictures can be shown.
    var pictureObstacle: Line? {
        if surroundings.colors < 256 { return "This terminal has too few colours for pictures" }
        if glyphs.isASCII { return "Pictures are made of a sign beyond ASCII" }
        if pictures.hasNoDecoder {
            return "Pictures need gdk-pixbuf (libgdk_pixbuf-2.0), which is not installed"
        }
        return nil
    }
}

extension Reading {
    /// The picture that stands for the article, unless its text begins with one, which mostly is the same.
    var leadPicture: WebAddress? {
        guard PictureSetting.addresses(in: Array(blocks.prefix(2))).isEmpty else { return nil }
        let lead =
            article.leadImage
            ?? article.enclosures.first { $0.type?.text.hasPrefix("image/") ?? false }?.address
        guard let lead, !PictureSetting.addresses(in: blocks).contains(lead) else { return nil }
        return lead
    }

    /// Its pictures in the order of reading.
    var pictures: [WebAddress] { (leadPicture.map { [$0] } ?? []) + PictureSetting.addresses(in: blocks) }
}
