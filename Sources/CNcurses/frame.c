// Gathers what ncurses writes, so that a frame reaches the terminal in one piece. ncurses 6.4 writes at every movement
// of the cursor: some eighty small writes a frame, which terminals show half done and ssh sends as packets.
#define _GNU_SOURCE
#include "frame.h"
#include "CNcurses.h"
#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

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

void cn_frame_send(void) {
    static uint8_t bytes[32 * 1024];
    if (gathered < 0) return;
    off_t end = lseek(gathered, 0, SEEK_CUR);
    for (off_t sent = 0; sent < end;) {
        size_t wanted = (size_t)(end - sent) < sizeof bytes ? (size_t)(end - sent) : sizeof bytes;
        ssize_t count = pread(gathered, bytes, wanted, sent);
        if (count <= 0) break;
        cn_write(bytes, (int)count);
        sent += count;
    }
    lseek(gathered, 0, SEEK_SET);
}
