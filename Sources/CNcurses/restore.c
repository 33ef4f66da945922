// Setting the terminal back when the process dies: a trap in any thread must not leave raw mode and the alternate
// screen behind. Runs in signal handlers, so it knows no ncurses: the bytes to write are made ready at the start.
// The handler that was there before (Swift's backtrace) or the default action follows.
#define _GNU_SOURCE
#include "CNcurses.h"
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static atomic_bool armed;
static struct termios found;
static bool has_found;
static const char *leaving_text;
static size_t leaving_length;

static const int fatal[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGSYS};
enum { FATAL_COUNT = sizeof fatal / sizeof fatal[0] };
static struct sigaction before[FATAL_COUNT];

int cn_is_armed(void) { return atomic_load(&armed); }
void cn_disarm(void) { atomic_store(&armed, false); }

void cn_arm(void) {
    has_found = tcgetattr(STDOUT_FILENO, &found) == 0;
    atomic_store(&armed, true);
}

void cn_restore(void) {
    if (!atomic_exchange(&armed, false)) return;
    for (size_t done = 0; done < leaving_length;) {
        ssize_t written = write(STDOUT_FILENO, leaving_text + done, leaving_length - done);
        if (written <= 0) break;
        done += (size_t)written;
    }
    if (has_found) tcsetattr(STDOUT_FILENO, TCSANOW, &found);
}

// A fault comes again when the handler returns, from the same place and with the same details; a signal that was sent
// (abort, kill, a breakpoint) does not and is sent once more.
static void on_fatal(int signal, siginfo_t *info, void *context) {
    (void)context;
    cn_restore();
    for (int i = 0; i < FATAL_COUNT; i++) {
        if (fatal[i] == signal) sigaction(signal, &before[i], NULL);
    }
    if (info->si_code <= 0 || info->si_code == SI_KERNEL) raise(signal);
}

// So that running out of stack can be handled too.
static void give_alternate_stack(void) {
    static char stack[64 * 1024];
    stack_t now;
    if (sigaltstack(NULL, &now) != 0 || !(now.ss_flags & SS_DISABLE)) return;
    stack_t own = {.ss_sp = stack, .ss_size = sizeof stack, .ss_flags = 0};
    sigaltstack(&own, NULL);
}

void cn_guard(const char *leaving) {
    static bool guarded;
    leaving_text = leaving;
    leaving_length = strlen(leaving);
    if (guarded) return;
    guarded = true;
    give_alternate_stack();
    struct sigaction action = {.sa_sigaction = on_fatal, .sa_flags = SA_SIGINFO | SA_ONSTACK};
    sigemptyset(&action.sa_mask);
    for (int i = 0; i < FATAL_COUNT; i++) sigaction(fatal[i], &action, &before[i]);
    atexit(cn_restore);
}
