#include <stdlib.h>
#include <string.h>

#include "cmarkup.h"
#include "libxml.h"

enum { MOST_ATTRIBUTES = 64 };

struct cm_xml {
  cm_handler handler;
  void *context;
  xmlParserCtxtPtr parser;
  /* The entity that was asked for last. */
  xmlEntity entity;
  xmlChar entity_text[8];
  int depth;
  cm_result result;
};

static cm_xml *owner(void *context) { return ((xmlParserCtxtPtr)context)->_private; }

static void start(
    void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *space,
    int namespaces, const xmlChar **declared, int count, int defaulted,
    const xmlChar **attributes) {
  (void)prefix, (void)namespaces, (void)declared, (void)defaulted;
  cm_xml *self = owner(context);
  if (++self->depth > CM_DEEPEST) {
    self->result = CM_TOO_DEEP;
    libxml.xmlStopParser(self->parser);
    return;
  }
  cm_attribute told[MOST_ATTRIBUTES];
  int most = count < MOST_ATTRIBUTES ? count : MOST_ATTRIBUTES;
  for (int i = 0; i < most; i++) {
    /* libxml2 hands over fives: local name, prefix, space, value, end of the value. */
    const xmlChar **five = attributes + 5 * i;
    told[i] = (cm_attribute){(const char *)five[0], five[3], (size_t)(five[4] - five[3])};
  }
  self->handler.start(self->context, (const char *)name, (const char *)space, told, (size_t)most);
}

static void end(
    void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *space) {
  (void)prefix;
  cm_xml *self = owner(context);
  self->depth--;
  self->handler.end(self->context, (const char *)name, (const char *)space);
}

static void text(void *context, const xmlChar *bytes, int count) {
  cm_xml *self = owner(context);
  self->handler.text(self->context, bytes, (size_t)count);
}

/* Feeds write &nbsp; and the like without declaring them: HTML's names are known, and no
   others, so that no entity can grow. */
static xmlEntityPtr entity(void *context, const xmlChar *name) {
  xmlEntityPtr predefined = libxml.xmlGetPredefinedEntity(name);
  if (predefined != NULL) return predefined;
  const htmlEntityDesc *known = libxml.htmlEntityLookup(name);
  cm_xml *self = owner(context);
  memset(&self->entity, 0, sizeof self->entity);
  self->entity.type = XML_ENTITY_DECL;
  self->entity.etype = XML_INTERNAL_PREDEFINED_ENTITY;
  self->entity.name = name;
  int length = libxml.xmlCopyCharMultiByte(self->entity_text, known ? (int)known->value : 0xFFFD);
  self->entity_text[length] = 0;
  self->entity.content = self->entity_text;
  self->entity.length = length;
  return &self->entity;
}

static void hear(void *context, xmlErrorPtr error) { (void)context, (void)error; }

cm_xml *cm_open_xml(const cm_handler *handler, void *context) {
  if (!cm_is_installed()) return NULL;
  cm_xml *self = calloc(1, sizeof *self);
  if (self == NULL) return NULL;
  self->handler = *handler;
  self->context = context;
  xmlSAXHandler sax = {
      .initialized = XML_SAX2_MAGIC,
      .startElementNs = start,
      .endElementNs = end,
      .characters = text,
      .cdataBlock = text,
      .ignorableWhitespace = text,
      .getEntity = entity,
      .serror = hear,
  };
  self->parser = libxml.xmlCreatePushParserCtxt(&sax, NULL, NULL, 0, NULL);
  if (self->parser == NULL) {
    free(self);
    return NULL;
  }
  self->parser->_private = self;
  /* User data of SAX2 is the parser itself. */
  self->parser->userData = self->parser;
  /* NOENT: without it &amp; stays &#38; in attributes. Only what `entity` gives is replaced. */
  libxml.xmlCtxtUseOptions(
      self->parser,
      XML_PARSE_NONET | XML_PARSE_IGNORE_ENC | XML_PARSE_RECOVER | XML_PARSE_NOENT);
  libxml.xmlSwitchEncoding(self->parser, XML_CHAR_ENCODING_UTF8);
  return self;
}

cm_result cm_feed(cm_xml *self, const uint8_t *bytes, size_t count, bool is_last) {
  libxml.xmlParseChunk(self->parser, (const char *)bytes, (int)count, is_last);
  const xmlError *last = libxml.xmlCtxtGetLastError(self->parser);
  if (self->result == CM_GOES_ON && last != NULL && last->code == XML_ERR_NO_MEMORY)
    self->result = CM_NO_MEMORY;
  /* In recovery the parser goes on behind most errors; it has stopped behind the others. */
  if (self->result == CM_GOES_ON && (self->parser->disableSAX || (is_last && last != NULL &&
      last->level == XML_ERR_FATAL)))
    self->result = CM_MALFORMED;
  return self->result;
}

size_t cm_place(cm_xml *self) {
  xmlParserInputPtr input = self->parser->input;
  return input == NULL ? 0 : input->consumed + (size_t)(input->cur - input->base);
}

int cm_error_line(cm_xml *self) {
  const xmlError *last = libxml.xmlCtxtGetLastError(self->parser);
  return last == NULL ? 0 : last->line;
}

const char *cm_error_message(cm_xml *self) {
  xmlError *last = libxml.xmlCtxtGetLastError(self->parser);
  if (last == NULL || last->message == NULL) return "";
  last->message[strcspn(last->message, "\n")] = 0;
  return last->message;
}

void cm_close_xml(cm_xml *self) {
  if (self->parser->myDoc != NULL) libxml.xmlFreeDoc(self->parser->myDoc);
  libxml.xmlFreeParserCtxt(self->parser);
  free(self);
}
