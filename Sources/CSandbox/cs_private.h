#ifndef CS_PRIVATE_H
#define CS_PRIVATE_H

#include <stdbool.h>

int cs_landlock_version(void);
bool cs_landlock(const char *const *readable, int count);
bool cs_seccomp(void);

#endif
