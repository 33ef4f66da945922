// zstd with the training of dictionaries, for Swift.
#ifndef CZSTD_H
#define CZSTD_H

#include <zdict.h>
#include <zstd.h>

#endif
