/* Only names the library: pkg-config tells CMarkup where its headers lie. */
#include <libxml/xmlversion.h>
