/* Its checks of types are macros, which a call through a table cannot use. */
#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "clibrary.h"
#include "ctransfer.h"

#define FUNCTIONS(f)                                                                             \
  f(curl_global_init) f(curl_easy_init) f(curl_easy_setopt) f(curl_easy_perform)                 \
  f(curl_easy_getinfo) f(curl_easy_strerror) f(curl_easy_cleanup) f(curl_slist_append)           \
  f(curl_slist_free_all)

static struct { FUNCTIONS(CL_MEMBER) } library;

typedef struct {
  ct_answer *answer;
  size_t limit;
  size_t room;
  bool is_too_large;
  bool is_moved;     /* by every redirect so far for good */
  bool was_redirect;
} transfer;

static size_t take(char *bytes, size_t size, size_t count, void *context) {
  transfer *self = context;
  ct_answer *answer = self->answer;
  size_t more = size * count;
  if (more > self->limit - answer->length) {
    self->is_too_large = true;
    return 0;
  }
  if (answer->length + more > self->room) {
    size_t room = self->room ? self->room * 2 : 1 << 16;
    while (room < answer->length + more) room *= 2;
    uint8_t *body = realloc(answer->body, room);
    if (body == NULL) return 0;
    answer->body = body;
    self->room = room;
  }
  memcpy(answer->body + answer->length, bytes, more);
  answer->length += more;
  return more;
}

/* Keeps the value of a header when the line is one of that name. */
static void keep(char **value, const char *name, const char *line, size_t length) {
  size_t prefix = strlen(name);
  if (length <= prefix || strncasecmp(line, name, prefix) != 0 || line[prefix] != ':') return;
  line += prefix + 1;
  length -= prefix + 1;
  while (length > 0 && (*line == ' ' || *line == '\t')) line++, length--;
  while (length > 0 && (line[length - 1] == '\r' || line[length - 1] == '\n' ||
                        line[length - 1] == ' '))
    length--;
  free(*value);
  *value = strndup(line, length);
}

static void forget(ct_answer *answer) {
  char **values[] = {
      &answer->type, &answer->etag, &answer->last_modified, &answer->retry_after};
  for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
    free(*values[i]);
    *values[i] = NULL;
  }
}

static size_t hear(char *line, size_t size, size_t count, void *context) {
  transfer *self = context;
  size_t length = size * count;
  int status = 0;
  char head[32] = {0};
  memcpy(head, line, length < sizeof head - 1 ? length : sizeof head - 1);
  if (sscanf(head, "HTTP/%*s %d", &status) == 1) {
    /* The headers of a redirect say nothing about the document. */
    forget(self->answer);
    if (status >= 300 && status < 400 && status != 304) {
      self->was_redirect = true;
      if (status != 301 && status != 308) self->is_moved = false;
    }
  }
  keep(&self->answer->type, "content-type", line, length);
  keep(&self->answer->etag, "etag", line, length);
  keep(&self->answer->last_modified, "last-modified", line, length);
  keep(&self->answer->retry_after, "retry-after", line, length);
  return length;
}

static struct curl_slist *with(struct curl_slist *list, const char *name, const char *value) {
  if (value == NULL || strpbrk(value, "\r\n") != NULL) return list;
  size_t length = strlen(name) + strlen(value) + 3;
  char *line = malloc(length);
  if (line == NULL) return list;
  snprintf(line, length, "%s: %s", name, value);
  struct curl_slist *longer = library.curl_slist_append(list, line);
  free(line);
  return longer != NULL ? longer : list;
}

static ct_result meaning(CURLcode code) {
  switch (code) {
    case CURLE_OK: return CT_DONE;
    case CURLE_URL_MALFORMAT:
    case CURLE_UNSUPPORTED_PROTOCOL: return CT_BAD_ADDRESS;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY: return CT_UNKNOWN_HOST;
    case CURLE_COULDNT_CONNECT: return CT_NO_CONNECTION;
    case CURLE_OPERATION_TIMEDOUT: return CT_TIMED_OUT;
    case CURLE_FILESIZE_EXCEEDED: return CT_TOO_LARGE;
    case CURLE_TOO_MANY_REDIRECTS: return CT_TOO_MANY_REDIRECTS;
    case CURLE_PARTIAL_FILE:
    case CURLE_GOT_NOTHING:
    case CURLE_RECV_ERROR:
    case CURLE_BAD_CONTENT_ENCODING: return CT_CUT;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE: return CT_UNSAFE;
    default: return CT_OTHER;
  }
}

static pthread_once_t once = PTHREAD_ONCE_INIT;
static bool is_loaded;
static void begin(void) {
  static const char *const names[] = {FUNCTIONS(CL_NAME)};
  is_loaded = cl_load("libcurl.so.4", names, (void **)&library, CL_COUNT(names)) &&
              library.curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

ct_result ct_fetch(const ct_request *request, ct_answer *answer) {
  memset(answer, 0, sizeof *answer);
  pthread_once(&once, begin);
  if (!is_loaded) return CT_NO_LIBRARY;
  CURL *curl = library.curl_easy_init();
  if (curl == NULL) return CT_OTHER;
  transfer self = {.answer = answer, .limit = request->limit, .is_moved = true};
  struct curl_slist *headers = with(NULL, "If-None-Match", request->etag);
  headers = with(headers, "If-Modified-Since", request->last_modified);
  library.curl_easy_setopt(curl, CURLOPT_URL, request->url);
  library.curl_easy_setopt(curl, CURLOPT_USERAGENT, request->agent);
  library.curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
  library.curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  library.curl_easy_setopt(curl, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
  library.curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 1L);
  library.curl_easy_setopt(curl, CURLOPT_MAXREDIRS, request->redirects);
  library.curl_easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, "");
  library.curl_easy_setopt(curl, CURLOPT_TIMEOUT, request->seconds);
  library.curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, request->seconds < 15 ? request->seconds : 15L);
  library.curl_easy_setopt(curl, CURLOPT_MAXFILESIZE_LARGE, (curl_off_t)request->limit);
  library.curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  library.curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, answer->message);
  library.curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
  library.curl_easy_setopt(curl, CURLOPT_WRITEDATA, &self);
  library.curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, hear);
  library.curl_easy_setopt(curl, CURLOPT_HEADERDATA, &self);
  CURLcode code = library.curl_easy_perform(curl);
  library.curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answer->status);
  char *last = NULL;
  library.curl_easy_getinfo(curl, CURLINFO_EFFECTIVE_URL, &last);
  if (code == CURLE_OK && self.was_redirect && self.is_moved && last != NULL)
    answer->moved = strdup(last);
  ct_result result = self.is_too_large ? CT_TOO_LARGE : meaning(code);
  if (answer->message[0] == 0)
    snprintf(answer->message, sizeof answer->message, "%s", library.curl_easy_strerror(code));
  library.curl_slist_free_all(headers);
  library.curl_easy_cleanup(curl);
  return result;
}

void ct_free(ct_answer *answer) {
  forget(answer);
  free(answer->body);
  free(answer->moved);
  memset(answer, 0, sizeof *answer);
}
