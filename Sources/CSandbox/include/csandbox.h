/* Locks a process in: it may read what it is given and show what it reads, nothing else. */
#ifndef CSANDBOX_H
#define CSANDBOX_H

#include <stdbool.h>

typedef struct {
  bool no_new_privileges;
  /* The version of Landlock that the kernel offers; 0 for none. */
  int landlock_version;
  bool landlock;
  bool seccomp;
} cs_locks;

/* Locks the process for good, its later threads too; call it while there is only one thread.

   From then on it can read beneath the given files and folders (those that are missing are
   left out) and nothing else of the file system. It cannot write to, make, rename or remove
   any file, run a program, start a process, open a socket or trace another process. What is
   open already stays open. A lock that the kernel does not offer is left out of the result. */
cs_locks cs_lock(const char *const *readable, int count);

#endif
