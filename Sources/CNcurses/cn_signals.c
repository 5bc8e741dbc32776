/* Signals: the terminal is given back before the process dies or stops. */
#include "cn_private.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "cncurses.h"

/* Handlers use these alone. */
static volatile sig_atomic_t guarded;
static volatile sig_atomic_t resized;
static volatile sig_atomic_t continued;
static volatile sig_atomic_t stopping;
static int notes[2] = {-1, -1};
/* In a kiosk a crash must not open the debugger that the Swift runtime offers. */
static bool dies_silently;

static const int fatal[] = {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGSYS,
                            SIGQUIT, SIGHUP,  SIGTERM, SIGINT, SIGUSR1, SIGUSR2, SIGXCPU};
enum { FATAL_COUNT = sizeof fatal / sizeof fatal[0] };
static const int noted[] = {SIGWINCH, SIGCONT, SIGTSTP, SIGPIPE};
enum { NOTED_COUNT = sizeof noted / sizeof noted[0] };

static struct sigaction fatal_before[FATAL_COUNT];
static struct sigaction noted_before[NOTED_COUNT];

void cn_write_within(const char *bytes, long length, int patience) {
  while (length > 0) {
    struct pollfd output = {.fd = cn_tty.output, .events = POLLOUT};
    int ready = poll(&output, 1, patience);
    ssize_t count = ready > 0 ? write(cn_tty.output, bytes, (size_t)length) : ready;
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (count <= 0) return;
    bytes += count;
    length -= count;
  }
}

void cn_write(const char *bytes, int length) { cn_write_within(bytes, length, 200); }

static const struct sigaction *before(int signal) {
  for (int i = 0; i < FATAL_COUNT; i++) {
    if (fatal[i] == signal) return &fatal_before[i];
  }
  return NULL;
}

/* Restores the terminal, then lets the signal do its work. A fault happens again when this
   returns, now for the handler that was there before: the Swift runtime prints where. A
   signal that was sent would not come again; it is raised, and the process dies of it. */
static void on_fatal(int signal, siginfo_t *info, void *context) {
  (void)context;
  int error = errno;
  if (guarded) {
    guarded = 0;
    cn_write(cn_tty.leave, cn_tty.leave_length);
    tcsetattr(cn_tty.input, TCSANOW, &cn_tty.termios);
    cn_report(signal, info);
  }
  /* Not SIGTRAP: x86 goes on behind the instruction, so that it would not happen again. */
  bool is_fault = info->si_code > 0 && (signal == SIGSEGV || signal == SIGBUS ||
                                        signal == SIGILL || signal == SIGFPE);
  struct sigaction standard = {.sa_handler = SIG_DFL};
  sigaction(signal, is_fault && !dies_silently ? before(signal) : &standard, NULL);
  if (!is_fault) raise(signal); /* blocked until this handler returns */
  errno = error;
}

static void on_noted(int signal) {
  int error = errno;
  if (signal == SIGWINCH) resized = 1;
  if (signal == SIGCONT) continued = 1;
  if (signal == SIGTSTP) stopping = 1;
  ssize_t ignored = write(notes[1], "", 1);
  (void)ignored; /* full: there is a note already */
  errno = error;
}

static void open_notes(void) {
  if (notes[0] >= 0 || pipe(notes) != 0) return;
  for (int i = 0; i < 2; i++) {
    fcntl(notes[i], F_SETFL, O_NONBLOCK);
    fcntl(notes[i], F_SETFD, FD_CLOEXEC);
  }
}

/* A stack overflow must not keep the handler from running (on the thread that calls). */
static void give_handlers_a_stack(void) {
  enum { SIZE = 64 * 1024 };
  static void *memory;
  stack_t current;
  if (memory != NULL || sigaltstack(NULL, &current) != 0) return;
  if (!(current.ss_flags & SS_DISABLE)) return;
  memory = malloc(SIZE);
  stack_t own = {.ss_sp = memory, .ss_size = SIZE};
  if (memory != NULL) sigaltstack(&own, NULL);
}

void cn_remember_signals(void) {
  for (int i = 0; i < FATAL_COUNT; i++) sigaction(fatal[i], NULL, &fatal_before[i]);
  for (int i = 0; i < NOTED_COUNT; i++) sigaction(noted[i], NULL, &noted_before[i]);
}

static bool is_kiosk_ignored(int signal) {
  return signal == SIGINT || signal == SIGQUIT || signal == SIGUSR1 || signal == SIGUSR2 ||
         signal == SIGTSTP;
}

void cn_install_signals(bool kiosk) {
  dies_silently = kiosk;
  open_notes();
  give_handlers_a_stack();
  resized = continued = stopping = 0;
  struct sigaction ignore = {.sa_handler = SIG_IGN};
  struct sigaction on = {.sa_flags = SA_ONSTACK | SA_RESTART | SA_SIGINFO};
  /* All signals wait while a handler runs: SIGTTOU, above all, would stop it. */
  sigfillset(&on.sa_mask);
  on.sa_sigaction = on_fatal;
  for (int i = 0; i < FATAL_COUNT; i++) {
    /* What the parent ignores stays ignored: nohup. */
    bool was_ignored = fatal_before[i].sa_handler == SIG_IGN;
    bool is_ignored = kiosk && is_kiosk_ignored(fatal[i]);
    sigaction(fatal[i], is_ignored || was_ignored ? &ignore : &on, NULL);
  }
  on.sa_flags = SA_ONSTACK | SA_RESTART;
  on.sa_handler = on_noted;
  for (int i = 0; i < NOTED_COUNT; i++) {
    bool was_ignored = noted[i] == SIGTSTP && noted_before[i].sa_handler == SIG_IGN;
    bool is_ignored = noted[i] == SIGPIPE || (kiosk && is_kiosk_ignored(noted[i]));
    sigaction(noted[i], is_ignored || was_ignored ? &ignore : &on, NULL);
  }
}

void cn_restore_signals(void) {
  for (int i = 0; i < FATAL_COUNT; i++) sigaction(fatal[i], &fatal_before[i], NULL);
  for (int i = 0; i < NOTED_COUNT; i++) sigaction(noted[i], &noted_before[i], NULL);
}

void cn_guard(bool on) { guarded = on; }

int cn_signal_descriptor(void) { return notes[0]; }

int cn_take_signals(void) {
  char bytes[64];
  while (read(notes[0], bytes, sizeof bytes) > 0) {
  }
  int found = 0;
  /* Each is cleared only when it was seen: none is lost that comes in between. */
  if (resized) resized = 0, found |= CN_RESIZED;
  if (continued) continued = 0, found |= CN_RESUMED;
  if (stopping) stopping = 0, found |= CN_STOPPING;
  return found;
}

void cn_stop(void) {
  struct sigaction normal = {.sa_handler = SIG_DFL}, ours;
  sigaction(SIGTSTP, &normal, &ours);
  raise(SIGTSTP); /* to this thread: it does not run on before the stop */
  sigaction(SIGTSTP, &ours, NULL);
}
