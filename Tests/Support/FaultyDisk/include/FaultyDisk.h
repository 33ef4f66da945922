// A disk that fails when it is told to, for SQLite alone: its unix VFS lets its system calls be replaced for tests
// (sqlite.org/c3ref/vfs.html, xSetSystemCall).
#ifndef FAULTY_DISK_H
#define FAULTY_DISK_H

/// Makes the n-th write (from 1) to files whose path begins with `path` fail with `error`, and all after it.
///
/// Returns a handle, or -1 when too many disks are armed at once.
int faulty_disk_arm(const char *path, int n, int error);

/// Heals the disk; returns how many writes failed.
int faulty_disk_heal(int handle);

#endif
