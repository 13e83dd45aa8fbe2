#pragma once
#include <libxml/xmlversion.h>
/* Debian's libxml2 is built with ICU and its headers would bring ICU's along, which clash with the copy inside Foundation. Nothing here needs them. */
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlmemory.h>

/* xmlFree is a mutable global, which Swift 6 will not read: the call stays in C. */
static inline void cornerman_xml_free(void *pointer) { xmlFree(pointer); }
