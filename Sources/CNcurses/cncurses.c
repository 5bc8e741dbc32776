/* The screen: what ncurses does for brink. */
#include "cncurses.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

#include "cn_private.h"
#include "cn_open.h"

/* A blank of each style. */
static cchar_t blanks[256];

/* One row in the form that ncurses takes, as wide as the widest so far. */
static cchar_t *row_cells;
static int row_room;

void cn_size(int *columns, int *rows) {
  struct winsize size = {0};
  if (ioctl(cn_tty.output, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) {
    size.ws_col = (unsigned short)(COLS > 0 ? COLS : 80);
    size.ws_row = (unsigned short)(LINES > 0 ? LINES : 24);
  }
  *columns = size.ws_col;
  *rows = size.ws_row;
}

/* Every style has a pair, if only of the terminal's own colours: ncurses returns from a colour to
   no pair in twice the bytes. */
void cn_define_style(uint8_t style, int foreground, int background, unsigned attributes) {
  int pair = 0;
  if (cn_has_colour() && style + 1 < COLOR_PAIRS) {
    pair = style + 1;
    if (init_extended_pair(pair, foreground, background) == ERR) pair = 0;
  }
  attr_t shown = (attributes & CN_BOLD ? WA_BOLD : 0) |
                 (attributes & CN_UNDERLINE ? WA_UNDERLINE : 0) |
                 (attributes & CN_REVERSE ? WA_REVERSE : 0) |
                 (attributes & CN_DIM ? WA_DIM : 0);
  setcchar(&blanks[style], L" ", shown, 0, &pair);
}

/* Writes what the libc of this machine can show in the columns that the cell takes over the blank
   of its style. Where libc and brink's table differ, the rest of the row must not move. */
static void read_cell(const cn_cell *cell, cchar_t *target) {
  *target = blanks[cell->style];
  int count = 0;
  uint32_t base = cell->scalars[0];
  bool plain = base >= 0x20 && base < 0x7F;
  target->chars[count++] =
      plain || wcwidth((wchar_t)base) == cell->columns ? (wchar_t)base : L'?';
  for (int i = 1; i < cell->count && i < CCHARW_MAX; i++) {
    if (wcwidth((wchar_t)cell->scalars[i]) == 0) {
      target->chars[count++] = (wchar_t)cell->scalars[i];
    }
  }
}

static bool make_room(int cells) {
  if (cells <= row_room) return true;
  cchar_t *larger = realloc(row_cells, (size_t)cells * sizeof *larger);
  if (larger == NULL) return false;
  row_cells = larger;
  row_room = cells;
  return true;
}

void cn_put_row(int row, int start, const cn_cell *cells, int count) {
  if (row < 0 || row >= LINES || start < 0 || !make_room(COLS + 1)) return;
  int used = 0, column = start;
  for (int i = 0; i < count && column + cells[i].columns <= COLS; i++) {
    read_cell(&cells[i], &row_cells[used++]);
    column += cells[i].columns;
    if (cells[i].columns == 2 && row_cells[used - 1].chars[0] == L'?') {
      row_cells[used++] = blanks[cells[i].style];
    }
  }
  if (used > 0) mvadd_wchnstr(row, start, row_cells, used);
}

void cn_erase(void) { werase(stdscr); }

void cn_present(int column, int row) {
  bool visible = column >= 0 && row >= 0 && column < COLS && row < LINES;
  /* A hidden cursor stays where the drawing ends: that saves bytes. */
  leaveok(stdscr, !visible);
  curs_set(visible ? 1 : 0);
  if (visible) move(row, column);
  wnoutrefresh(stdscr);
  cn_update();
}

void cn_send(const char *bytes, int length) { cn_write(bytes, length); }

void cn_forget_screen(void) { clearok(curscr, TRUE); }

static void fit_screen(void) {
  int columns, rows;
  cn_size(&columns, &rows);
  if (columns != COLS || rows != LINES) resizeterm(rows, columns);
  /* The terminal may have moved or cut what it showed. */
  clearok(curscr, TRUE);
}

static void resume(void) {
  reset_prog_mode();
  cn_guard(true);
  cn_write(cn_tty.enter, cn_tty.enter_length);
  fit_screen();
}

void cn_suspend(void) {
  cn_leave();
  cn_stop();
  cn_take_signals();
  resume();
}

static long long now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000LL + time.tv_nsec / 1000000;
}

/* What signals have asked for. */
static int serve_signals(void) {
  int found = cn_take_signals();
  if (found & CN_STOPPING) {
    cn_suspend();
    return CN_RESUMED;
  }
  if (found & CN_RESUMED) resume();
  if (found & CN_RESIZED) fit_screen();
  return found;
}

int cn_wait(int wake_descriptor, int timeout) {
  long long end = now() + timeout;
  for (;;) {
    struct pollfd polled[] = {{.fd = cn_tty.input, .events = POLLIN},
                              {.fd = wake_descriptor, .events = POLLIN},
                              {.fd = cn_signal_descriptor(), .events = POLLIN}};
    long long left = timeout < 0 ? -1 : end - now();
    if (timeout >= 0 && left < 0) left = 0;
    int ready = poll(polled, 3, (int)left);
    if (ready < 0 && errno != EINTR && errno != EAGAIN) return CN_CLOSED;
    int found = serve_signals();
    if (ready > 0) {
      if (polled[0].revents & POLLIN) found |= CN_READABLE;
      else if (polled[0].revents) found |= CN_CLOSED;
      if (polled[1].revents & POLLIN) found |= CN_WOKEN;
    }
    if (found != 0 || (timeout >= 0 && now() >= end)) return found;
  }
}

long cn_read(uint8_t *buffer, long size) {
  struct pollfd input = {.fd = cn_tty.input, .events = POLLIN};
  if (poll(&input, 1, 0) <= 0) return 0;
  ssize_t count = read(cn_tty.input, buffer, (size_t)size);
  if (count > 0) return count;
  return count < 0 && (errno == EINTR || errno == EAGAIN) ? 0 : -1;
}

const char *cn_key_sequence(const char *capability) {
  const char *found = tigetstr(capability);
  return found == (char *)-1 ? NULL : found;
}
