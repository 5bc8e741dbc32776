/* The only door to libcrypt: slow, salted hashes of phrases (yescrypt). See crypt(5). */
#ifndef CCRYPT_H
#define CCRYPT_H

#include <stdbool.h>

enum { CC_HASH_ROOM = 384 };

/* Writes the hash of a phrase, with a new salt, as text. False when the system cannot. */
bool cc_hash(const char *phrase, char hash[CC_HASH_ROOM]);

/* Whether a phrase is the one of a hash, in a time that does not depend on where they differ. */
bool cc_matches(const char *phrase, const char *hash);

/* Whether a text is a hash that this system can compare with. */
bool cc_is_hash(const char *text);

#endif
