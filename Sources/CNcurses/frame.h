// What screen.c asks of frame.c; not for Swift.
#ifndef CN_FRAME_H
#define CN_FRAME_H

#include <stdio.h>

// A stream on the terminal for ncurses to start with.
FILE *cn_frame_open(void);
// Has its writes gathered from now on.
void cn_frame_gather(FILE *screen);
// Sends what was gathered.
void cn_frame_send(void);

#endif
