import News

extension Typesetter {
    /// Sets the pictures of a paragraph above its text, where they have come.
    mutating func setPictures(of content: [Inline], room: Int) {
        guard options.pictures != nil else { return }
        for address in PictureSearch.addresses(in: content) { setPicture(address, room: room) }
    }

    /// Sets a picture, if it has come; its alternative text follows in any case.
    mutating func setPicture(_ address: WebAddress?, room: Int) {
        guard let pictures = options.pictures, let address, let thumbnail = pictures.thumbnails[address],
            room >= Limits.pictureRoom
        else { return }
        let rows = thumbnail.rows(
            columns: room, rows: pictures.rows, form: pictures.form)
        for row in rows { page.emit(StyledLine(row)) }
    }
}
