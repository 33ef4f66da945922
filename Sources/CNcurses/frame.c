// Gathers what ncurses writes, so that a frame reaches the terminal in one piece. ncurses 6.4 writes at every movement
// of the cursor: some eighty small writes a frame, which terminals show half done and ssh sends as packets.
#define _GNU_SOURCE
#include "frame.h"
#include "CNcurses.h"
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

// Bytes sent in one piece, and the longest control sequence that ncurses writes.
enum { PIECE = 32 * 1024, LONGEST_SEQUENCE = 64 };

static int gathered = -1;

void cn_write(const uint8_t *bytes, int count) {
    while (count > 0) {
        ssize_t written = write(STDOUT_FILENO, bytes, (size_t)count);
        if (written < 0 && errno != EINTR && errno != EAGAIN) return;
        if (written <= 0) continue;
        bytes += written;
        count -= (int)written;
    }
}

FILE *cn_frame_open(void) {
    gathered = -1;
    return fdopen(fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3), "w");
}

// While it starts, ncurses asks its descriptor for size and settings; from here on only writes are left. Where there is
// no memory file, frames go out in pieces as ncurses makes them.
void cn_frame_gather(FILE *screen) {
    int memory = memfd_create("frame", MFD_CLOEXEC);
    if (memory >= 0 && dup3(memory, fileno(screen), O_CLOEXEC) >= 0) gathered = memory;
}

// What a palette entry stands for: ncurses keeps a cell's entry through all its shifting and erasing, and so with it what
// it has no place for itself, a true colour and the address that a letter leads to.
typedef struct {
    bool is_taken;
    // As Color.code: 0 the terminal's own, 1 << 24 | palette, 2 << 24 | 0xRRGGBB.
    uint32_t color;
    char *link;
} meaning;

static meaning meanings[256];
static int meaning_count;
// The entry whose address the letters lead to that come now; 0 for none, which is never one that stands for something.
static int linking;

int cn_can_send_entries(void) { return gathered >= 0; }

void cn_entry(int entry, uint32_t color, const char *link) {
    if (entry < 16 || entry > 255) return;
    cn_forget_entry(entry);
    meanings[entry] = (meaning){true, color, link != NULL ? strdup(link) : NULL};
    meaning_count++;
}

void cn_forget_entry(int entry) {
    if (entry < 16 || entry > 255 || !meanings[entry].is_taken) return;
    free(meanings[entry].link);
    meanings[entry] = (meaning){0};
    meaning_count--;
}

void cn_forget_entries(void) {
    for (int entry = 16; entry < 256; entry++) cn_forget_entry(entry);
}

// What is to be sent next, in pieces.
static uint8_t piece[PIECE];
static size_t piece_used;

static void send_piece(void) {
    cn_write(piece, (int)piece_used);
    piece_used = 0;
}

static void put(const void *bytes, size_t count) {
    for (size_t i = 0; i < count;) {
        if (piece_used == sizeof piece) send_piece();
        size_t room = sizeof piece - piece_used;
        size_t now = count - i < room ? count - i : room;
        memcpy(piece + piece_used, (const uint8_t *)bytes + i, now);
        piece_used += now;
        i += now;
    }
}

static void put_text(const char *text) { put(text, strlen(text)); }

// Begins, changes or ends a hyperlink (OSC 8); terminals take parts of one address with the same id for one link.
static void use_link(int entry) {
    if (entry == linking) return;
    linking = entry;
    char start[24] = "\033]8;;";
    if (entry != 0) snprintf(start, sizeof start, "\033]8;id=%d;", entry);
    put_text(start);
    if (entry != 0) put_text(meanings[entry].link);
    put_text("\033\\");
}

