import { MODES, SHAPES, type Mode, type Shape } from "./shapes.js";

/** As options of `parseArgs`: which shapes and modes, by names with commas between them. */
export const CHOICE = {
  full: { type: "boolean", default: false },
  shapes: { type: "string", default: "" },
  modes: { type: "string", default: "" },
} as const;

/**
 * The shapes that are asked for, in their order: each name means the shape of that name, else all that contain it. Without any,
 * those that the form has.
 * @throws Error where a name means none
 */
export function chosenShapes({ shapes }: { shapes: string }, inForm: (shape: Shape) => boolean): Shape[] {
  if (shapes === "") return SHAPES.filter(inForm);
  const chosen = new Set(namesIn(shapes).flatMap(shapesOf));
  return SHAPES.filter((shape) => chosen.has(shape));
}

function shapesOf(name: string): readonly Shape[] {
  const exact = SHAPES.filter((shape) => shape.name === name);
  const found = exact.length > 0 ? exact : SHAPES.filter((shape) => shape.name.includes(name));
  if (found.length === 0) throw new Error(`no shape contains "${name}"; there are ${SHAPES.map((shape) => shape.name).join(", ")}`);
  return found;
}

/** @throws Error where a name is no mode's */
export function chosenModes({ modes }: { modes: string }): Mode[] {
  if (modes === "") return [...MODES];
  return namesIn(modes).map((name) => {
    const mode = MODES.find((mode) => mode === name);
    if (mode === undefined) throw new Error(`no mode is "${name}"; there are ${MODES.join(", ")}`);
    return mode;
  });
}

function namesIn(list: string): string[] {
  return list.split(",").map((name) => name.trim());
}
