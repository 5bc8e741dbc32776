/* What the files of this target share. */
#ifndef CN_PRIVATE_H
#define CN_PRIVATE_H

#include <signal.h>
#include <stdbool.h>
#include <termios.h>

/* How the terminal was, and how to get it back there. */
typedef struct {
  int input;  /* descriptors of our own, closed by cn_close */
  int output;
  struct termios termios; /* as found */
  char enter[64];         /* modes that ncurses does not know */
  int enter_length;
  char leave[256]; /* switches off all that was switched on, in one write */
  int leave_length;
  int modes_length; /* the part of `leave` that undoes `enter` */
} cn_state;

extern cn_state cn_tty;

/* Writes all of it, waiting at most a moment for a terminal that does not read. Safe in a
   signal handler. */
void cn_write(const char *bytes, int length);

/* The same with a patience in milliseconds; -1 for a terminal that may take its time. */
void cn_write_within(const char *bytes, long length, int patience);

/* Gives the descriptor that ncurses is to write to, its own copy of that of the terminal. */
int cn_open_frames(void);
void cn_close_frames(void);

/* Brings the terminal up to date in one write. */
void cn_update(void);

/* Opens the file that tells where the program crashed, if it does; NULL for none. */
void cn_open_report(const char *path);

/* Closes it, and takes it away when it is empty. */
void cn_close_report(void);

/* Writes there, and to standard error, what a signal says of a crash; nothing for a signal by
   which somebody ended the program. Safe in a signal handler. */
void cn_report(int signal, const siginfo_t *info);

/* Remembers the handlers of the program; before ncurses installs its own. */
void cn_remember_signals(void);
void cn_install_signals(bool kiosk);
void cn_restore_signals(void);

/* From now on a fatal signal restores the terminal first, or no longer does. */
void cn_guard(bool on);

/* The descriptor that is readable when a signal has left a note. */
int cn_signal_descriptor(void);

/* Takes the notes: CN_RESIZED, CN_RESUMED and CN_STOPPING. */
enum { CN_STOPPING = 1 << 8 };
int cn_take_signals(void);

/* Stops the process by SIGTSTP's default action and returns when it is continued. */
void cn_stop(void);

#endif
