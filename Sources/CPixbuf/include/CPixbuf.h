// The part of gdk-pixbuf that Tidings uses, opened when it is first needed, and the limits of the process that
// uses it. Only a process of its own opens it: it reads a stranger's bytes and brings 28 libraries along. What is
// needed of its headers is declared here, so that they need not be there to build.
#ifndef CPIXBUF_H
#define CPIXBUF_H

#include <stddef.h>
#include <stdint.h>

enum {
    CP_OK = 0,
    // There is no gdk-pixbuf here, or none that can be used.
    CP_MISSING,
    // The bytes are no picture that it can read.
    CP_UNREADABLE,
    // The picture is larger than it may be.
    CP_TOO_LARGE,
};

// A decoded picture: rows of `stride` bytes, 3 or 4 bytes a pixel (red, green, blue, alpha).
typedef struct {
    int width;
    int height;
    // What its file says, which a picture of many pixels is not decoded to.
    int full_width;
    int full_height;
    int channels;
    int stride;
    const uint8_t *pixels;
    void *loader;
} cp_picture;

// Opens the library, once; not thread-safe.
int cp_open(void);
// Decodes a picture of a media type. One of more pixels than `most` is not decoded; what its decoder can make
// smaller without work is made so, down to `enough` pixels on the shorter side.
int cp_decode(const char *type, const uint8_t *bytes, size_t count, int64_t most, int enough, cp_picture *picture);
void cp_free(cp_picture *picture);

// Bounds this process for good: so much memory, so much time on a processor, no dump where it crashes, no new
// privileges. Returns 0 if all hold.
int cp_limit(uint64_t bytes, uint64_t seconds);
// An unnamed file in memory with these bytes, to be read from its start; -1 where there is none.
int cp_memory_file(const uint8_t *bytes, size_t count);

#endif
