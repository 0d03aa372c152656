/** A worker of the user's, which has the package's inside. */
import "yuma-consensus/pool/worker";
