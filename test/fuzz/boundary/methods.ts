import type { Subject } from "./call.js";
import { OPAQUE } from "./mutations.js";
import type { Values } from "./shapes.js";
import type { World } from "./world.js";

export type Name = string;
/** The subjects of one export: itself, and the methods of what it gives. */
export type Make = (name: Name, value: any, world: World) => Subject[] | Promise<Subject[]>;

/** The functions of an object, each of which has to have a subject. */
export function methods(name: Name, object: object, subjects: Readonly<Record<string, (name: Name) => Subject>>): Subject[] {
  OPAQUE.add(object);
  const found = [...new Set([...Object.keys(object), ...Object.keys(Object.getOwnPropertyDescriptors(object))])];
  return found
    .filter((key) => typeof (object as Values)[key] === "function")
    .map((key) => {
      const make = subjects[key];
      if (make === undefined || !Object.hasOwn(subjects, key)) throw new Error(`${name}.${key} has no subject`);
      return make(`${name}.${key}`);
    });
}
