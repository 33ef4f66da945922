// The screen itself: newterm, rows, size. newterm and not initscr, which ends the process where it fails.
#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include "CNcurses.h"
#include "frame.h"
#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>
// term.h takes this word for a capability.
#undef columns

// Keys are read past ncurses, so its keypad and mouse functions stay off and these are ours: bracketed paste, buttons,
// motion while a button is held, and coordinates as decimal numbers. Terminals ignore the modes they do not know.
#define PASTE_ON "\033[?2004h"
#define PASTE_OFF "\033[?2004l"
#define MOUSE_ON "\033[?1000h\033[?1002h\033[?1006h"
#define MOUSE_OFF "\033[?1006l\033[?1002l\033[?1000l"

static bool mouse_wanted;
static bool is_utf8;
static bool has_default_colors;
static bool forgotten;
static int shown_cursor = -1;
static char entering[256];
static struct termios raw_settings;

static void write_text(const char *text) { cn_write((const uint8_t *)text, (int)strlen(text)); }

// Where no language is set at all (containers, cron) or the set one is not installed, letters are taken for UTF-8, as
// every terminal of today sends them; LANG=C is obeyed.
static void use_locale(void) {
    const char *names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    const char *name = NULL;
    for (int i = 0; i < 3 && (name == NULL || *name == 0); i++) name = getenv(names[i]);
    if (name == NULL || *name == 0 || setlocale(LC_CTYPE, "") == NULL) setlocale(LC_CTYPE, "C.UTF-8");
    is_utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

// A terminfo string without its padding ($<5>), for writing it where no ncurses may run.
static void append(char *text, size_t room, const char *capability) {
    if (capability == NULL || capability == (const char *)-1) return;
    size_t length = strlen(text);
    for (const char *c = capability; *c != 0 && length + 1 < room; c++) {
        if (c[0] == '$' && c[1] == '<') {
            while (*c != 0 && *c != '>') c++;
            if (*c == 0) break;
            continue;
        }
        text[length++] = *c;
    }
    text[length] = 0;
}

// The terminal is entered and left by these texts and not by endwin, whose way back also resets the palette that the
// user gave the terminal (\033]104). Where there is no alternate screen, it is left empty.
static void make_texts(void) {
    static char leaving[512];
    leaving[0] = entering[0] = 0;
    append(entering, sizeof entering, enter_ca_mode);
    append(entering, sizeof entering, mouse_wanted ? PASTE_ON MOUSE_ON : PASTE_ON);
    append(leaving, sizeof leaving, MOUSE_OFF PASTE_OFF);
    append(leaving, sizeof leaving, exit_attribute_mode);
    append(leaving, sizeof leaving, cursor_normal);
    append(leaving, sizeof leaving, exit_ca_mode != NULL ? exit_ca_mode : clear_screen);
    cn_guard(leaving);
}

// A type that terminfo does not know is nearly always a newer xterm: kitty, alacritty, foot on a plain Debian.
static SCREEN *open_screen(const char *type, FILE *output) {
    const char *names[] = {type, "xterm-256color", "xterm", "vt100"};
    SCREEN *screen = NULL;
    bool fallback = strcmp(type, "dumb") != 0 && strcmp(type, "unknown") != 0;
    for (int i = 0; i < (fallback ? 4 : 1) && screen == NULL; i++) screen = newterm(names[i], output, stdin);
    return screen;
}

int cn_start(int colors, int mouse) {
    if (!isatty(STDOUT_FILENO)) return CN_NOT_A_TERMINAL;
    const char *type = getenv("TERM");
    if (type == NULL || *type == 0) return CN_NO_TYPE;
    use_locale();
    use_tioctl(TRUE);
    mouse_wanted = mouse != 0;
    cn_arm();
    FILE *output = cn_frame_open();
    if (output == NULL || open_screen(type, output) == NULL) {
        cn_restore();
        return CN_UNKNOWN_TYPE;
    }
    if (cursor_address == NULL) {
        cn_restore();
        return CN_CANNOT_MOVE;
    }
    make_texts();
    signal(SIGTSTP, SIG_DFL);
    raw();
    noecho();
    nonl();
    // Else a frame is left half done when a key has come meanwhile.
    typeahead(-1);
    tcgetattr(STDOUT_FILENO, &raw_settings);
    if (colors && has_colors() && start_color() == OK) has_default_colors = use_default_colors() == OK;
    cn_take_size();
    cn_frame_gather(output);
    forgotten = true;
    write_text(mouse_wanted ? PASTE_ON MOUSE_ON : PASTE_ON);
    return CN_OK;
}

void cn_set_mouse(int wanted) {
    if ((wanted != 0) == mouse_wanted) return;
    mouse_wanted = wanted != 0;
    make_texts();
    if (cn_is_armed()) write_text(mouse_wanted ? MOUSE_ON : MOUSE_OFF);
}

void cn_leave(void) {
    if (!cn_is_armed()) return;
    // ncurses must know that the cursor shows, as it sends only what it thinks is a change.
    curs_set(1);
    shown_cursor = 1;
    cn_frame_send();
    cn_restore();
}

void cn_enter(void) {
    cn_arm();
    tcsetattr(STDOUT_FILENO, TCSANOW, &raw_settings);
    write_text(entering);
    cn_forget();
}

int cn_columns(void) { return COLS; }
int cn_rows(void) { return LINES; }
int cn_colors(void) { return COLORS > 0 ? COLORS : 0; }
int cn_pairs(void) { return COLOR_PAIRS; }
int cn_is_utf8(void) { return is_utf8; }

int cn_take_size(void) {
    struct winsize window;
    int rows = LINES, columns = COLS;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) == 0 && window.ws_row > 0 && window.ws_col > 0) {
        rows = window.ws_row;
        columns = window.ws_col;
    }
    if (rows > CN_MOST_ROWS) rows = CN_MOST_ROWS;
    if (columns > CN_MOST_COLUMNS) columns = CN_MOST_COLUMNS;
    if (rows == LINES && columns == COLS) return 0;
    resize_term(rows, columns);
    cn_forget();
    return 1;
}

