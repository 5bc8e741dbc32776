#include <limits.h>
#include <string.h>

#include "cmarkup.h"
#include "libxml.h"

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
    libxml.xmlStopParser(self->parser);
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

uint32_t cm_entity(const char *name) {
  if (!cm_is_installed()) return 0;
  const htmlEntityDesc *known = libxml.htmlEntityLookup((const xmlChar *)name);
  return known == NULL ? 0 : known->value;
}

cm_result cm_read_html(
    const uint8_t *bytes, size_t count, const cm_handler *handler, void *context) {
  if (count == 0) return CM_GOES_ON;
  if (count > INT_MAX || !cm_is_installed()) return CM_NO_MEMORY;
  htmlParserCtxtPtr parser = libxml.htmlCreateMemoryParserCtxt((const char *)bytes, (int)count);
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
  libxml.htmlCtxtUseOptions(parser, HTML_PARSE_NONET | HTML_PARSE_RECOVER | HTML_PARSE_IGNORE_ENC);
  libxml.xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
  libxml.htmlParseDocument(parser);
  if (parser->myDoc != NULL) libxml.xmlFreeDoc(parser->myDoc);
  libxml.htmlFreeParserCtxt(parser);
  return self.result;
}
