// A Chromium of January 2023, the last for Windows 7 and 8: what a visitor has whose machine gets none that is newer. It
// knows neither light-dark() nor nested rules nor ::details-content, and forgets scroll-margin where a link leads to what
// scrolls itself.
import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { createBrotliDecompress } from "node:zlib";
import { args } from "./chromium.mjs";

const PACKAGE = createRequire(import.meta.url).resolve("@sparticuz/chromium/package.json");
const PROGRAM = fileURLToPath(new URL("../../target/older/chromium", import.meta.url));

/** How it is started; unpacked from its npm package the first time. Letters are as wide as on a visitor's screen. */
export async function older() {
  if (!existsSync(PROGRAM)) {
    mkdirSync(dirname(PROGRAM), { recursive: true });
    // More than one may do so at a time.
    const part = `${PROGRAM}-${process.pid}`;
    await pipeline(createReadStream(join(dirname(PACKAGE), "bin", "chromium.br")), createBrotliDecompress(), createWriteStream(part, { mode: 0o755 }));
    renameSync(part, PROGRAM);
  }
  return { executablePath: PROGRAM, args: [...args, "--font-render-hinting=none"] };
}
