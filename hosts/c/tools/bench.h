/** How long an epoch takes. */
#ifndef YUMA_BENCH_H
#define YUMA_BENCH_H

/** Prints {"host", "nsPerEpoch", "epochs"} of a state in a JSON file. @return the program's exit code */
int bench(const char *path, double seconds);

#endif
