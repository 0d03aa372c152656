#include "runtime_names.h"

#include "module_of.h"
#include "yumaEconomics.c"

YUMA_MODULE_OF(yumaEconomics, yuma_economics_module);
