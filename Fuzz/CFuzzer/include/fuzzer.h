#ifndef BRINK_FUZZER_H
#define BRINK_FUZZER_H

#include <stddef.h>
#include <stdint.h>

/* libFuzzer's entry for programs with a main of their own (compiler-rt/lib/fuzzer). */
int LLVMFuzzerRunDriver(int *argc, char ***argv,
                        int (*test)(const uint8_t *data, size_t size));

#endif
