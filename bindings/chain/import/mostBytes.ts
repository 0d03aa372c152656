/** Bytes of a file that is imported: 64 for each of four signs of hexadecimal and more; no reply or dump of one subnet comes near. */
export const MOST_FILE_BYTES = 2 ** 29;
