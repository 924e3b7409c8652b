// Comparing pictures of the page by cells: each cell is the mean colour of CELL × CELL px. What letterforms and
// smoothing change by a hair is lost in the mean; what has moved is not.

/** Side of a cell in CSS px. */
export const CELL = 8;

/** By how much of 255 a cell's mean may differ in any channel before it counts. */
export const MOST = 20;

/**
 * In the page: a picture's bytes (PNG, base64) as width, height and the mean colours of its cells, in JSON: over a
 * list of so many numbers Playwright takes longer than over their words.
 */
async function cells([base64, size]) {
  const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.drawImage(picture, 0, 0);
  const { data } = context.getImageData(0, 0, picture.width, picture.height);
  const [width, height] = [Math.ceil(picture.width / size), Math.ceil(picture.height / size)];
  const [sums, counts] = [new Float64Array(width * height * 3), new Uint32Array(width * height)];
  for (let y = 0, at = 0; y < picture.height; y++) {
    for (let x = 0; x < picture.width; x++, at += 4) {
      const cell = Math.floor(y / size) * width + Math.floor(x / size);
      counts[cell]++;
      for (let c = 0; c < 3; c++) sums[cell * 3 + c] += data[at + c];
    }
  }
  return JSON.stringify({ width, height, means: Array.from(sums, (sum, i) => Math.round(sum / counts[Math.floor(i / 3)])) });
}

/** In the page: the PNG (base64) that has one pixel for each cell. */
async function small({ width, height, means }) {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d");
  const image = context.createImageData(width, height);
  for (let i = 0; i < width * height; i++) image.data.set([...means.slice(i * 3, i * 3 + 3), 255], i * 4);
  context.putImageData(image, 0, 0);
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: "image/png" })).arrayBuffer());
  return btoa(Array.from(bytes, (b) => String.fromCharCode(b)).join(""));
}

/** A blank page that reads and makes pictures; the page under test keeps its policy. */
export async function reader(browser) {
  const page = await browser.newPage();
  return {
    read: async (png, size = CELL) => JSON.parse(await page.evaluate(cells, [png.toString("base64"), size])),
    write: async (picture) => Buffer.from(await page.evaluate(small, picture), "base64"),
    close: () => page.close(),
  };
}

/** The cells that differ, each as its place in CSS px and by how much; sizes that differ are said in words. */
export function difference(was, is) {
  if (was.width !== is.width || was.height !== is.height) return [`${was.width} × ${was.height} cells were, ${is.width} × ${is.height} are`];
  const out = [];
  for (let i = 0; i < was.width * was.height; i++) {
    const by = Math.max(...[0, 1, 2].map((c) => Math.abs(was.means[i * 3 + c] - is.means[i * 3 + c])));
    if (by > MOST) out.push(`${(i % was.width) * CELL},${Math.floor(i / was.width) * CELL} by ${by}`);
  }
  return out;
}
