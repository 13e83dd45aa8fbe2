/* Preloaded into the server by the durability tests: as long as a file named by FULL_WHEN is there, the disk below FULL_UNDER is
 * full: every write to a file there fails with ENOSPC, as on a real one. Nothing else is touched.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

static const char *under, *when;
static size_t under_length;

static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static ssize_t (*real_pwrite64)(int, const void *, size_t, off64_t);
static ssize_t (*real_writev)(int, const struct iovec *, int);
static ssize_t (*real_copy)(int, off64_t *, int, off64_t *, size_t, unsigned int);
static int (*real_fallocate)(int, off_t, off_t);
static int (*real_fallocate64)(int, off64_t, off64_t);

__attribute__((constructor)) static void begin(void) {
    under = getenv("FULL_UNDER");
    when = getenv("FULL_WHEN");
    under_length = under ? strlen(under) : 0;
    real_write = dlsym(RTLD_NEXT, "write");
    real_pwrite = dlsym(RTLD_NEXT, "pwrite");
    real_pwrite64 = dlsym(RTLD_NEXT, "pwrite64");
    real_writev = dlsym(RTLD_NEXT, "writev");
    real_copy = dlsym(RTLD_NEXT, "copy_file_range");
    real_fallocate = dlsym(RTLD_NEXT, "posix_fallocate");
    real_fallocate64 = dlsym(RTLD_NEXT, "posix_fallocate64");
}

/* Whether there is no room for a write to this file. */
static int is_full(int descriptor) {
    if (!under || !when || access(when, F_OK) != 0) return 0;
    char name[64], path[4096];
    snprintf(name, sizeof name, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(name, path, sizeof path - 1);
    if (length < (ssize_t)under_length) return 0;
    path[length] = 0;
    return strncmp(path, under, under_length) == 0 && (path[under_length] == '/' || path[under_length] == 0);
}

static ssize_t refuse(void) {
    errno = ENOSPC;
    return -1;
}

ssize_t write(int descriptor, const void *bytes, size_t count) {
    return is_full(descriptor) ? refuse() : real_write(descriptor, bytes, count);
}

ssize_t pwrite(int descriptor, const void *bytes, size_t count, off_t offset) {
    return is_full(descriptor) ? refuse() : real_pwrite(descriptor, bytes, count, offset);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t count, off64_t offset) {
    return is_full(descriptor) ? refuse() : real_pwrite64(descriptor, bytes, count, offset);
}

ssize_t writev(int descriptor, const struct iovec *parts, int count) {
    return is_full(descriptor) ? refuse() : real_writev(descriptor, parts, count);
}

ssize_t copy_file_range(int in, off64_t *in_offset, int out, off64_t *out_offset, size_t count, unsigned int flags) {
    return is_full(out) ? refuse() : real_copy(in, in_offset, out, out_offset, count, flags);
}

int posix_fallocate(int descriptor, off_t offset, off_t length) {
    return is_full(descriptor) ? ENOSPC : real_fallocate(descriptor, offset, length);
}

int posix_fallocate64(int descriptor, off64_t offset, off64_t length) {
    return is_full(descriptor) ? ENOSPC : real_fallocate64(descriptor, offset, length);
}
