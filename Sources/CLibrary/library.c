#include <dlfcn.h>

#include "clibrary.h"

bool cl_load(const char *file, const char *const *names, void **functions, size_t count) {
  void *handle = dlopen(file, RTLD_LAZY | RTLD_LOCAL);
  if (handle == NULL) return false;
  for (size_t i = 0; i < count; i++) {
    functions[i] = dlsym(handle, names[i]);
    if (functions[i] == NULL) return false;
  }
  return true;
}
