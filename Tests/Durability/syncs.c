/* Preloaded into the server by the durability tests: writes down, in order, what was written to the database's files, what was
 * synced, renamed, and sent to clients. Only ids that start with the mark are looked for, so that the log stays small.
 *
 *   SYNCS_LOG   file that the log is appended to
 *   SYNCS_MARK  the first characters of the ids to look for, e.g. feedface-
 *
 * A line is: sequence kind path [ids]
 *   w  bytes written to a file of ours        s  fsync or fdatasync has begun        S  it has ended
 *   r  rename (path is the new name)          o  bytes sent to a socket
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static unsigned long sequence;
static int log_descriptor = -1;
static const char *mark;
static size_t mark_length;

static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static ssize_t (*real_pwrite64)(int, const void *, size_t, off64_t);
static ssize_t (*real_writev)(int, const struct iovec *, int);
static ssize_t (*real_sendmsg)(int, const struct msghdr *, int);
static ssize_t (*real_send)(int, const void *, size_t, int);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);
static int (*real_rename)(const char *, const char *);

__attribute__((constructor)) static void begin(void) {
    real_write = dlsym(RTLD_NEXT, "write");
    real_pwrite = dlsym(RTLD_NEXT, "pwrite");
    real_pwrite64 = dlsym(RTLD_NEXT, "pwrite64");
    real_writev = dlsym(RTLD_NEXT, "writev");
    real_sendmsg = dlsym(RTLD_NEXT, "sendmsg");
    real_send = dlsym(RTLD_NEXT, "send");
    real_fsync = dlsym(RTLD_NEXT, "fsync");
    real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
    real_rename = dlsym(RTLD_NEXT, "rename");
    const char *path = getenv("SYNCS_LOG");
    mark = getenv("SYNCS_MARK");
    if (path && mark) {
        mark_length = strlen(mark);
        log_descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    }
}

static void say(const char *line, size_t length) {
    while (length > 0) {
        ssize_t wrote = real_write(log_descriptor, line, length);
        if (wrote <= 0) abort();
        line += wrote;
        length -= (size_t)wrote;
    }
}

static const char *path_of(int descriptor, char *buffer, size_t size) {
    char name[64];
    snprintf(name, sizeof name, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(name, buffer, size - 1);
    buffer[length < 0 ? 0 : length] = 0;
    return buffer;
}

/* Takes a number under the lock, so that the order of the log is the order of the events. */
static void note(char kind, const char *path, const struct iovec *parts, int count) {
    if (log_descriptor < 0) return;
    pthread_mutex_lock(&lock);
    char line[8192];
    int length = snprintf(line, sizeof line, "%lu %c %.1000s", ++sequence, kind, path);
    for (int part = 0; part < count; part++) {
        const char *bytes = parts[part].iov_base;
        size_t rest = parts[part].iov_len;
        while (rest >= 36) {
            const char *hit = memmem(bytes, rest, mark, mark_length);
            if (!hit || rest - (size_t)(hit - bytes) < 36) break;
            if (length > (int)sizeof line - 64) {
                line[length++] = '\n';
                say(line, (size_t)length);
                length = snprintf(line, sizeof line, "%lu %c %.1000s", sequence, kind, path);
            }
            length += snprintf(line + length, sizeof line - (size_t)length, " %.36s", hit);
            rest -= (size_t)(hit - bytes) + 36;
            bytes = hit + 36;
        }
    }
    line[length++] = '\n';
    say(line, (size_t)length);
    pthread_mutex_unlock(&lock);
}

/* Sockets are noted before the bytes leave, files after the bytes are in the page cache: the order that is worst for us. */
static int is_socket(int descriptor) {
    struct stat status;
    return fstat(descriptor, &status) == 0 && S_ISSOCK(status.st_mode);
}

static int is_ours(const char *path) {
    return strstr(path, "/cornerman.sqlite") || strstr(path, "/blobs/");
}

static void before(int descriptor, const struct iovec *parts, int count) {
    if (log_descriptor >= 0 && is_socket(descriptor)) note('o', "socket", parts, count);
}

static void after(int descriptor, const struct iovec *parts, int count, ssize_t wrote) {
    if (log_descriptor < 0 || wrote <= 0 || is_socket(descriptor)) return;
    char buffer[4096];
    const char *path = path_of(descriptor, buffer, sizeof buffer);
    if (is_ours(path)) note('w', path, parts, count);
}

ssize_t write(int descriptor, const void *bytes, size_t length) {
    struct iovec part = {(void *)bytes, length};
    before(descriptor, &part, 1);
    ssize_t wrote = real_write(descriptor, bytes, length);
    after(descriptor, &part, 1, wrote);
    return wrote;
}

ssize_t pwrite(int descriptor, const void *bytes, size_t length, off_t offset) {
    struct iovec part = {(void *)bytes, length};
    ssize_t wrote = real_pwrite(descriptor, bytes, length, offset);
    after(descriptor, &part, 1, wrote);
    return wrote;
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t length, off64_t offset) {
    struct iovec part = {(void *)bytes, length};
    ssize_t wrote = real_pwrite64(descriptor, bytes, length, offset);
    after(descriptor, &part, 1, wrote);
    return wrote;
}

ssize_t writev(int descriptor, const struct iovec *parts, int count) {
    before(descriptor, parts, count);
    ssize_t wrote = real_writev(descriptor, parts, count);
    after(descriptor, parts, count, wrote);
    return wrote;
}

ssize_t sendmsg(int descriptor, const struct msghdr *message, int flags) {
    before(descriptor, message->msg_iov, (int)message->msg_iovlen);
    return real_sendmsg(descriptor, message, flags);
}

ssize_t send(int descriptor, const void *bytes, size_t length, int flags) {
    struct iovec part = {(void *)bytes, length};
    before(descriptor, &part, 1);
    return real_send(descriptor, bytes, length, flags);
}

static int synced(int descriptor, int (*call)(int)) {
    char buffer[4096] = "";
    if (log_descriptor >= 0) note('s', path_of(descriptor, buffer, sizeof buffer), NULL, 0);
    int result = call(descriptor);
    if (log_descriptor >= 0 && result == 0) note('S', buffer, NULL, 0);
    return result;
}

int fsync(int descriptor) { return synced(descriptor, real_fsync); }
int fdatasync(int descriptor) { return synced(descriptor, real_fdatasync); }

int rename(const char *old, const char *new) {
    if (log_descriptor >= 0) note('r', new, NULL, 0);
    return real_rename(old, new);
}
