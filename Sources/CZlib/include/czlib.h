// The part of zlib that Tidings uses. deflateInit2 and inflateInit2 are macros, which Swift does not see.
#ifndef CZLIB_H
#define CZLIB_H

#include <zlib.h>

static inline int cz_deflate_init(z_stream *stream, int level, int window_bits) {
    return deflateInit2(stream, level, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY);
}

static inline int cz_inflate_init(z_stream *stream, int window_bits) {
    return inflateInit2(stream, window_bits);
}

#endif
