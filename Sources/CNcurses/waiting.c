// Signals and wake-ups as descriptors, so that one poll(2) waits for everything.
#define _GNU_SOURCE
#include "CNcurses.h"
#include <pthread.h>
#include <signal.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <time.h>
#include <unistd.h>

static void handed_signals(sigset_t *set) {
    const int signals[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGWINCH, SIGTSTP, SIGCONT};
    sigemptyset(set);
    for (unsigned i = 0; i < sizeof signals / sizeof signals[0]; i++) sigaddset(set, signals[i]);
}

void cn_block_signals(void) {
    sigset_t set;
    handed_signals(&set);
    pthread_sigmask(SIG_BLOCK, &set, NULL);
}

int cn_signal_descriptor(void) {
    sigset_t set;
    handed_signals(&set);
    return signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
}

int cn_next_signal(int descriptor) {
    struct signalfd_siginfo info;
    return read(descriptor, &info, sizeof info) == sizeof info ? (int)info.ssi_signo : 0;
}

int cn_event_descriptor(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }

// SIGTSTP and not SIGSTOP: a group that no shell watches is not stopped for ever.
void cn_stop_group(void) {
    sigset_t stop, resume, old;
    sigemptyset(&stop);
    sigaddset(&stop, SIGTSTP);
    pthread_sigmask(SIG_UNBLOCK, &stop, &old);
    kill(0, SIGTSTP);
    pthread_sigmask(SIG_SETMASK, &old, NULL);
    sigemptyset(&resume);
    sigaddset(&resume, SIGCONT);
    const struct timespec now = {0, 0};
    sigtimedwait(&resume, NULL, &now);
}
