/* One write a frame.

   ncurses 6.4 writes whenever it moves the cursor, a hundred times for a frame in which a border
   changes: the terminal wakes up for each of them, and shows frames that are half drawn. While it
   draws, its descriptor leads into memory, and all of it goes to the terminal at once. */
#define _GNU_SOURCE
#include <curses.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "cn_private.h"

/* More than any frame needs. */
enum { ROOM = 4 << 20, PIECE = 1 << 16 };

/* What ncurses writes to: the terminal, and the memory while it draws. */
static int drawn_to = -1;
static int memory = -1;

int cn_open_frames(void) {
  drawn_to = fcntl(cn_tty.output, F_DUPFD_CLOEXEC, 3);
  memory = memfd_create("frame", MFD_CLOEXEC);
  /* Who may write no large files (ulimit -f) may not fill the memory either: frames then go out
     in pieces. */
  if (memory >= 0 && ftruncate(memory, ROOM) != 0) {
    close(memory);
    memory = -1;
  }
  return drawn_to;
}

void cn_close_frames(void) {
  if (memory >= 0) close(memory);
  drawn_to = memory = -1;
}

static void send_memory(void) {
  static char piece[PIECE];
  off_t end = lseek(memory, 0, SEEK_CUR);
  for (off_t start = 0; start < end;) {
    off_t left = end - start;
    ssize_t count = pread(memory, piece, left < PIECE ? (size_t)left : PIECE, start);
    if (count <= 0) return;
    cn_write_within(piece, count, -1);
    start += count;
  }
}

void cn_update(void) {
  if (memory < 0 || lseek(memory, 0, SEEK_SET) != 0 ||
      dup3(memory, drawn_to, O_CLOEXEC) != drawn_to) {
    doupdate();
    return;
  }
  doupdate();
  dup3(cn_tty.output, drawn_to, O_CLOEXEC);
  send_memory();
}
