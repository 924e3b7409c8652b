// Fetches and starts the app. The page is whole without it, so all that can go wrong here is that the
// map and the links stay as plain as they are: a deadline, one more try, and then a plain message.

const own = document.querySelector("script[data-wasm]");
const note = document.getElementById("late");

// What the visitor preferred on an earlier visit, before the app is there. Storage may be refused.
try {
  for (const [, name, value] of (localStorage.getItem("eucam-watch") ?? "").matchAll(/\b(size|measure|theme|links|keys)=([a-z]+)/g)) {
    document.documentElement.setAttribute(`data-${name}`, value);
  }
} catch {
  // Then everything is as usual.
}

/** How long the visitor waits before the message is shown, in milliseconds. */
const DEADLINE = 20_000;

const address = (name, query = "") => new URL(own.dataset[name] + query, document.baseURI).href;

async function start(query) {
  const { default: init } = await import(address("glue", query));
  await init({ module_or_path: address("wasm", query) });
}

const late = setTimeout(() => { note.hidden = false; }, DEADLINE);

start("")
  .catch(() => start("?again"))
  .then(
    () => { clearTimeout(late); note.hidden = true; },
    (error) => { clearTimeout(late); note.hidden = false; console.warn("The app did not start:", error); },
  );
