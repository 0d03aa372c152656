/** Programs: answers to lines of JSON, and a measurement. */
package io.github.yumaconsensus.cli;
