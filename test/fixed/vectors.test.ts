import { describeBackends } from "../backends.js";
import { itGivesTheVectors } from "../vectors.js";

describeBackends("fixed point", (backend) => {
  for (const file of [
    "i32f32-mul",
    "i32f32-div",
    "i32f32-addsub",
    "i32f32-convert",
    "i64f64-mul-div",
    "i64f64-convert",
    "exp",
    "ln-log2-i32f32",
    "ln-log2-i96f32",
    "u16-proportion",
    "normalize",
    "bma-alpha",
    "vec-max-upscale",
    "vec-u16-max-upscale",
  ]) {
    itGivesTheVectors(backend, `arithmetic/${file}`);
  }
  itGivesTheVectors(backend, "economics/fixed_ops");
  itGivesTheVectors(backend, "economics/transcendental");
});
