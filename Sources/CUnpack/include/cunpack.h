/*
 * The only door to libarchive, without a word of its headers: what is packed or compressed,
 * as a series of members. zip and tar; gzip, bzip2, xz and zstd around them or around a
 * single file. Nothing is written anywhere, and no helper program is started.
 */
#ifndef CUNPACK_H
#define CUNPACK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

typedef struct cu_reader cu_reader;

/* Fills up to `count` bytes; 0 at the end, -1 when reading failed. */
typedef ssize_t (*cu_source)(void *context, uint8_t *bytes, size_t count);

typedef enum {
  CU_MEMBER,   /* a file; cu_name and cu_read are about it */
  CU_END,
  CU_DAMAGED,  /* this member cannot be read; the next may be */
  CU_LOCKED,   /* the member is encrypted */
  CU_FATAL     /* nothing more can be read */
} cu_result;

/* Whether libarchive is on this machine. */
bool cu_is_installed(void);

/* NULL without memory or without libarchive. */
cu_reader *cu_open(cu_source source, void *context);

/* Goes to the next file; folders and links are passed over. */
cu_result cu_next(cu_reader *reader);

/* The path inside the container, UTF-8 as far as it can be told; empty where the container is
   nothing but compressed bytes. */
const char *cu_name(cu_reader *reader);

/* Bytes of the member; 0 at its end, -1 when it is damaged. */
ssize_t cu_read(cu_reader *reader, uint8_t *bytes, size_t count);

/* How many bytes were taken from the source. */
uint64_t cu_taken(cu_reader *reader);

/* What is wrong, as libarchive says it. */
const char *cu_error(cu_reader *reader);

void cu_close(cu_reader *reader);

#endif
