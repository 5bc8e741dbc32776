/* Taking over the terminal, and giving it back. */
#include "cn_open.h"

#include <curses.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cn_private.h"
#include "cncurses.h"
/* Last: it makes macros of common words (columns, lines). */
#include <term.h>

cn_state cn_tty = {.input = -1, .output = -1};

static SCREEN *screen;
static FILE *input_file, *output_file;
static bool colour;
/* What terminfo is asked for. */
static char term[128];

bool cn_has_colour(void) { return colour; }

/* The name of the locale for characters, installed or not. */
static const char *locale_name(void) {
  static const char *const variables[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  for (int i = 0; i < 3; i++) {
    const char *name = getenv(variables[i]);
    if (name != NULL && *name != '\0') return name;
  }
  return "C";
}

/* Whether the user asks for UTF-8. A locale that is not installed still says so by name. */
static bool set_locale(void) {
  const char *name = locale_name();
  bool named = strstr(name, "UTF-8") || strstr(name, "utf8") || strstr(name, "utf-8");
  const char *set = setlocale(LC_CTYPE, "");
  if (set != NULL && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return true;
  /* ncurses asks wcwidth, which knows nothing beyond ASCII in other locales. */
  setlocale(LC_CTYPE, "C.UTF-8");
  return set == NULL && named;
}

static void cut(const char *capability, const char *part) {
  char *text = tigetstr(capability);
  if (text == NULL || text == (char *)-1 || strncmp(text, part, strlen(part)) != 0) return;
  memmove(text, text + strlen(part), strlen(text) - strlen(part) + 1);
}

/* The usual strings also end a character set that brink never uses: without that part every
   change of colours is three bytes shorter. They are shortened where they stand, in ncurses' own
   copy of terminfo: the variables of <term.h> are another copy, which it does not read. */
static void use_short_resets(void) {
  if (cn_key_sequence("sgr0") == NULL || strcmp(cn_key_sequence("sgr0"), "\033(B\033[m") != 0) {
    return;
  }
  cut("sgr0", "\033(B");
  cut("sgr", "%?%p9%t\033(0%e\033(B%;");
}

static cn_open_result check_term(void) {
  const char *name = getenv("TERM");
  int error = 0;
  if (name == NULL || *name == '\0' || strlen(name) >= sizeof term) return CN_UNKNOWN_TERM;
  strcpy(term, name);
  if (setupterm(name, cn_tty.output, &error) != OK) {
    return error == 1 ? CN_DUMB_TERM : CN_UNKNOWN_TERM;
  }
  bool moves = cn_key_sequence("cup") != NULL;
  del_curterm(cur_term);
  return moves ? CN_OPENED : CN_DUMB_TERM;
}

/* A terminal that says it has all colours is taken at its word, if terminfo knows its twin:
   xterm-direct for xterm-256color. ncurses knows a terminal's colours by its name alone. */
static void take_direct_colour(void) {
  static const char ending[] = "-256color";
  const char *said = getenv("COLORTERM");
  if (said == NULL || (strcmp(said, "truecolor") != 0 && strcmp(said, "24bit") != 0)) return;
  size_t length = strlen(term);
  size_t stem = length - (sizeof ending - 1);
  if (length < sizeof ending || strcmp(term + stem, ending) != 0) return;
  char twin[sizeof term];
  snprintf(twin, sizeof twin, "%.*s-direct", (int)stem, term);
  int error = 0;
  if (setupterm(twin, cn_tty.output, &error) != OK) return;
  if (tigetnum("colors") >= 1 << 24) strcpy(term, twin);
  del_curterm(cur_term);
}

/* Adds a string of terminfo without its paddings `$<5>`. */
static void append(char *target, int room, int *length, const char *text) {
  while (text != NULL && *text != '\0' && *length < room - 1) {
    if (text[0] == '$' && text[1] == '<' && strchr(text, '>') != NULL) {
      text = strchr(text, '>') + 1;
    } else {
      target[(*length)++] = *text++;
    }
  }
  target[*length] = '\0';
}

/* Prepared now, because a signal handler cannot ask terminfo. */
static void prepare_sequences(bool mouse) {
  cn_tty.enter_length = cn_tty.leave_length = 0;
  char *leave = cn_tty.leave;
  int room = sizeof cn_tty.leave, *length = &cn_tty.leave_length;
  append(cn_tty.enter, sizeof cn_tty.enter, &cn_tty.enter_length, "\033[?2004h");
  append(leave, room, length, "\033[?2004l");
  if (mouse && cn_key_sequence("kmous") != NULL) {
    append(cn_tty.enter, sizeof cn_tty.enter, &cn_tty.enter_length, "\033[?1002h\033[?1006h");
    append(leave, room, length, "\033[?1006l\033[?1002l");
  }
  cn_tty.modes_length = cn_tty.leave_length;
  append(leave, room, length, cn_key_sequence("sgr0"));
  if (colour) append(leave, room, length, cn_key_sequence("op"));
  append(leave, room, length, cn_key_sequence("cnorm"));
  const char *rmcup = cn_key_sequence("rmcup");
  append(leave, room, length, rmcup != NULL ? rmcup : "\r\n");
}

static bool find_descriptors(void) {
  if (!isatty(STDOUT_FILENO)) return false;
  cn_tty.output = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  if (isatty(STDIN_FILENO)) {
    cn_tty.input = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3);
  } else {
    /* Articles may come by stdin; keys come from the terminal all the same. */
    int terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
    if (terminal < 0) return false;
    cn_tty.input = fcntl(terminal, F_DUPFD_CLOEXEC, 3);
    close(terminal);
  }
  return cn_tty.output >= 0 && cn_tty.input >= 0 &&
         tcgetattr(cn_tty.input, &cn_tty.termios) == 0;
}

static void close_descriptors(void) {
  if (input_file != NULL) fclose(input_file);
  else if (cn_tty.input >= 0) close(cn_tty.input);
  if (output_file != NULL) fclose(output_file);
  if (cn_tty.output >= 0) close(cn_tty.output);
  cn_close_frames();
  input_file = output_file = NULL;
  cn_tty.input = cn_tty.output = -1;
}

/* The environment's LINES and COLUMNS are often wrong; the terminal knows better. */
static bool start_screen(void) {
  use_env(FALSE);
  use_tioctl(TRUE);
  input_file = fdopen(cn_tty.input, "r");
  output_file = fdopen(cn_open_frames(), "w");
  if (input_file == NULL || output_file == NULL) return false;
  screen = newterm(term, output_file, input_file);
  return screen != NULL;
}

static void start_colour(bool wanted, cn_facts *facts) {
  use_short_resets();
  colour = wanted && has_colors() && start_color() == OK && use_default_colors() == OK;
  facts->colours = colour ? COLORS : 0;
}

cn_open_result cn_open(const cn_options *options, cn_facts *facts) {
  if (screen != NULL) return CN_OPEN_FAILED;
  cn_open_result result = CN_NOT_A_TERMINAL;
  if (find_descriptors()) {
    result = check_term();
    if (result == CN_OPENED) {
      if (options->colour) take_direct_colour();
      facts->utf8 = set_locale();
      cn_remember_signals();
      if (!start_screen()) result = CN_OPEN_FAILED;
    }
  }
  if (result != CN_OPENED) {
    close_descriptors();
    return result;
  }
  start_colour(options->colour, facts);
  prepare_sequences(options->mouse);
  cn_open_report(options->report);
  cn_guard(true);
  cn_install_signals(options->kiosk);
  /* Keys are read by brink itself, so ncurses must neither look for them nor set modes
     for them; ^C, ^Z and ^\ are keys as well. */
  raw();
  noecho();
  nonl();
  typeahead(-1);
  cn_write(cn_tty.enter, cn_tty.enter_length);
  static bool registered;
  if (!registered) registered = atexit(cn_close) == 0; /* for exits in the middle of it all */
  return CN_OPENED;
}

void cn_leave(void) {
  /* The modes alone: ncurses leaves its screen by itself. */
  cn_write(cn_tty.leave, cn_tty.modes_length);
  endwin();
  cn_guard(false);
  tcsetattr(cn_tty.input, TCSADRAIN, &cn_tty.termios);
}

void cn_close(void) {
  if (screen == NULL) return;
  cn_leave();
  /* What was typed at brink, reports of the mouse too, is not meant for the shell. */
  tcflush(cn_tty.input, TCIFLUSH);
  cn_restore_signals();
  cn_close_report();
  delscreen(screen);
  screen = NULL;
  close_descriptors();
}
