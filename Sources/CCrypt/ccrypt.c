#include "ccrypt.h"

#include <crypt.h>
#include <stdlib.h>
#include <string.h>

/* The state is too large for the stack of a small thread, and holds the phrase. */
static bool with_setting(const char *phrase, const char *setting, char hash[CC_HASH_ROOM]) {
  struct crypt_data *data = calloc(1, sizeof *data);
  if (data == NULL) return false;
  const char *result = crypt_rn(phrase, setting, data, sizeof *data);
  bool done = result != NULL && strlen(result) < CC_HASH_ROOM;
  if (done) strcpy(hash, result);
  explicit_bzero(data, sizeof *data);
  free(data);
  return done;
}

bool cc_hash(const char *phrase, char hash[CC_HASH_ROOM]) {
  char setting[CRYPT_GENSALT_OUTPUT_SIZE];
  /* No count and no bytes: libcrypt takes its own cost, and randomness of the kernel. */
  if (crypt_gensalt_rn("$y$", 0, NULL, 0, setting, sizeof setting) == NULL) return false;
  return with_setting(phrase, setting, hash);
}

bool cc_matches(const char *phrase, const char *hash) {
  char other[CC_HASH_ROOM] = {0};
  if (!with_setting(phrase, hash, other) || strlen(other) != strlen(hash)) return false;
  unsigned char difference = 0;
  for (size_t i = 0; hash[i] != '\0'; i++) difference |= (unsigned char)(hash[i] ^ other[i]);
  return difference == 0;
}

bool cc_is_hash(const char *text) { return crypt_checksalt(text) == CRYPT_SALT_OK; }
