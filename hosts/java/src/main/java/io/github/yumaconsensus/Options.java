package io.github.yumaconsensus;

/**
 * What a result is to hold besides.
 *
 * @param trace whether the raw bits of every stage; that takes the general path, which is slower
 * @param digest whether the SHA-256 of the result's canonical bytes, the same on every engine and in every language
 */
public record Options(boolean trace, boolean digest) {
  /** The result alone. */
  public static final Options NONE = new Options(false, false);

  /** The result with its trace. */
  public static final Options TRACE = new Options(true, false);

  /** The result with its digest. */
  public static final Options DIGEST = new Options(false, true);
}
