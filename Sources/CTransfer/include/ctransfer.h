/*
 * The only door to libcurl, without a word of its headers: one document by http or https.
 *
 * Nothing else than these two is spoken, not even after a redirect. Proxies come from the
 * environment (http_proxy, https_proxy, no_proxy). Any number of threads may fetch at once.
 */
#ifndef CTRANSFER_H
#define CTRANSFER_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
  const char *url;
  const char *agent;
  const char *etag;          /* NULL: the document is not known */
  const char *last_modified; /* NULL: likewise */
  long seconds;              /* for all of it */
  size_t limit;              /* bytes of the document, once it is unpacked */
  long redirects;            /* at most */
} ct_request;

typedef enum {
  CT_DONE, /* there is a status, whatever it says */
  CT_BAD_ADDRESS,
  CT_UNKNOWN_HOST,
  CT_NO_CONNECTION,
  CT_TIMED_OUT,
  CT_TOO_LARGE,
  CT_TOO_MANY_REDIRECTS,
  CT_CUT,    /* it ended too early, or its compression is broken */
  CT_UNSAFE, /* the certificate, or what is agreed with it */
  CT_NO_LIBRARY, /* libcurl is not installed */
  CT_OTHER
} ct_result;

typedef struct {
  long status;
  uint8_t *body;
  size_t length;
  char *type;          /* Content-Type */
  char *etag;
  char *last_modified;
  char *retry_after;
  char *moved;         /* the address that took its place for good; NULL without one */
  char message[256];   /* libcurl's, when it failed and is there */
} ct_answer;

/* The answer must be freed in any case. */
ct_result ct_fetch(const ct_request *request, ct_answer *answer);
void ct_free(ct_answer *answer);

#endif
