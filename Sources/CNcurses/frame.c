// Gathers what ncurses writes, so that a frame reaches the terminal in one piece. ncurses 6.4 writes at every movement
// of the cursor: some eighty small writes a frame, which terminals show half done and ssh sends as packets.
#define _GNU_SOURCE
#include "frame.h"
#include "CNcurses.h"
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

// Bytes sent in one piece, and the longest control sequence that ncurses writes; exchanged ones are less than three times as long.
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

// What palette entries stand for, with bit 24 set where they stand for something.
static uint32_t true_colors[256];
static int true_color_count;

int cn_can_send_true_colors(void) { return gathered >= 0; }

void cn_true_color(int entry, uint32_t color) {
    if (entry < 16 || entry > 255) return;
    true_colors[entry] = color | 1u << 24;
    true_color_count++;
}

void cn_forget_true_colors(void) {
    memset(true_colors, 0, sizeof true_colors);
    true_color_count = 0;
}

// The length of a control sequence that begins here; 0 if it does not end here, or is none.
static size_t sequence_length(const uint8_t *bytes, size_t count) {
    if (count < 3 || bytes[0] != 0x1B || bytes[1] != '[') return 0;
    for (size_t i = 2; i < count && i < LONGEST_SEQUENCE; i++) {
        if (bytes[i] >= 0x40 && bytes[i] <= 0x7E) return i + 1;
    }
    return 0;
}

// Writes a control sequence to another place with `38;5;N` as `38;2;R;G;B`, where entry N stands for a colour.
static size_t exchange(const uint8_t *from, size_t length, uint8_t *to) {
    size_t used = 0;
    for (size_t i = 0; i < length;) {
        const uint8_t *at = from + i;
        int starts = i > 0 && (at[-1] == '[' || at[-1] == ';');
        if (starts && length - i > 5 && (at[0] == '3' || at[0] == '4') && memcmp(at + 1, "8;5;", 4) == 0) {
            int entry = 0;
            size_t digits = 0;
            while (digits < 3 && at[5 + digits] >= '0' && at[5 + digits] <= '9') entry = entry * 10 + at[5 + digits++] - '0';
            uint32_t color = entry < 256 ? true_colors[entry] : 0;
            if (digits > 0 && color != 0) {
                used += (size_t)sprintf((char *)to + used, "%c8;2;%u;%u;%u", at[0], color >> 16 & 255, color >> 8 & 255, color & 255);
                i += 5 + digits;
                continue;
            }
        }
        to[used++] = from[i++];
    }
    return used;
}

// Sends bytes with their palette entries exchanged; returns how many were taken: a sequence may go on in the next piece.
static size_t send_exchanged(const uint8_t *bytes, size_t count, bool is_last) {
    static uint8_t text[PIECE * 3];
    size_t used = 0, i = 0;
    while (i < count) {
        if (bytes[i] != 0x1B) {
            text[used++] = bytes[i++];
            continue;
        }
        size_t length = sequence_length(bytes + i, count - i);
        if (length == 0 && !is_last && i > 0 && count - i < LONGEST_SEQUENCE) break;
        if (length == 0) {
            text[used++] = bytes[i++];
        } else {
            used += bytes[i + length - 1] == 'm' ? exchange(bytes + i, length, text + used)
                                                 : (memcpy(text + used, bytes + i, length), length);
            i += length;
        }
    }
    cn_write(text, (int)used);
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
        if (true_color_count > 0) {
            sent += (off_t)send_exchanged(bytes, (size_t)count, sent + count >= end);
        } else {
            cn_write(bytes, (int)count);
            sent += count;
        }
    }
    lseek(gathered, 0, SEEK_SET);
}
