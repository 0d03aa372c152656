/**
 * The bit-exact Yuma consensus core of the Bittensor network for the Java virtual machine: {@link
 * io.github.yumaconsensus.Engine} runs epochs of a {@link io.github.yumaconsensus.State}.
 */
package io.github.yumaconsensus;
