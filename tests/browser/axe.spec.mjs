// axe finds nothing on the start page, on any card, at a passage, by day or by night.
import AxeBuilder from "@axe-core/playwright";
import { test, expect, visit, STATES } from "./visit.mjs";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const states = ["", ...STATES.map((name) => `#${name.toLowerCase()}`), "#interview-q4-2", "#narnia"];

for (const colorScheme of ["light", "dark"]) {
  for (const fragment of states) {
    test(`axe finds nothing at “${fragment}”, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await visit(page, fragment);
      const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
      expect(violations.map((v) => `${v.id}: ${v.nodes.length} × ${v.nodes[0].html.slice(0, 160)} ${v.nodes[0].any[0]?.message ?? ""}`)).toEqual([]);
    });
  }
}
