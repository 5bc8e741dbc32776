/* What is left of a crash: which signal, and where. Written by the handler of the signal, so
   with async-signal-safe calls alone, into a file that was opened before. */
#include <execinfo.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "cn_private.h"

enum { FRAMES = 64 };

static int file = -1;
static char path[1024];

void cn_open_report(const char *name) {
  if (file >= 0) close(file);
  file = -1;
  /* The first call loads a library, which a handler must not do. */
  void *frame;
  backtrace(&frame, 1);
  if (name == NULL || strlen(name) >= sizeof path) return;
  file = open(name, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (file >= 0) strcpy(path, name);
}

void cn_close_report(void) {
  if (file < 0) return;
  struct stat status;
  /* Nothing went wrong, now or before. */
  if (fstat(file, &status) == 0 && status.st_size == 0) unlink(path);
  close(file);
  file = -1;
}

static bool put(int target, const char *text) {
  size_t length = strlen(text);
  return write(target, text, length) == (ssize_t)length;
}

static void put_number(int target, unsigned long number, unsigned base) {
  char digits[2 + 8 * sizeof number + 1];
  char *start = digits + sizeof digits - 1;
  *start = '\0';
  do {
    *--start = "0123456789abcdef"[number % base];
    number /= base;
  } while (number > 0);
  put(target, start);
}

static const char *name_of(int signal) {
  switch (signal) {
    case SIGSEGV: return "segmentation fault";
    case SIGABRT: return "abort";
    case SIGBUS: return "bus error";
    case SIGFPE: return "arithmetic error";
    case SIGILL: return "illegal instruction";
    case SIGTRAP: return "trap";
    case SIGSYS: return "refused system call";
    default: return NULL; /* an end that somebody wished for */
  }
}

void cn_report(int signal, const siginfo_t *info) {
  const char *name = name_of(signal);
  if (name == NULL) return cn_close_report();
  put(STDERR_FILENO, "brink: ended by a fault of its own: ");
  put(STDERR_FILENO, name);
  struct stat status;
  if (file >= 0 && fstat(file, &status) == 0 && status.st_nlink == 0) {
    /* Another brink has ended meanwhile and taken the empty file away. */
    int again = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (again >= 0) file = again;
  }
  int target = file;
  if (file >= 0 && put(file, "second ")) {
    put(STDERR_FILENO, "\n       Where is in ");
    put(STDERR_FILENO, path);
    put(STDERR_FILENO, "; please report it.\n");
  } else {
    /* Without a file, or on a full disk, it goes to where the person looks. */
    target = STDERR_FILENO;
    put(target, "\n       Please report it with these lines.\nsecond ");
  }

  struct timespec now = {0};
  clock_gettime(CLOCK_REALTIME, &now);
  put_number(target, (unsigned long)now.tv_sec, 10);
  put(target, ": ");
  put(target, name);
  put(target, ", signal ");
  put_number(target, (unsigned long)signal, 10);
  if (info->si_code > 0) {
    put(target, ", at 0x");
    put_number(target, (unsigned long)info->si_addr, 16);
  } else {
    put(target, ", sent by process ");
    put_number(target, (unsigned long)info->si_pid, 10);
  }
  put(target, "\n");
  void *frames[FRAMES];
  backtrace_symbols_fd(frames, backtrace(frames, FRAMES), target);
  put(target, "\n");
}
