#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <limits.h>
#include <string.h>

#include "cmarkup.h"

enum { MOST_ATTRIBUTES = 64 };

typedef struct {
  const cm_handler *handler;
  void *context;
  xmlParserCtxtPtr parser;
  int depth;
  cm_result result;
} page;

static page *owner(void *context) { return ((xmlParserCtxtPtr)context)->_private; }

static void start(void *context, const xmlChar *name, const xmlChar **attributes) {
  page *self = owner(context);
  /* libxml2 looks through all open elements at every end tag: the bound keeps that short. */
  if (++self->depth > CM_DEEPEST) {
    self->result = CM_TOO_DEEP;
    xmlStopParser(self->parser);
    return;
  }
  cm_attribute told[MOST_ATTRIBUTES];
  size_t count = 0;
  for (; attributes && attributes[2 * count] && count < MOST_ATTRIBUTES; count++) {
    const xmlChar *value = attributes[2 * count + 1];
    told[count] = (cm_attribute){
        (const char *)attributes[2 * count], value, value ? strlen((const char *)value) : 0};
  }
  self->handler->start(self->context, (const char *)name, NULL, told, count);
}

static void end(void *context, const xmlChar *name) {
  page *self = owner(context);
  self->depth--;
  self->handler->end(self->context, (const char *)name, NULL);
}

static void text(void *context, const xmlChar *bytes, int count) {
  page *self = owner(context);
  self->handler->text(self->context, bytes, (size_t)count);
}

static void hear(void *context, xmlErrorPtr error) { (void)context, (void)error; }

cm_result cm_read_html(
    const uint8_t *bytes, size_t count, const cm_handler *handler, void *context) {
  if (count == 0) return CM_GOES_ON;
  if (count > INT_MAX) return CM_NO_MEMORY;
  xmlInitParser();
  htmlParserCtxtPtr parser = htmlCreateMemoryParserCtxt((const char *)bytes, (int)count);
  if (parser == NULL) return CM_NO_MEMORY;
  page self = {handler, context, parser, 0, CM_GOES_ON};
  xmlSAXHandler sax = {
      .startElement = start,
      .endElement = end,
      .characters = text,
      .cdataBlock = text,
      .ignorableWhitespace = text,
      .initialized = XML_SAX2_MAGIC,
      .serror = hear,
  };
  *parser->sax = sax;
  parser->_private = &self;
  parser->userData = parser;
  htmlCtxtUseOptions(parser, HTML_PARSE_NONET | HTML_PARSE_RECOVER | HTML_PARSE_IGNORE_ENC);
  xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
  htmlParseDocument(parser);
  if (parser->myDoc != NULL) xmlFreeDoc(parser->myDoc);
  htmlFreeParserCtxt(parser);
  return self.result;
}