int cn_pair(int foreground, int background) {
    if (!has_default_colors) {
        if (foreground < 0) foreground = COLOR_WHITE;
        if (background < 0) background = COLOR_BLACK;
    }
    int pair = alloc_pair(foreground, background);
    return pair > 0 ? pair : 0;
}

static attr_t attributes_of(uint8_t bits) {
    attr_t attributes = A_NORMAL;
    if (bits & CN_BOLD) attributes |= A_BOLD;
    if (bits & CN_DIM) attributes |= A_DIM;
    if (bits & CN_ITALIC) attributes |= A_ITALIC;
    if (bits & CN_UNDERLINE) attributes |= A_UNDERLINE;
    if (bits & CN_REVERSE) attributes |= A_REVERSE;
    return attributes;
}

static void add_mark(cchar_t *cell, int place, uint32_t mark) {
    if (mark != 0 && wcwidth((wchar_t)mark) == 0) cell->chars[place] = (wchar_t)mark;
}

// Puts one cell's letter; returns how many ncurses cells it became. ncurses counts columns by wcwidth, so a letter that
// libc measures otherwise than the canvas (emoji newer than libc, letters outside the locale) is replaced, or followed
// by a blank where it only is narrower (an emoji made wide by a variation selector).
static int put_cell(cchar_t *to, const cn_cell *from) {
    uint32_t base = from->base;
    int columns = base >= 0x20 && base < 0x7F ? 1 : wcwidth((wchar_t)base);
    if (columns < 1 || columns > from->columns) {
        base = is_utf8 ? 0xFFFD : '?';
        columns = 1;
    }
    to->chars[0] = (wchar_t)base;
    if (from->mark1 != 0 || from->mark2 != 0) {
        add_mark(to, 1, from->mark1);
        add_mark(to, to->chars[1] != 0 ? 2 : 1, from->mark2);
    }
    if (columns == from->columns) return 1;
    to[1] = to[0];
    memset(to[1].chars, 0, sizeof to[1].chars);
    to[1].chars[0] = L' ';
    return 2;
}

void cn_put(int y, int x, const cn_cell *cells, int count) {
    static cchar_t row[CN_MOST_COLUMNS + 1];
    cchar_t look;
    int used = 0;
    for (int i = 0; i < count && used < CN_MOST_COLUMNS; i++) {
        bool same = i > 0 && cells[i].pair == cells[i - 1].pair && cells[i].attributes == cells[i - 1].attributes;
        if (!same) setcchar(&look, L" ", attributes_of(cells[i].attributes), 0, (void *)&cells[i].pair);
        row[used] = look;
        used += put_cell(&row[used], &cells[i]);
    }
    if (used > 0) mvwadd_wchnstr(stdscr, y, x, row, used);
}

void cn_erase(void) { werase(stdscr); }

void cn_forget(void) { forgotten = true; }

void cn_show(int y, int x) {
    if (!cn_is_armed()) return;
    int cursor = x >= 0;
    if (cursor != shown_cursor) {
        curs_set(cursor);
        leaveok(stdscr, !cursor);
        shown_cursor = cursor;
    }
    if (cursor) wmove(stdscr, y, x);
    if (forgotten) clearok(stdscr, TRUE);
    forgotten = false;
    wrefresh(stdscr);
    cn_frame_send();
}

void cn_bell(void) {
    if (!cn_is_armed()) return;
    beep();
    cn_frame_send();
}
