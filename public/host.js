// <eucam-watch>: a frame of the edition for another site's page, which grows with it and speaks with it. Its
// attributes and events are in embedding.html, beside this script. What stands in the element is its fallback.
const home = new URL("./", import.meta.url);
const OPTIONS = ["mode", "theme", "accent", "show"];
const [LEAST, MOST] = [50, 200_000];

class EucamWatch extends HTMLElement {
  static observedAttributes = ["start", "theme", "layers", "height"];
  #frame;
  #slot;
  // The last order of each type, for as long as the frame is not there to hear it.
  #kept;

  connectedCallback() {
    if (this.#frame?.isConnected) return;
    const address = new URL("embed.html", home);
    for (const name of OPTIONS) {
      const value = this.getAttribute(name);
      if (value) address.searchParams.set(name, value);
    }
    // A page without an origin of its own (a file, a sandbox) cannot be named.
    if (location.origin !== "null" && location.protocol !== "file:") address.searchParams.set("host", location.origin);
    address.hash = this.getAttribute("start") ?? "";
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    const frame = (this.#frame = document.createElement("iframe"));
    frame.title = this.getAttribute("frame-title") || this.textContent.trim() || "EUCAM Watch";
    frame.loading = "lazy";
    frame.referrerPolicy = "no-referrer";
    frame.allow = "clipboard-write; web-share";
    frame.sandbox = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads";
    // By the object model, which a strict policy of the host lets pass.
    Object.assign(this.style, { display: "block" });
    Object.assign(frame.style, { display: "block", width: "100%", border: "0" });
    this.#grow(Number(this.getAttribute("height")) || 640);
    frame.src = address;
    this.#kept = new Map();
    frame.addEventListener("load", () => {
      const kept = this.#kept;
      this.#kept = null;
      kept?.forEach((detail, type) => this.#say(type, detail));
    });
    this.#slot = document.createElement("slot");
    root.replaceChildren(frame, this.#slot);
    addEventListener("message", this.#hear);
  }

  disconnectedCallback() {
    removeEventListener("message", this.#hear);
    this.#frame.remove();
  }

  attributeChangedCallback(name, before, value) {
    if (!this.#frame?.isConnected || before === value) return;
    if (name === "start") this.goTo(value || "overview");
    else if (name === "theme") this.#say("theme", { theme: value || "auto" });
    else if (name === "layers") this.#say("layers", { layers: (value ?? "").split(/[\s,]+/).filter(Boolean) });
    else this.#grow(Number(value));
  }

  /** Goes to a place of the edition, such as `uzbekistan` or `interview-q4-2`. */
  goTo(fragment) {
    this.#say("go-to", { fragment: String(fragment) });
  }

  #say(type, detail) {
    if (this.#kept) this.#kept.set(type, detail);
    else this.#frame?.contentWindow?.postMessage({ eucamWatch: 1, type, ...detail }, home.origin);
  }

  #grow(height) {
    if (Number.isFinite(height) && height >= LEAST && height <= MOST) this.#frame.style.height = `${Math.ceil(height)}px`;
  }

  #hear = ({ source, origin, data }) => {
    if (source !== this.#frame.contentWindow || origin !== home.origin) return;
    if (data === null || typeof data !== "object" || data.eucamWatch !== 1) return;
    const { type } = data;
    let detail;
    if (type === "height" && Number.isFinite(data.height)) {
      this.#grow(data.height);
      detail = { height: data.height };
    } else if (type === "ready") {
      this.#slot.hidden = true;
      const layers = this.getAttribute("layers");
      if (layers) this.#say("layers", { layers: layers.split(/[\s,]+/).filter(Boolean) });
      detail = { mode: data.mode === "flow" ? "flow" : "app" };
    } else if (type === "state" && typeof data.fragment === "string") detail = { fragment: data.fragment.slice(0, 2000) };
    else if (type === "select" && (data.country === null || typeof data.country === "string")) detail = { country: data.country };
    else if (type === "error") detail = { reason: String(data.reason).slice(0, 80) };
    if (detail) this.dispatchEvent(new CustomEvent(type, { detail }));
  };
}

if (!customElements.get("eucam-watch")) customElements.define("eucam-watch", EucamWatch);
