/* Landlock: which files may be read. See landlock(7). */
#include "cs_private.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The headers of Debian 12 know the third version only; the numbers are the kernel's. */
enum { CREATE_RULESET = 444, ADD_RULE = 445, RESTRICT_SELF = 446 };
enum { ASK_VERSION = 1, RULE_PATH_BENEATH = 1 };
enum { READ_FILE = 1 << 2, READ_DIR = 1 << 3 };

/* Each version knows more; a kernel refuses rights that it does not know. */
typedef struct {
  uint64_t files;
  uint64_t network; /* since 4 */
  uint64_t scopes;  /* since 6 */
} ruleset;

typedef struct {
  uint64_t allowed;
  int32_t folder;
} __attribute__((packed)) path_beneath;

int cs_landlock_version(void) {
  long version = syscall(CREATE_RULESET, NULL, 0, ASK_VERSION);
  return version > 0 ? (int)version : 0;
}

static int make_ruleset(int version) {
  uint64_t files = (1u << 13) - 1; /* execute, write, read, make and remove of any kind */
  if (version >= 2) files |= 1u << 13; /* link and rename across folders */
  if (version >= 3) files |= 1u << 14; /* truncate */
  if (version >= 5) files |= 1u << 15; /* ioctl on devices that are opened from now on */
  ruleset rules = {.files = files, .network = 3, .scopes = 3};
  size_t size = version >= 6   ? sizeof rules
                : version >= 4 ? offsetof(ruleset, scopes)
                               : offsetof(ruleset, network);
  return (int)syscall(CREATE_RULESET, &rules, size, 0);
}

static bool allow_reading(int rules, const char *path) {
  int descriptor = open(path, O_PATH | O_CLOEXEC);
  if (descriptor < 0) return errno == ENOENT || errno == ENOTDIR || errno == EACCES;
  struct stat status;
  bool is_folder = fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode);
  path_beneath rule = {
      .allowed = is_folder ? READ_FILE | READ_DIR : READ_FILE, .folder = descriptor};
  bool done = syscall(ADD_RULE, rules, RULE_PATH_BENEATH, &rule, 0) == 0;
  close(descriptor);
  return done;
}

/* Threads that run already would stay free. */
static bool is_alone(void) {
  DIR *tasks = opendir("/proc/self/task");
  if (tasks == NULL) return true;
  int count = 0;
  for (struct dirent *task; (task = readdir(tasks)) != NULL;) count += task->d_name[0] != '.';
  closedir(tasks);
  return count <= 1;
}

bool cs_landlock(const char *const *readable, int count) {
  int version = cs_landlock_version();
  if (version == 0 || !is_alone()) return false;
  int rules = make_ruleset(version);
  if (rules < 0) return false;
  bool done = true;
  for (int i = 0; i < count; i++) done = allow_reading(rules, readable[i]) && done;
  done = done && syscall(RESTRICT_SELF, rules, 0) == 0;
  close(rules);
  return done;
}
