// What the floor reader needs of ncurses and SQLite, as Swift can see it.
#ifndef CFLOOR_H
#define CFLOOR_H
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <sqlite3.h>
#endif
