/** The functions of old specs by their numbers. */
import { NOT_A_MESSAGE, refuse } from "../message";

export function runHistoric(_asked: u32): u32 {
  return refuse(NOT_A_MESSAGE, 0, 6);
}
