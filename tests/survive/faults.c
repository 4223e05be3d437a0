/* Loaded under a program by the proofs of tests/survive: makes one call on the files below SANAD_FAULT_UNDER go wrong.
 *
 * SANAD_FAULT is one of
 *   full:N   from the N-th writing call on there is no space left
 *   once:N   the N-th writing call alone finds no space
 *   sync:N   the N-th fsync fails, and what it should have made durable is the disk's secret
 *   kill:N   the process dies in its N-th writing call, half of which has been done
 *   count    nothing goes wrong
 *   clock:S  the time of day is S seconds off
 *   free:N   every disk says that N bytes are free
 * and SANAD_FAULT_LOG a file that gets "WRITES SYNCS" when the program ends by itself. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>
#include <sys/time.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

enum kind { NONE, FULL, ONCE, SYNC, KILL, CLOCK, FREE };

static enum kind kind = NONE;
static long at = 0;
static char under[4096];
static size_t under_length = 0;
static atomic_long writes = 0, syncs = 0;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

__attribute__((constructor)) static void load(void)
{
    const char* const fault = getenv("SANAD_FAULT");
    const char* const folder = getenv("SANAD_FAULT_UNDER");
    static const char* const names[] = {"", "full:", "once:", "sync:", "kill:", "clock:", "free:"};
    if (!fault || !folder) return;
    under_length = strlen(folder);
    if (under_length >= sizeof under) abort();
    memcpy(under, folder, under_length);
    for (int i = 1; i < 7; ++i)
        if (strncmp(fault, names[i], strlen(names[i])) == 0) {
            kind = (enum kind)i;
            at = atol(fault + strlen(names[i]));
        }
}

__attribute__((destructor)) static void told(void)
{
    const char* const log = getenv("SANAD_FAULT_LOG");
    FILE* const file = log ? fopen(log, "w") : NULL;
    if (!file) return;
    fprintf(file, "%ld %ld\n", atomic_load(&writes), atomic_load(&syncs));
    fclose(file);
}

static int is_ours(int fd)
{
    char link[64], path[4096];
    if (under_length == 0) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    const ssize_t length = readlink(link, path, sizeof path - 1);
    return length > (ssize_t)under_length && strncmp(path, under, under_length) == 0;
}

/* Whether this writing call fails; `half` is done before the process dies. */
static int write_fails(int fd, void (*half)(int, const void*, size_t, off_t), const void* bytes, size_t size, off_t where)
{
    if (!is_ours(fd)) return 0;
    const long number = atomic_fetch_add(&writes, 1) + 1;
    if (kind == KILL && number == at) {
        if (half) half(fd, bytes, size / 2, where);
        kill(getpid(), SIGKILL);
    }
    if ((kind == FULL && number >= at) || (kind == ONCE && number == at)) {
        errno = ENOSPC;
        return 1;
    }
    return 0;
}

static int sync_fails(int fd)
{
    if (!is_ours(fd)) return 0;
    const long number = atomic_fetch_add(&syncs, 1) + 1;
    if (kind != SYNC || number != at) return 0;
    errno = EIO;
    return 1;
}

static void half_write(int fd, const void* bytes, size_t size, off_t where)
{
    (void)where;
    if (REAL(write)(fd, bytes, size) < 0) abort();
}

static void half_pwrite(int fd, const void* bytes, size_t size, off_t where)
{
    if (REAL(pwrite64)(fd, bytes, size, where) < 0) abort();
}

ssize_t write(int fd, const void* bytes, size_t size)
{
    return write_fails(fd, half_write, bytes, size, 0) ? -1 : REAL(write)(fd, bytes, size);
}

ssize_t pwrite(int fd, const void* bytes, size_t size, off_t where)
{
    return write_fails(fd, half_pwrite, bytes, size, where) ? -1 : REAL(pwrite)(fd, bytes, size, where);
}

ssize_t pwrite64(int fd, const void* bytes, size_t size, off64_t where)
{
    return write_fails(fd, half_pwrite, bytes, size, where) ? -1 : REAL(pwrite64)(fd, bytes, size, where);
}

ssize_t writev(int fd, const struct iovec* parts, int count)
{
    return write_fails(fd, NULL, NULL, 0, 0) ? -1 : REAL(writev)(fd, parts, count);
}

ssize_t pwritev(int fd, const struct iovec* parts, int count, off_t where)
{
    return write_fails(fd, NULL, NULL, 0, 0) ? -1 : REAL(pwritev)(fd, parts, count, where);
}

int ftruncate(int fd, off_t size)
{
    return write_fails(fd, NULL, NULL, 0, 0) ? -1 : REAL(ftruncate)(fd, size);
}

int ftruncate64(int fd, off64_t size)
{
    return write_fails(fd, NULL, NULL, 0, 0) ? -1 : REAL(ftruncate64)(fd, size);
}

int posix_fallocate(int fd, off_t from, off_t size)
{
    return write_fails(fd, NULL, NULL, 0, 0) ? ENOSPC : REAL(posix_fallocate)(fd, from, size);
}

int posix_fallocate64(int fd, off64_t from, off64_t size)
{
    return write_fails(fd, NULL, NULL, 0, 0) ? ENOSPC : REAL(posix_fallocate64)(fd, from, size);
}

int fsync(int fd)
{
    return sync_fails(fd) ? -1 : REAL(fsync)(fd);
}

int fdatasync(int fd)
{
    return sync_fails(fd) ? -1 : REAL(fdatasync)(fd);
}

int clock_gettime(clockid_t clock, struct timespec* time)
{
    const int done = REAL(clock_gettime)(clock, time);
    if (done == 0 && kind == CLOCK && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) time->tv_sec += at;
    return done;
}

int gettimeofday(struct timeval* restrict time, void* restrict zone)
{
    const int done = REAL(gettimeofday)(time, zone);
    if (done == 0 && kind == CLOCK) time->tv_sec += at;
    return done;
}

int statvfs(const char* restrict path, struct statvfs* restrict disk)
{
    const int done = REAL(statvfs)(path, disk);
    if (done == 0 && kind == FREE) disk->f_bavail = disk->f_bfree = (fsblkcnt_t)at / disk->f_frsize;
    return done;
}

int statvfs64(const char* restrict path, struct statvfs64* restrict disk)
{
    const int done = REAL(statvfs64)(path, disk);
    if (done == 0 && kind == FREE) disk->f_bavail = disk->f_bfree = (fsblkcnt64_t)at / disk->f_frsize;
    return done;
}
