#include "runtime_names.h"

#include "module_of.h"
#include "yumaEpochs.c"

YUMA_MODULE_OF(yumaEpochs, yuma_epochs_module);