// Puts the parameters that set a colour, of letters ('3') or of the ground ('4').
static void put_color(char plane, uint32_t color) {
    char text[24];
    unsigned value = color & 0xFFFFFF;
    if (color >> 24 == 2) {
        snprintf(text, sizeof text, "%c8;2;%u;%u;%u", plane, value >> 16, value >> 8 & 255, value & 255);
    } else if (color >> 24 == 0) {
        snprintf(text, sizeof text, "%c9", plane);
    } else if (value < 8) {
        snprintf(text, sizeof text, "%c%u", plane, value);
    } else if (value < 16) {
        snprintf(text, sizeof text, "%s%u", plane == '3' ? "9" : "10", value - 8);
    } else {
        snprintf(text, sizeof text, "%c8;5;%u", plane, value);
    }
    put_text(text);
}

// The length of a control sequence that begins here; 0 if it does not end here, or is none.
static size_t sequence_length(const uint8_t *bytes, size_t count) {
    if (count < 3 || bytes[0] != 0x1B || bytes[1] != '[') return 0;
    for (size_t i = 2; i < count && i < LONGEST_SEQUENCE; i++) {
        if (bytes[i] >= 0x40 && bytes[i] <= 0x7E) return i + 1;
    }
    return 0;
}

// Puts a sequence that sets looks, with `38;5;N` as what entry N stands for. Whatever else is said of the letters' colour
// ends a link.
static void put_looks(const uint8_t *sequence, size_t length) {
    int link = linking;
    put("\033[", 2);
    for (size_t i = 2; i < length;) {
        size_t end = i;
        int value = 0;
        while (end < length && sequence[end] >= '0' && sequence[end] <= '9') value = value * 10 + sequence[end++] - '0';
        if ((value == 38 || value == 48) && length - end > 3 && memcmp(sequence + end, ";5;", 3) == 0) {
            size_t digits = end + 3;
            int entry = 0;
            while (digits < length && sequence[digits] >= '0' && sequence[digits] <= '9') {
                entry = entry * 10 + sequence[digits++] - '0';
            }
            const meaning *meant = entry < 256 && meanings[entry].is_taken ? &meanings[entry] : NULL;
            if (value == 38) link = meant != NULL && meant->link != NULL ? entry : 0;
            if (meant != NULL) {
                put_color(value == 38 ? '3' : '4', meant->color);
            } else {
                put(sequence + i, digits - i);
            }
            end = digits;
        } else {
            if (value == 0 || (value >= 30 && value < 40) || (value >= 90 && value < 98)) link = 0;
            put(sequence + i, end - i);
        }
        // The separator, or the end.
        if (end < length) put(sequence + end++, 1);
        i = end;
    }
    use_link(link);
}

// Sends bytes with their palette entries exchanged; returns how many were taken: a sequence may go on in the next piece.
static size_t put_exchanged(const uint8_t *bytes, size_t count, bool is_last) {
    size_t i = 0;
    while (i < count) {
        const uint8_t *escape = memchr(bytes + i, 0x1B, count - i);
        size_t plain = escape == NULL ? count - i : (size_t)(escape - bytes) - i;
        put(bytes + i, plain);
        i += plain;
        if (i == count) break;
        size_t length = sequence_length(bytes + i, count - i);
        if (length == 0 && !is_last && i > 0 && count - i < LONGEST_SEQUENCE) break;
        if (length > 0 && bytes[i + length - 1] == 'm') {
            put_looks(bytes + i, length);
        } else {
            if (length == 0) length = 1;
            put(bytes + i, length);
        }
        i += length;
    }
    return i;
}

void cn_frame_send(void) {
    static uint8_t bytes[PIECE];
    if (gathered < 0) return;
    off_t end = lseek(gathered, 0, SEEK_CUR);
    for (off_t sent = 0; sent < end;) {
        size_t wanted = (size_t)(end - sent) < sizeof bytes ? (size_t)(end - sent) : sizeof bytes;
        ssize_t count = pread(gathered, bytes, wanted, sent);
        if (count <= 0) break;
        if (meaning_count > 0) {
            sent += (off_t)put_exchanged(bytes, (size_t)count, sent + count >= end);
        } else {
            cn_write(bytes, (int)count);
            sent += count;
        }
    }
    use_link(0);
    send_piece();
    lseek(gathered, 0, SEEK_SET);
}
