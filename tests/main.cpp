// Catch2 2.13 wants its main compiled once; 3.x brings it in Catch2WithMain.
#define CATCH_CONFIG_MAIN
#include "catch.h"
