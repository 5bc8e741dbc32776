#include "libxml.h"

#include <pthread.h>

#include "cmarkup.h"

/* From 2.14 on its structures differ. */
#if LIBXML_VERSION >= 21400
#define LIBRARY "libxml2.so.16"
#else
#define LIBRARY "libxml2.so.2"
#endif

struct cm_libxml libxml;
static bool is_loaded;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  static const char *const names[] = {CM_FUNCTIONS(CL_NAME)};
  is_loaded = cl_load(LIBRARY, names, (void **)&libxml, CL_COUNT(names));
  if (is_loaded) libxml.xmlInitParser();
}

bool cm_is_installed(void) {
  pthread_once(&once, load);
  return is_loaded;
}
