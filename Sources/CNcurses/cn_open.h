/* Opening and leaving the terminal, for the rest of this target. */
#ifndef CN_OPEN_H
#define CN_OPEN_H

#include <stdbool.h>

bool cn_has_colour(void);

/* Gives the terminal back as it was found, so that it can be taken again. */
void cn_leave(void);

#endif
