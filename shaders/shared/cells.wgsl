// The matrices, dense: a row of cells for each slot, one for each uid.
//import network

// Normalised weights as fractions, 0 where there is none.
@group(0) @binding(7) var<storage, read_write> weights: array<u32>;
// Stored bonds in the low 16 bits, with these marks; in the end the bonds to store.
@group(0) @binding(8) var<storage, read_write> bonds: array<u32>;

const VALUE = 0xffffu;
// there is a weight, be it 0
const HAS_WEIGHT = 0x10000u;
// not seen by the cursor of liquid alpha
const WEIGHT_HIDDEN = 0x20000u;
const BOND_HIDDEN = 0x40000u;
// there is a bond to store, be it 0
const HAS_BOND = 0x80000u;
