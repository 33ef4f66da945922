#define _GNU_SOURCE
#include "CPixbuf.h"

#include <dlfcn.h>
#include <errno.h>
#include <stdbool.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

// How gdk-pixbuf and GObject declare what is used of them, which is part of their ABI.
typedef void GObject, GError, Loader, Pixbuf;
typedef int (*Writer)(Loader *, const uint8_t *, size_t, GError **);

#define FUNCTIONS(X) \
    X(Loader *, gdk_pixbuf_loader_new_with_mime_type, (const char *, GError **)) \
    X(int, gdk_pixbuf_loader_write, (Loader *, const uint8_t *, size_t, GError **)) \
    X(int, gdk_pixbuf_loader_close, (Loader *, GError **)) \
    X(void, gdk_pixbuf_loader_set_size, (Loader *, int, int)) \
    X(Pixbuf *, gdk_pixbuf_loader_get_pixbuf, (Loader *)) \
    X(int, gdk_pixbuf_get_width, (const Pixbuf *)) \
    X(int, gdk_pixbuf_get_height, (const Pixbuf *)) \
    X(int, gdk_pixbuf_get_rowstride, (const Pixbuf *)) \
    X(int, gdk_pixbuf_get_n_channels, (const Pixbuf *)) \
    X(const uint8_t *, gdk_pixbuf_read_pixels, (const Pixbuf *)) \
    X(unsigned long, g_signal_connect_data, (void *, const char *, void (*)(void), void *, void *, int)) \
    X(void, g_object_unref, (void *))

#define DECLARE(result, name, arguments) result(*name) arguments;
static struct {
    FUNCTIONS(DECLARE)
} gdk;

int cp_open(void) {
    static int state = -1;
    if (state >= 0) return state;
    state = CP_MISSING;
    void *library = dlopen("libgdk_pixbuf-2.0.so.0", RTLD_NOW | RTLD_LOCAL);
    if (!library) return state;
    // GObject is a library of its own, found through the one that needs it.
#define FILL(result, name, arguments) \
    if (!(gdk.name = (result(*) arguments)dlsym(library, #name))) return state;
    FUNCTIONS(FILL)
    return state = CP_OK;
}

typedef struct {
    int64_t most;
    int enough;
    bool is_jpeg;
    bool is_refused;
    cp_picture *picture;
} Wish;

// The size is known, and nothing is decoded yet.
static void on_size(Loader *loader, int width, int height, void *context) {
    Wish *wish = context;
    wish->picture->full_width = width;
    wish->picture->full_height = height;
    if (width <= 0 || height <= 0 || (int64_t)width * height > wish->most) {
        wish->is_refused = true;
        gdk.gdk_pixbuf_loader_set_size(loader, 0, 0);
        return;
    }
    // A JPEG is read at a half, a quarter or an eighth for less than the whole would cost.
    int shorter = width < height ? width : height, part = 1;
    while (wish->is_jpeg && part < 8 && shorter / (part * 2) >= wish->enough) part *= 2;
    if (part > 1) gdk.gdk_pixbuf_loader_set_size(loader, (width + part - 1) / part, (height + part - 1) / part);
}

int cp_decode(const char *type, const uint8_t *bytes, size_t count, int64_t most, int enough, cp_picture *picture) {
    enum { PIECE = 64 * 1024 };
    // By its type: a decoder that nobody wants, of icons or drawings, is never tried.
    Loader *loader = gdk.gdk_pixbuf_loader_new_with_mime_type(type, NULL);
    if (!loader) return CP_UNREADABLE;
    *picture = (cp_picture){.loader = loader};
    Wish wish = {.most = most, .enough = enough, .is_jpeg = type[6] == 'j', .picture = picture};
    gdk.g_signal_connect_data(loader, "size-prepared", (void (*)(void))on_size, &wish, NULL, 0);
    bool is_read = true;
    for (size_t done = 0; is_read && done < count && !wish.is_refused; done += PIECE)
        is_read = gdk.gdk_pixbuf_loader_write(loader, bytes + done, count - done < PIECE ? count - done : PIECE, NULL);
    // A picture that was cut off shows as far as it goes, so what closing says of it does not matter.
    gdk.gdk_pixbuf_loader_close(loader, NULL);
    Pixbuf *pixbuf = wish.is_refused ? NULL : gdk.gdk_pixbuf_loader_get_pixbuf(loader);
    if (!pixbuf) {
        cp_free(picture);
        return wish.is_refused ? CP_TOO_LARGE : CP_UNREADABLE;
    }
    picture->width = gdk.gdk_pixbuf_get_width(pixbuf);
    picture->height = gdk.gdk_pixbuf_get_height(pixbuf);
    picture->channels = gdk.gdk_pixbuf_get_n_channels(pixbuf);
    picture->stride = gdk.gdk_pixbuf_get_rowstride(pixbuf);
    picture->pixels = gdk.gdk_pixbuf_read_pixels(pixbuf);
    return CP_OK;
}

void cp_free(cp_picture *picture) {
    if (picture->loader) gdk.g_object_unref(picture->loader);
    picture->loader = NULL;
    picture->pixels = NULL;
}

static int bound(int resource, uint64_t value) {
    struct rlimit limit = {.rlim_cur = value, .rlim_max = value};
    return setrlimit(resource, &limit);
}

int cp_limit(uint64_t bytes, uint64_t seconds) {
    return bound(RLIMIT_AS, bytes) | bound(RLIMIT_CPU, seconds) | bound(RLIMIT_CORE, 0)
        | prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}

int cp_memory_file(const uint8_t *bytes, size_t count) {
    int file = memfd_create("picture", MFD_CLOEXEC);
    for (size_t done = 0; file >= 0 && done < count;) {
        ssize_t written = write(file, bytes + done, count - done);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) {
            close(file);
            return -1;
        }
        done += (size_t)written;
    }
    if (file >= 0) lseek(file, 0, SEEK_SET);
    return file;
}
