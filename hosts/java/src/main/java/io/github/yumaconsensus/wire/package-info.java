/**
 * How values lie in the messages of the WebAssembly modules, and how JSON shows them. Not part of the API: anything in
 * it may change with any release.
 */
package io.github.yumaconsensus.wire;
