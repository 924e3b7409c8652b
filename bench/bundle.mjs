// Bundling as a peer's users do it: minified modules for current browsers, in production mode.
import { build } from "esbuild";
import { mkdir } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const shared = { bundle: true, minify: true, format: "esm", target: "es2022", write: false, define: { "process.env.NODE_ENV": '"production"' }, logLevel: "error", nodePaths: ["bench/node_modules"] };

/** Svelte's compiler as a step of the bundler, for one component. */
const svelte = (source, generate) => ({
  name: "svelte",
  setup(step) {
    step.onResolve({ filter: /^app\.svelte$/ }, () => ({ path: "app.svelte", namespace: "svelte" }));
    step.onLoad({ filter: /.*/, namespace: "svelte" }, async () => {
      const { compile } = await import("../bench/node_modules/svelte/src/compiler/index.js");
      const { js } = compile(source, { generate, name: "App", filename: "app.svelte", dev: false });
      return { contents: js.code, resolveDir: "bench" };
    });
  },
});

/** The code of a page, with its libraries; `whole` keeps a module that is there for what it does and exports nothing. */
export async function bundle(contents, { jsx = false, svelte: source, whole = false } = {}) {
  const { outputFiles } = await build({ ...shared, ignoreAnnotations: whole, stdin: { contents, resolveDir: "bench", loader: jsx ? "jsx" : "js" }, jsx: "automatic", conditions: ["browser", "svelte", "production"], plugins: source ? [svelte(source, "client")] : [] });
  return outputFiles[0].text;
}

/** What Svelte writes on the server's side. */
export async function prerender(source) {
  await mkdir("target/bench", { recursive: true });
  const outfile = "target/bench/prerender.mjs";
  await build({ ...shared, minify: false, platform: "node", write: true, outfile, stdin: { contents: 'export { render } from "svelte/server"; export { default as App } from "app.svelte";', resolveDir: "bench" }, conditions: ["svelte", "production"], plugins: [svelte(source, "server")] });
  const { render, App } = await import(`${pathToFileURL(outfile).href}?${Date.now()}`);
  return (await render(App, { props: {} })).body;
}
