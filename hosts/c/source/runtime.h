/** What wasm2c's code needs beside itself. */
#ifndef YUMA_RUNTIME_H
#define YUMA_RUNTIME_H

typedef void yuma_guarded_call(void *argument);

/** Calls into a module. @return what it trapped on, 0 where it did not */
int yuma_guarded(yuma_guarded_call *call, void *argument);

#endif
