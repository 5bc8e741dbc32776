/*
 * The only door to ncurses, without a word of <curses.h>.
 *
 * One terminal a process, used by one thread: ncurses and signal handlers are global.
 * Only the handlers of signals run anywhere; they restore the terminal by what
 * cn_open prepared, with async-signal-safe calls alone.
 */
#ifndef CNCURSES_H
#define CNCURSES_H

#include <stdbool.h>
#include <stdint.h>

enum { CN_CELL_SCALARS = 5 };

/* A cell: a base and its combining marks, `count` scalars in all. `columns` is 1 or 2;
   the right half of a wide character is not sent. */
typedef struct {
  uint32_t scalars[CN_CELL_SCALARS];
  uint8_t count;
  uint8_t columns;
  uint8_t style;
} cn_cell;

enum { CN_BOLD = 1, CN_UNDERLINE = 2, CN_REVERSE = 4, CN_DIM = 8 };

typedef enum {
  CN_OPENED,
  CN_NOT_A_TERMINAL, /* stdout is no terminal, or there is none to read keys from */
  CN_UNKNOWN_TERM,   /* terminfo does not know $TERM, or it is not set */
  CN_DUMB_TERM,      /* it cannot move its cursor */
  CN_OPEN_FAILED
} cn_open_result;

typedef struct {
  bool colour; /* false: not one colour sequence is sent */
  bool mouse;
  const char *report; /* a file to which a crash adds where it was; NULL for none */
  bool kiosk; /* SIGINT, SIGQUIT, SIGTSTP and SIGUSR are ignored, ^Z is a key */
} cn_options;

typedef struct {
  int colours; /* as terminfo counts them, 0 without colour */
  bool utf8;   /* whether the user's locale is UTF-8 */
} cn_facts;

/* Takes over the terminal; sets the locale's character type. */
cn_open_result cn_open(const cn_options *options, cn_facts *facts);

/* Leaves the terminal as it was found; may be called twice. */
void cn_close(void);

/* The size of the terminal in cells, at least 1 by 1. */
void cn_size(int *columns, int *rows);

/* What a style looks like; colours -1 are the terminal's own. Styles count from 0. */
void cn_define_style(uint8_t style, int foreground, int background, unsigned attributes);

/* Draws a row from a column on; nothing is sent before cn_present. */
void cn_put_row(int row, int start, const cn_cell *cells, int count);

/* Empties the picture that rows are drawn on. */
void cn_erase(void);

/* Shows the cursor there, or hides it if column is negative; sends what has changed. */
void cn_present(int column, int row);

/* Sends bytes as they are, beside the picture: they must not change it. */
void cn_send(const char *bytes, int length);

/* Makes cn_present send everything: after a resize, or when the picture is spoiled. */
void cn_forget_screen(void);

enum {
  CN_READABLE = 1,
  CN_WOKEN = 2,
  CN_RESIZED = 4,
  CN_RESUMED = 8, /* after a stop: the size may differ, the screen is forgotten */
  CN_CLOSED = 16
};

/* Waits for keys, wake_descriptor, a resize or `timeout` milliseconds (-1: for ever). */
int cn_wait(int wake_descriptor, int timeout);

/* Reads what has been typed, never waiting; 0: nothing, -1: the terminal is gone. */
long cn_read(uint8_t *buffer, long size);

/* Gives the terminal back, stops the process as ^Z does, takes it over when continued. */
void cn_suspend(void);

/* What terminfo says that a key sends (“kf5”), or NULL; valid until the next open. */
const char *cn_key_sequence(const char *capability);

#endif
