// Setting the terminal back when the process dies: a trap in any thread must not leave raw mode and the alternate
// screen behind. Runs in signal handlers, so it knows no ncurses: the bytes to write are made ready at the start.
// The handler that was there before (Swift's backtrace) or the default action follows.
#define _GNU_SOURCE
#include "CNcurses.h"
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

// The last of it is enough to say what went wrong.
enum { MOST_TALK = 64 * 1024 };

static atomic_bool armed;
static struct termios found;
static bool has_found;
static const char *leaving_text;
static size_t leaving_length;

// What was said on standard error while the screen was open, and where it is to be said.
static int kept_talk = -1;
static int real_talk = -1;

static const int fatal[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGSYS};
enum { FATAL_COUNT = sizeof fatal / sizeof fatal[0] };
static struct sigaction before[FATAL_COUNT];

int cn_is_armed(void) { return atomic_load(&armed); }

// Talk would stand in the middle of the screen and vanish with it, the reason of a trap first of all.
static void keep_talk(void) {
    if (!isatty(STDERR_FILENO)) return;
    if (kept_talk < 0) kept_talk = memfd_create("talk", MFD_CLOEXEC);
    if (real_talk < 0) real_talk = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
    if (kept_talk >= 0 && real_talk >= 0) dup2(kept_talk, STDERR_FILENO);
}

static void say_talk(void) {
    char text[4096];
    if (kept_talk < 0 || real_talk < 0) return;
    dup2(real_talk, STDERR_FILENO);
    off_t end = lseek(kept_talk, 0, SEEK_CUR);
    for (off_t said = end > MOST_TALK ? end - MOST_TALK : 0; said < end;) {
        ssize_t count = pread(kept_talk, text, sizeof text, said);
        if (count <= 0 || write(STDERR_FILENO, text, (size_t)count) < 0) break;
        said += count;
    }
    if (ftruncate(kept_talk, 0) == 0) lseek(kept_talk, 0, SEEK_SET);
}

void cn_arm(void) {
    has_found = tcgetattr(STDOUT_FILENO, &found) == 0;
    keep_talk();
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
    say_talk();
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
