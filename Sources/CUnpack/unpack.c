#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "cunpack.h"

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
  if (count < 0) archive_set_error(archive, EIO, "reading failed");
  if (count > 0) self->taken += (uint64_t)count;
  *bytes = self->chunk;
  return count;
}

cu_reader *cu_open(cu_source source, void *context) {
  cu_reader *self = malloc(sizeof *self);
  if (self == NULL) return NULL;
  self->source = source;
  self->context = context;
  self->entry = NULL;
  self->taken = 0;
  self->archive = archive_read_new();
  if (self->archive == NULL) {
    free(self);
    return NULL;
  }
  archive_read_support_filter_gzip(self->archive);
  archive_read_support_filter_bzip2(self->archive);
  archive_read_support_filter_xz(self->archive);
  archive_read_support_filter_zstd(self->archive);
  archive_read_support_format_zip_streamable(self->archive);
  archive_read_support_format_tar(self->archive);
  archive_read_support_format_raw(self->archive);
  archive_read_support_format_empty(self->archive);
  archive_read_open(self->archive, self, NULL, fill, NULL);
  return self;
}

cu_result cu_next(cu_reader *self) {
  while (1) {
    int result = archive_read_next_header(self->archive, &self->entry);
    if (result == ARCHIVE_EOF) return CU_END;
    if (result == ARCHIVE_FATAL) return CU_FATAL;
    if (result == ARCHIVE_RETRY || result == ARCHIVE_FAILED) return CU_DAMAGED;
    if (archive_filter_count(self->archive) - 1 > MOST_FILTERS) {
      archive_set_error(self->archive, EINVAL, "it is compressed too many times");
      return CU_FATAL;
    }
    /* Everything may be read raw: what no filter took apart is no container after all. */
    if (archive_format(self->archive) == ARCHIVE_FORMAT_RAW &&
        archive_filter_count(self->archive) == 1) {
      archive_set_error(self->archive, EINVAL, "its head is broken");
      return CU_FATAL;
    }
    mode_t kind = archive_entry_filetype(self->entry);
    if (kind != 0 && kind != AE_IFREG) continue;
    if (archive_entry_hardlink(self->entry) != NULL) continue;
    return archive_entry_is_encrypted(self->entry) ? CU_LOCKED : CU_MEMBER;
  }
}

const char *cu_name(cu_reader *self) {
  if (archive_format(self->archive) == ARCHIVE_FORMAT_RAW) return "";
  const char *name = archive_entry_pathname_utf8(self->entry);
  if (name == NULL) name = archive_entry_pathname(self->entry);
  return name == NULL ? "" : name;
}

ssize_t cu_read(cu_reader *self, uint8_t *bytes, size_t count) {
  la_ssize_t got = archive_read_data(self->archive, bytes, count);
  return got < 0 ? -1 : (ssize_t)got;
}

uint64_t cu_taken(cu_reader *self) { return self->taken; }

const char *cu_error(cu_reader *self) {
  const char *message = archive_error_string(self->archive);
  return message == NULL ? "" : message;
}

void cu_close(cu_reader *self) {
  archive_read_free(self->archive);
  free(self);
}
