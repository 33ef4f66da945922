import Packing

/// Pictures made on the spot.
enum TestPictures {
    /// A PNG of 8-bit red, green and blue, by the colour of each place.
    static func png(
        width: Int, height: Int, color: (Int, Int) -> (UInt8, UInt8, UInt8)
    ) -> [UInt8] {
        var rows: [UInt8] = []
        for y in 0..<height {
            rows.append(0)
            for x in 0..<width {
                let (red, green, blue) = color(x, y)
                rows += [red, green, blue]
            }
        }
        return png(width: width, height: height, rows: rows)
    }

    /// A PNG that says any size, whatever it holds.
    static func png(width: Int, height: Int, rows: [UInt8]) -> [UInt8] {
        let head = big(width) + big(height) + [8, 2, 0, 0, 0]
        let packed: [UInt8] = [0x78, 0x01] + Packing.pack(rows) + big(adler(rows))
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", head)
            + chunk("IDAT", packed) + chunk("IEND", [])
    }

    /// A GIF of black frames, 64 by 48.
    static func gif(frames: Int) -> [UInt8] {
        let head: [UInt8] = Array("GIF89a".utf8) + [64, 0, 48, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255]
        let control: [UInt8] = [0x21, 0xF9, 4, 0, 10, 0, 0, 0]
        // Codes of three bits: clear, black, black, then clear again before they would grow.
        var bits: [Int] = []
        for _ in 0..<(64 * 48 / 2) { bits += [4, 0, 0] }
        bits.append(5)
        var data: [UInt8] = []
        var (held, count) = (0, 0)
        for code in bits {
            held |= code << count
            count += 3
            while count >= 8 {
                data.append(UInt8(held & 0xFF))
                held >>= 8
                count -= 8
            }
        }
        data.append(UInt8(held & 0xFF))
        var parts: [UInt8] = []
        for start in stride(from: 0, to: data.count, by: 255) {
            let part = data[start..<min(data.count, start + 255)]
            parts += [UInt8(part.count)] + part
        }
        let frame: [UInt8] = control + [0x2C, 0, 0, 0, 0, 64, 0, 48, 0, 0, 2] + parts + [0]
        return head + (0..<frames).flatMap { _ in frame } + [0x3B]
    }

    /// A JPEG's beginning that says a size.
    static func jpegHead(width: Int, height: Int) -> [UInt8] {
        [0xFF, 0xD8, 0xFF, 0xE0, 0, 16] + [UInt8](repeating: 0, count: 14)
            + [
                0xFF, 0xC2, 0, 17, 8, UInt8(height >> 8), UInt8(height & 255), UInt8(width >> 8),
                UInt8(width & 255), 3,
            ]
    }

    private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
        let body = Array(name.utf8) + content
        return big(content.count) + body + big(Int(Packing.checksum(body)))
    }

    private static func big(_ value: Int) -> [UInt8] {
        (0..<4).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    private static func adler(_ bytes: [UInt8]) -> Int {
        var (a, b) = (1, 0)
        for byte in bytes {
            a = (a + Int(byte)) % 65_521
            b = (b + a) % 65_521
        }
        return b << 16 | a
    }
}
