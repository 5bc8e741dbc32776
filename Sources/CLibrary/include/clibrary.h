/*
 * Shared libraries that are loaded when they are first needed.
 *
 * libcurl, libarchive and libxml2 bring some forty more with them. Linked, every start of brink
 * would load all of them, which takes longer than everything else before the first frame, and
 * brink would not start at all where one is not installed.
 *
 * A door to such a library lists the functions that it calls and calls them through a table:
 *
 *   #define FUNCTIONS(f) f(archive_read_new) f(archive_read_free)
 *   static struct { FUNCTIONS(CL_MEMBER) } library;
 *   static const char *const names[] = {FUNCTIONS(CL_NAME)};
 *   ... cl_load(ARCHIVE_FILE, names, (void **)&library, CL_COUNT(names)) ...
 *   library.archive_read_new();
 */
#ifndef CLIBRARY_H
#define CLIBRARY_H

#include <stdbool.h>
#include <stddef.h>

/* A pointer to the function, typed as the library's header declares it. */
#define CL_MEMBER(name) __typeof__(&name) name;
#define CL_NAME(name) #name,
#define CL_COUNT(names) (sizeof names / sizeof *names)

/* Finds all of the functions, in the order of their names; false when the library is not
   installed or lacks one of them. Called once for a table, which is never taken back. */
bool cl_load(const char *file, const char *const *names, void **functions, size_t count);

#endif
