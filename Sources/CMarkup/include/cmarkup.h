/*
 * The only door to libxml2, without a word of its headers: XML and HTML as a stream of
 * elements and texts. Nothing is loaded from anywhere: no network, no files, no external
 * entities, and entities that a document defines itself are not expanded.
 *
 * Input and output are UTF-8. A parser is used by one thread at a time.
 */
#ifndef CMARKUP_H
#define CMARKUP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* How deep elements may nest; what is deeper ends the document. */
enum { CM_DEEPEST = 512 };

/* Names are as they are written, HTML's in lower case. The strings live as long as the
   call. */
typedef struct {
  const char *name;
  const uint8_t *value; /* NULL where HTML gives none */
  size_t length;
} cm_attribute;

typedef struct {
  void (*start)(
      void *context, const char *name, const char *space, const cm_attribute *attributes,
      size_t count);
  void (*end)(void *context, const char *name, const char *space);
  void (*text)(void *context, const uint8_t *bytes, size_t count);
} cm_handler;

typedef enum {
  CM_GOES_ON,
  CM_MALFORMED, /* it is not well-formed; what stood before was told */
  CM_TOO_DEEP,
  CM_NO_MEMORY
} cm_result;

typedef struct cm_xml cm_xml;

/* Whether libxml2 is on this machine. */
bool cm_is_installed(void);

/* A parser of XML that is fed piece by piece; NULL without memory or without libxml2. */
cm_xml *cm_open_xml(const cm_handler *handler, void *context);

/* Every piece but the last has at least four bytes. */
cm_result cm_feed(cm_xml *parser, const uint8_t *bytes, size_t count, bool is_last);

/* How many bytes were read when the handler was called: behind the end of an element, inside
   its start tag. */
size_t cm_place(cm_xml *parser);

/* What is wrong, counted from 1; the message is libxml2's, without a line feed. */
int cm_error_line(cm_xml *parser);
const char *cm_error_message(cm_xml *parser);

void cm_close_xml(cm_xml *parser);

/* Reads a page, or a piece of one, that is at hand as a whole. HTML is never malformed. Nothing
   is read without libxml2. */
cm_result cm_read_html(
    const uint8_t *bytes, size_t count, const cm_handler *handler, void *context);

/* The character that HTML calls by the name, as nbsp; 0 when it calls none so, or
   libxml2 is not there to be asked. */
uint32_t cm_entity(const char *name);

#endif
