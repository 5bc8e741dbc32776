/* What is called of libxml2, which is loaded when it is first needed. */
#ifndef CMARKUP_LIBXML_H
#define CMARKUP_LIBXML_H

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include "clibrary.h"

#define CM_FUNCTIONS(f)                                                                          \
  f(xmlInitParser) f(xmlCreatePushParserCtxt) f(xmlCtxtUseOptions) f(xmlSwitchEncoding)          \
  f(xmlParseChunk) f(xmlStopParser) f(xmlCtxtGetLastError) f(xmlFreeDoc) f(xmlFreeParserCtxt)    \
  f(xmlGetPredefinedEntity) f(xmlCopyCharMultiByte) f(htmlEntityLookup)                          \
  f(htmlCreateMemoryParserCtxt) f(htmlCtxtUseOptions) f(htmlParseDocument) f(htmlFreeParserCtxt)

/* Good once `cm_is_installed` has said so. */
extern struct cm_libxml { CM_FUNCTIONS(CL_MEMBER) } libxml;

#endif
