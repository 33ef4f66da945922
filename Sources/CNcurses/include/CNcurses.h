// The few doors to ncursesw, signalfd and eventfd that Swift's importer cannot see: macros, mutable globals and
// headers outside its Glibc module. One screen a process; every function but cn_restore belongs to the main thread.
#ifndef CNCURSES_H
#define CNCURSES_H

#include <stdint.h>

// Why a screen could not be opened.
enum {
    CN_OK = 0,
    CN_NOT_A_TERMINAL,
    CN_NO_TYPE,
    CN_UNKNOWN_TYPE,
    CN_CANNOT_MOVE,
};

// Bits of cn_cell.attributes.
enum {
    CN_BOLD = 1,
    CN_DIM = 2,
    CN_ITALIC = 4,
    CN_UNDERLINE = 8,
    CN_REVERSE = 16,
};

// The most columns and rows a screen may have: an 8K display with the smallest legible letters has fewer.
enum {
    CN_MOST_COLUMNS = 2000,
    CN_MOST_ROWS = 1000,
};

// A letter with its marks (0 for none), the columns it takes (1 or 2) and its look.
typedef struct {
    uint32_t base;
    uint32_t mark1;
    uint32_t mark2;
    int32_t pair;
    uint8_t columns;
    uint8_t attributes;
} cn_cell;

// Opens the screen: alternate screen, raw keys, bracketed paste, and the mouse if asked for.
int cn_start(int colors, int mouse);
// Gives the terminal back as it was found, and takes it again.
void cn_leave(void);
void cn_enter(void);
// Listens to the mouse or not, from now on.
void cn_set_mouse(int wanted);
// Stops the whole process group, as a shell expects of ^Z; returns when it is continued.
void cn_stop_group(void);

// What the terminal has.
int cn_columns(void);
int cn_rows(void);
int cn_colors(void);
int cn_pairs(void);
int cn_is_utf8(void);
// Takes over the window's size; returns whether it changed.
int cn_take_size(void);

// Whether palette entries can stand for something else, and what an entry from 16 on stands for from now on: a colour as
// Color.code, and of letters an address they lead to (printable ASCII) or NULL. Entries that show must stay as they are.
int cn_can_send_entries(void);
void cn_entry(int entry, uint32_t color, const char *link);
void cn_forget_entry(int entry);
void cn_forget_entries(void);

// The pair of a foreground and a background, -1 for the terminal's own; 0 if it cannot have it.
int cn_pair(int foreground, int background);
// Puts cells of a row from a column on; nothing is shown before cn_show.
void cn_put(int y, int x, const cn_cell *cells, int count);
// Empties all rows.
void cn_erase(void);
// Forgets what the terminal shows, so that cn_show sends everything.
void cn_forget(void);
// Brings the terminal up to date and the cursor to its place, or hides it where x < 0.
void cn_show(int y, int x);
void cn_bell(void);
// Writes all bytes past ncurses.
void cn_write(const uint8_t *bytes, int count);

// Blocks the signals that cn_next_signal tells; before any other thread exists.
void cn_block_signals(void);
// A descriptor that is readable when a blocked signal waits, or -1.
int cn_signal_descriptor(void);
// The next waiting signal, or 0.
int cn_next_signal(int descriptor);
// A counter that wakes poll(2), or -1.
int cn_event_descriptor(void);

// Lets every fatal signal and exit() set the terminal back first.
void cn_guard(const char *leaving);
// Has the terminal set back from now on, to the settings it has now; standard error is kept until then.
void cn_arm(void);
int cn_is_armed(void);
// Sets the terminal back at once; async-signal-safe, does nothing the second time.
void cn_restore(void);

#endif
