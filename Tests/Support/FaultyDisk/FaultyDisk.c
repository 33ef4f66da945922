#define _GNU_SOURCE
#include "FaultyDisk.h"

#include <errno.h>
#include <pthread.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { MOST = 64, LONGEST = 1024 };

static struct disk { char path[LONGEST]; int left, error, failed, is_used; } disks[MOST];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static ssize_t (*real_write)(int, const void *, size_t);

// The error that a write to this file has to fail with, or 0.
static int failure(int file) {
    char name[64], path[LONGEST];
    snprintf(name, sizeof name, "/proc/self/fd/%d", file);
    ssize_t length = readlink(name, path, sizeof path - 1);
    if (length <= 0) return 0;
    path[length] = 0;
    int error = 0;
    pthread_mutex_lock(&lock);
    for (int i = 0; i < MOST && !error; i++) {
        struct disk *disk = &disks[i];
        if (!disk->is_used || strncmp(path, disk->path, strlen(disk->path))) continue;
        if (disk->left > 1) { disk->left--; continue; }
        disk->failed++;
        error = disk->error;
    }
    pthread_mutex_unlock(&lock);
    return error;
}

static ssize_t faulty_pwrite(int file, const void *bytes, size_t count, off_t offset) {
    int error = failure(file);
    if (error) { errno = error; return -1; }
    return real_pwrite(file, bytes, count, offset);
}

static ssize_t faulty_write(int file, const void *bytes, size_t count) {
    int error = failure(file);
    if (error) { errno = error; return -1; }
    return real_write(file, bytes, count);
}

static void install(void) {
    sqlite3_initialize();
    sqlite3_vfs *vfs = sqlite3_vfs_find("unix");
    if (!vfs) return;
    const char *name = vfs->xGetSystemCall(vfs, "pwrite64") ? "pwrite64" : "pwrite";
    real_pwrite = (void *)vfs->xGetSystemCall(vfs, name);
    vfs->xSetSystemCall(vfs, name, (sqlite3_syscall_ptr)faulty_pwrite);
    real_write = (void *)vfs->xGetSystemCall(vfs, "write");
    vfs->xSetSystemCall(vfs, "write", (sqlite3_syscall_ptr)faulty_write);
}

int faulty_disk_arm(const char *path, int n, int error) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, install);
    int handle = -1;
    pthread_mutex_lock(&lock);
    for (int i = 0; i < MOST && handle < 0; i++) {
        if (disks[i].is_used) continue;
        disks[i] = (struct disk){.left = n, .error = error, .is_used = 1};
        snprintf(disks[i].path, LONGEST, "%s", path);
        handle = i;
    }
    pthread_mutex_unlock(&lock);
    return handle;
}

int faulty_disk_heal(int handle) {
    if (handle < 0 || handle >= MOST) return 0;
    pthread_mutex_lock(&lock);
    int failed = disks[handle].failed;
    disks[handle].is_used = 0;
    pthread_mutex_unlock(&lock);
    return failed;
}
