#include "csandbox.h"

#include <sys/prctl.h>
#include <sys/resource.h>

#include "cs_private.h"

cs_locks cs_lock(const char *const *readable, int count) {
  cs_locks locks = {.landlock_version = cs_landlock_version()};
  /* What was read must not end in a file. */
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  locks.no_new_privileges = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
  if (!locks.no_new_privileges) return locks;
  locks.landlock = cs_landlock(readable, count);
  /* Last: it refuses what the calls above need. */
  locks.seccomp = cs_seccomp();
  return locks;
}
