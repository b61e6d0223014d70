/* Put before a program by LD_PRELOAD: while the file that FAILING_DISK names is there, databases meet a failing disk. What stands in it
   says how: "fsync" (what is to be flushed is not: EIO) or "read-only" (nothing is written any more: EROFS). */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#define REAL(type, name, ...) ((type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name))

static int is_database(int file) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0) return 0;
    path[length] = 0;
    return strstr(path, ".db") != NULL;
}

static int fails(const char *way, int file) {
    char said[16] = "";
    const char *path = getenv("FAILING_DISK");
    int order = path ? open(path, O_RDONLY | O_CLOEXEC) : -1;
    if (order < 0) return 0;
    ssize_t length = read(order, said, sizeof said - 1);
    close(order);
    return length > 0 && strncmp(said, way, strlen(way)) == 0 && is_database(file);
}

static int refuse(int error) {
    errno = error;
    return -1;
}

int fsync(int file) { return fails("fsync", file) ? refuse(EIO) : REAL(int, fsync, int)(file); }
int fdatasync(int file) { return fails("fsync", file) ? refuse(EIO) : REAL(int, fdatasync, int)(file); }

ssize_t write(int file, const void *bytes, size_t size) {
    return fails("read-only", file) ? refuse(EROFS) : REAL(ssize_t, write, int, const void *, size_t)(file, bytes, size);
}

ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t at) {
    return fails("read-only", file) ? refuse(EROFS) : REAL(ssize_t, pwrite64, int, const void *, size_t, off64_t)(file, bytes, size, at);
}

ssize_t pwrite(int file, const void *bytes, size_t size, off_t at) { return pwrite64(file, bytes, size, at); }

int ftruncate64(int file, off64_t size) {
    return fails("read-only", file) ? refuse(EROFS) : REAL(int, ftruncate64, int, off64_t)(file, size);
}

int ftruncate(int file, off_t size) { return ftruncate64(file, size); }
