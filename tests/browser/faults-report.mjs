// Writes docs/faults.md: each case, the engines in which it was injected, and what came of it. A case that this run has
// not looked at keeps what the one before it found, so that stages may run one after the other.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

const FILE = "docs/faults.md";
const broken = () => readdirSync("crates/press/tests/broken").length;
const ENGINES = ["Chromium", "Firefox", "WebKit"];
const engine = (project) => ({ firefox: "Firefox", webkit: "WebKit" })[project] ?? "Chromium";

export default class FaultsReport {
  cases = new Map();

  caseOf(test) {
    return test.annotations.find((a) => a.type === "fault")?.description;
  }

  onTestEnd(test, result) {
    const name = this.caseOf(test);
    // The table is of today's engines.
    if (test.parent.project().name === "older") return;
    // What is tried once more has not been decided.
    if (!name || (!["passed", "skipped"].includes(result.status) && result.retry < test.retries)) return;
    const row = this.cases.get(name) ?? {};
    const why = test.annotations.concat(result.annotations ?? []).find((a) => a.type === "skip")?.description;
    const said = result.status === "passed" ? "holds" : result.status === "skipped" ? `not tried: ${why ?? "no reason"}` : "fails";
    const at = engine(test.parent.project().name);
    // A case at two sizes holds when it holds at both.
    row[at] = row[at] === "fails" ? "fails" : said;
    this.cases.set(name, row);
  }

  onEnd() {
    if (!this.cases.size) return;
    const rows = new Map();
    try {
      for (const line of readFileSync(FILE, "utf8").split("\n")) {
        const cells = line.split("|").map((cell) => cell.trim());
        if (cells.length === 7 && /^[A-Z]/.test(cells[1]) && cells[1] !== "Kind") rows.set(`${cells[1]}: ${cells[2].replaceAll("\\", "")}`, Object.fromEntries(ENGINES.map((e, i) => [e, cells[i + 3]])));
      }
    } catch {
      // The first run.
    }
    for (const [name, row] of this.cases) rows.set(name, { ...rows.get(name), ...row });
    const order = ["Delivery", "Environment", "Address", "Interaction", "Embed"];
    const sorted = [...rows].sort(([a], [b]) => order.indexOf(a.split(":")[0]) - order.indexOf(b.split(":")[0]) || a.localeCompare(b, "en"));
    const table = sorted.map(([name, row]) => {
      const at = name.indexOf(": ");
      return `| ${name.slice(0, at)} | ${name.slice(at + 2).replaceAll("|", "\\|")} | ${ENGINES.map((e) => row[e] || "–").join(" | ")} |`;
    });
    writeFileSync(FILE, `# Faults\n\nEach case is injected for real, and each must leave: a page that is not blank, no error that nobody caught, the whole text\nreadable, a plain message where something is missing. This table is written by the run of the tests (\`cargo xtask\ntest browser engines\`); – means that the case is made for another engine's run alone. What editors can do wrong has\n${broken()} cases of its own, each in a file of \`crates/press/tests/broken/\`.\n\n| Kind | Case | ${ENGINES.join(" | ")} |\n| --- | --- | --- | --- | --- |\n${table.join("\n")}\n`);
  }
}

