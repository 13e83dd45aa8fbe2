#pragma once
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlmemory.h>

/* xmlFree is a mutable global, which Swift 6 will not read: the call stays in C. */
static inline void cornerman_xml_free(void *pointer) { xmlFree(pointer); }
