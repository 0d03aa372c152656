/** What reads other tools' files, as a script of its own: `YumaImport.importFile`. */
import { importFile } from "yuma-consensus/chain";

(globalThis as unknown as { YumaImport: object }).YumaImport = { importFile };
