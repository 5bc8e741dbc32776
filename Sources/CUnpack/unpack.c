#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "clibrary.h"
#include "cunpack.h"

#define FUNCTIONS(f)                                                                             \
  f(archive_read_new) f(archive_read_free) f(archive_read_open) f(archive_read_next_header)      \
  f(archive_read_data) f(archive_read_support_filter_gzip)                                       \
  f(archive_read_support_filter_bzip2) f(archive_read_support_filter_xz)                         \
  f(archive_read_support_filter_zstd) f(archive_read_support_format_zip_streamable)              \
  f(archive_read_support_format_tar) f(archive_read_support_format_raw)                          \
  f(archive_read_support_format_empty) f(archive_set_error) f(archive_error_string)              \
  f(archive_filter_count) f(archive_format) f(archive_entry_filetype)                            \
  f(archive_entry_hardlink) f(archive_entry_is_encrypted) f(archive_entry_pathname)              \
  f(archive_entry_pathname_utf8)

static struct { FUNCTIONS(CL_MEMBER) } library;
static bool is_loaded;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static void load(void) {
  static const char *const names[] = {FUNCTIONS(CL_NAME)};
  is_loaded = cl_load("libarchive.so.13", names, (void **)&library, CL_COUNT(names));
}

bool cu_is_installed(void) {
  pthread_once(&once, load);
  return is_loaded;
}

enum { CHUNK = 1 << 16, MOST_FILTERS = 2 };

struct cu_reader {
  struct archive *archive;
  struct archive_entry *entry;
  cu_source source;
  void *context;
  uint64_t taken;
  uint8_t chunk[CHUNK];
};

static la_ssize_t fill(struct archive *archive, void *context, const void **bytes) {
  cu_reader *self = context;
  ssize_t count = self->source(self->context, self->chunk, sizeof self->chunk);
  if (count < 0) library.archive_set_error(archive, EIO, "reading failed");
  if (count > 0) self->taken += (uint64_t)count;
  *bytes = self->chunk;
  return count;
}

cu_reader *cu_open(cu_source source, void *context) {
  cu_reader *self = cu_is_installed() ? malloc(sizeof *self) : NULL;
  if (self == NULL) return NULL;
  self->source = source;
  self->context = context;
  self->entry = NULL;
  self->taken = 0;
  self->archive = library.archive_read_new();
  if (self->archive == NULL) {
    free(self);
    return NULL;
  }
  library.archive_read_support_filter_gzip(self->archive);
  library.archive_read_support_filter_bzip2(self->archive);
  library.archive_read_support_filter_xz(self->archive);
  library.archive_read_support_filter_zstd(self->archive);
  library.archive_read_support_format_zip_streamable(self->archive);
  library.archive_read_support_format_tar(self->archive);
  library.archive_read_support_format_raw(self->archive);
  library.archive_read_support_format_empty(self->archive);
  library.archive_read_open(self->archive, self, NULL, fill, NULL);
  return self;
}

cu_result cu_next(cu_reader *self) {
  while (1) {
    int result = library.archive_read_next_header(self->archive, &self->entry);
    if (result == ARCHIVE_EOF) return CU_END;
    if (result == ARCHIVE_FATAL) return CU_FATAL;
    if (result == ARCHIVE_RETRY || result == ARCHIVE_FAILED) return CU_DAMAGED;
    if (library.archive_filter_count(self->archive) - 1 > MOST_FILTERS) {
      library.archive_set_error(self->archive, EINVAL, "it is compressed too many times");
      return CU_FATAL;
    }
    /* Everything may be read raw: what no filter took apart is no container after all. */
    if (library.archive_format(self->archive) == ARCHIVE_FORMAT_RAW &&
        library.archive_filter_count(self->archive) == 1) {
      library.archive_set_error(self->archive, EINVAL, "its head is broken");
      return CU_FATAL;
    }
    mode_t kind = library.archive_entry_filetype(self->entry);
    if (kind != 0 && kind != AE_IFREG) continue;
    if (library.archive_entry_hardlink(self->entry) != NULL) continue;
    return library.archive_entry_is_encrypted(self->entry) ? CU_LOCKED : CU_MEMBER;
  }
}

const char *cu_name(cu_reader *self) {
  if (library.archive_format(self->archive) == ARCHIVE_FORMAT_RAW) return "";
  const char *name = library.archive_entry_pathname_utf8(self->entry);
  if (name == NULL) name = library.archive_entry_pathname(self->entry);
  return name == NULL ? "" : name;
}

ssize_t cu_read(cu_reader *self, uint8_t *bytes, size_t count) {
  la_ssize_t got = library.archive_read_data(self->archive, bytes, count);
  return got < 0 ? -1 : (ssize_t)got;
}

uint64_t cu_taken(cu_reader *self) { return self->taken; }

const char *cu_error(cu_reader *self) {
  const char *message = library.archive_error_string(self->archive);
  return message == NULL ? "" : message;
}

void cu_close(cu_reader *self) {
  library.archive_read_free(self->archive);
  free(self);
}
