// What is cited, collected and taken away.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { once } from "node:events";
import { fresh, test, expect, visit, card } from "./visit.mjs";

const panel = (page) => page.getByRole("region", { name: "Citation" });
const words = (page) => page.locator("#cite-words");
const trail = (page) => page.locator("#panel-trail");

/** Selects the first words of a passage. */
const select = (page, id, length) => page.evaluate(([id, length]) => {
  const walker = document.createTreeWalker(document.getElementById(id), NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const first = walker.nextNode();
  range.setStart(first, 0);
  let node = first;
  let left = length;
  while (node.length < left) { left -= node.length; node = walker.nextNode(); }
  range.setEnd(node, left);
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
  return range.toString();
}, [id, length]);

test("cites a fact in four forms, with its author and without a made-up date", async ({ page }) => {
  await visit(page, "#kazakhstan-only-ipap");
  const fact = page.locator("#kazakhstan-only-ipap");
  const cite = fact.getByRole("button", { name: "Cite" });
  await cite.click();
  await expect(panel(page)).toBeVisible();
  const base = page.url().split("#")[0];
  await expect(words(page)).toHaveValue(new RegExp(`^“Kazakhstan is the only .* in early 2006\\.” James Appathurai, “Interview.*As stated in this issue, early 2012\\. ${base}#kazakhstan-only-ipap$`));
  for (const [form, sign] of [["BibTeX", /^@misc\{eucam-watch-kazakhstan-only-ipap,/], ["RIS", /^TY {2}- MGZN/], ["CSL-JSON", /"family": "Appathurai"/]]) {
    await panel(page).getByRole("button", { name: form }).click();
    await expect(words(page)).toHaveValue(sign);
    expect(await words(page).inputValue()).not.toMatch(/\byear\b|\bPY {2}-|"issued"|doi|pages/i);
  }
  await page.keyboard.press("Escape");
  await expect(panel(page)).toBeHidden();
  await expect(cite).toBeFocused();
});

test("cites the sentence beside which the button stands", async ({ page }) => {
  await visit(page, "#kazakhstan-ipap");
  const quotes = page.locator("#kazakhstan-ipap blockquote");
  expect(await quotes.count()).toBeGreaterThan(1);
  const second = await quotes.nth(1).textContent();
  await page.locator("#kazakhstan-ipap").getByRole("button", { name: "Cite" }).nth(1).click();
  expect(await words(page).inputValue()).toContain(`“${second}”`);
  await page.keyboard.press("Escape");
  await page.goto("./#csto");
  const term = page.locator("#csto + dd");
  await term.locator("summary").click();
  await term.getByRole("button", { name: "Cite" }).click();
  await expect(words(page)).toHaveValue(/#csto$/);
});

test("cites from a preview and from a pair what they are copies of", async ({ page }) => {
  await visit(page, "#kazakhstan&with=uzbekistan");
  const pair = page.getByRole("region", { name: "Kazakhstan and Uzbekistan" });
  const fact = pair.locator(".facts li").first();
  await fact.locator("summary").click();
  const quote = await fact.locator("blockquote").textContent();
  await fact.getByRole("button", { name: "Cite" }).click();
  expect(await words(page).inputValue()).toContain(quote);
  await page.keyboard.press("Escape");
  await page.goto("./#editorial-1");
  await page.locator("#editorial-1 a.o[href='#pfp']").press("Enter");
  await page.getByRole("dialog", { name: "About this name" }).getByRole("button", { name: "Cite" }).click();
  await expect(words(page)).toHaveValue(/#pfp$/);
});

fresh("copies a citation, in a frame without leave too", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]).catch(() => {});
  for (const leave of [true, false]) {
    await page.goto("about:blank");
    await page.addInitScript((leave) => { if (!leave) Object.defineProperty(Navigator.prototype, "clipboard", { value: { writeText: () => Promise.reject(new Error("no")) } }); }, leave);
    await visit(page, "#kazakhstan-only-ipap");
    await page.locator("#kazakhstan-only-ipap").getByRole("button", { name: "Cite" }).click();
    await panel(page).getByRole("button", { name: "Copy" }).click();
    if (leave) {
      await expect(page.locator("#cite-said")).toHaveText("Copied.");
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await words(page).inputValue());
    } else {
      await expect(page.locator("#cite-said")).toHaveText(/^(Copied\.|Selected: copy it with Ctrl C\.)$/);
      const selected = await words(page).evaluate((area) => area.value.slice(area.selectionStart, area.selectionEnd));
      expect(selected).toBe(await words(page).inputValue());
    }
  }
});

fresh("copies within a foreign page's frame that gives no leave to", async ({ context, baseURL }) => {
  const html = `<!doctype html><title>Host</title><iframe title="NATO and Central Asia" width="100%" height="700" sandbox="allow-scripts allow-same-origin" src="${baseURL}#kazakhstan-only-ipap"></iframe>`;
  const server = createServer((_, response) => response.writeHead(200, { "content-type": "text/html" }).end(html)).listen(0, "127.0.0.1");
  await once(server, "listening");
  const host = await context.newPage();
  await host.goto(`http://localhost:${server.address().port}/`);
  const frame = host.frameLocator("iframe");
  await frame.locator("html[data-ready]").waitFor();
  await frame.locator("#kazakhstan-only-ipap").getByRole("button", { name: "Cite" }).click();
  await frame.getByRole("button", { name: "Copy" }).click();
  await expect(frame.locator("#cite-said")).toHaveText(/^(Copied\.|Selected: copy it with Ctrl C\.)$/);
  server.close();
});

fresh("lets the text be copied as it is, without the page's own signs", async ({ page, context, baseURL }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await visit(page);
  const { articles } = await (await fetch(`${baseURL}data/issue.json`)).json();
  const passages = articles.flatMap((article) => article.passages).filter(({ id }) => /^editorial-\d+$/.test(id));
  await page.evaluate(([first, last]) => getSelection().setBaseAndExtent(document.getElementById(first), 0, document.getElementById(last), document.getElementById(last).childNodes.length), [passages[0].id, passages.at(-1).id]);
  await page.keyboard.press("Control+c");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split("\n").map((line) => line.trim()).filter(Boolean)).toEqual(passages.map(({ text }) => text));
});

test("offers to cite words that are selected, and takes them as they are", async ({ page }) => {
  await visit(page, "#interview-q4-2");
  const selected = await select(page, "interview-q4-2", 60);
  const offer = page.getByRole("button", { name: "Cite these words" });
  await expect(offer).toBeVisible();
  await offer.click();
  await expect(panel(page)).toBeVisible();
  expect(await words(page).inputValue()).toContain(`“${selected.trim()}” James Appathurai`);
  await expect(page.locator("#cite-link")).toHaveAttribute("href", /#interview-q4-2:~:text=Kazakhstan/);
  await page.keyboard.press("Escape");
  await page.evaluate(() => getSelection().removeAllRanges());
  await expect(offer).toBeHidden();
});

test("cites a paragraph from its sign, and its link leads to it", async ({ page }) => {
  await visit(page);
  const sign = page.locator("#editorial-2 .permalink");
  await sign.scrollIntoViewIfNeeded();
  await sign.click();
  await expect(page).toHaveURL(/#editorial-2$/);
  await expect(words(page)).toHaveValue(/Jos Boonstra, “NATO and Central Asia: The two elephants that never meet”, EUCAM Watch\. As stated/);
  await panel(page).getByRole("button", { name: "Keep in the trail" }).click();
  await expect(page).toHaveURL(/&trail=editorial-2~\w\w$/);
  await expect(panel(page).getByRole("button", { name: "Take out of the trail" })).toBeVisible();
});

test("collects a trail, reorders it, reads it in order, and shares it", async ({ page }) => {
  await visit(page, "#kazakhstan-only-ipap");
  await page.locator("#kazakhstan-only-ipap").getByRole("button", { name: "Keep" }).click();
  await expect(page.locator("#trail-said")).toHaveText(/^Kept in the trail: 1/);
  await expect(page).toHaveURL(/&trail=kazakhstan-only-ipap~\w\w$/);
  await page.goto("./#event-lisbon&trail=" + new URL(page.url()).hash.match(/trail=([^&]+)/)[1]);
  await page.waitForSelector("html[data-ready]");
  await page.locator("#event-lisbon").getByRole("button", { name: "Keep" }).click();
  await expect(page).toHaveURL(/&trail=kazakhstan-only-ipap~\w\w,event-lisbon~\w\w$/);
  // On a phone the bar makes room for the card.
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Your trail/ }).click();
  const items = trail(page).getByRole("listitem");
  await expect(items).toHaveCount(2);
  await items.nth(1).getByRole("button", { name: /^Move up/ }).click();
  await expect(items.first()).toContainText("Lisbon");
  await expect(page).toHaveURL(/&trail=event-lisbon~\w\w,kazakhstan-only-ipap~\w\w$/);
  await trail(page).getByRole("button", { name: "Read in order" }).click();
  const steps = page.getByRole("region", { name: "Step through the text" });
  await expect(steps).toContainText("Trail1 of 2");
  await expect(page.locator("#event-lisbon")).toBeInViewport();
  await page.getByRole("button", { name: "Next on the trail" }).click();
  await expect(steps).toContainText("Trail2 of 2");
  await expect(card(page, "Kazakhstan")).toBeVisible();
  const shared = page.url();
  await page.goto("about:blank");
  await page.goto(shared);
  await page.waitForSelector("html[data-ready]");
  await expect(steps).toContainText("Trail2 of 2");
  await page.reload();
  await page.waitForSelector("html[data-ready]");
  await expect(steps).toContainText("Trail2 of 2");
  await page.getByRole("button", { name: "End the trail" }).click();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Your trail/ }).click();
  await items.first().getByRole("button", { name: /^Take out/ }).click();
  await expect(items).toHaveCount(1);
  await trail(page).getByRole("button", { name: "Empty it" }).click();
  await expect(items).toHaveCount(0);
  await expect(page).not.toHaveURL(/trail=/);
});

test("keeps a card and takes it out again", async ({ page }) => {
  await visit(page, "#turkmenistan");
  const keep = card(page, "Turkmenistan").getByRole("button", { name: "Keep the card of Turkmenistan in the trail" });
  await keep.click();
  await expect(page).toHaveURL(/#turkmenistan&trail=turkmenistan~00$/);
  await keep.click();
  await expect(page).toHaveURL(/#turkmenistan$/);
});

test("keeps the trail when going back, and Escape from a citation lands where it was asked for", async ({ page }) => {
  await visit(page, "#kazakhstan-only-ipap");
  await page.locator("#kazakhstan-only-ipap").getByRole("link", { name: "Show in the text" }).click();
  await expect(page.locator("#interview-q4-2")).toBeFocused();
  await page.keyboard.press("c");
  await expect(panel(page)).toBeFocused();
  await panel(page).getByRole("button", { name: "Keep in the trail" }).click();
  await expect(page).toHaveURL(/&trail=interview-q4-2~\w\w$/);
  await panel(page).focus();
  await page.keyboard.press("Escape");
  await expect(page.locator("#interview-q4-2")).toBeFocused();
  await page.goBack();
  await expect(page).toHaveURL(/#kazakhstan-only-ipap&country=kazakhstan&trail=interview-q4-2~\w\w$/);
  await expect(page.locator("#trail-count")).toHaveText("1");
});

test("keeps the trail over a wrong address, on that page and back from it", async ({ page }) => {
  await visit(page, "#interview-q4-2&trail=editorial-1,editorial-2");
  for (const reloads of [false, true]) {
    await page.evaluate(() => { location.hash = "narnia"; });
    await expect(page.getByRole("status").filter({ hasText: "names nothing in this issue" })).toBeVisible();
    await expect(page.locator("#trail-count")).toHaveText("2");
    if (reloads) {
      await page.reload();
      await page.waitForSelector("html[data-ready]");
    }
    await page.goBack();
    await expect(page).toHaveURL(/#interview-q4-2&trail=editorial-1(~\w\w)?,editorial-2(~\w\w)?$/);
    await expect(page.locator("#trail-count")).toHaveText("2");
  }
});

test("gives back one's own trail on the way back from another's, and what was collected on that way", async ({ page }) => {
  await visit(page, "#interview-q4-2&trail=editorial-1,editorial-2");
  const count = page.locator("#trail-count");
  await page.evaluate(() => { location.hash = "#kazakhstan-only-ipap&trail=event-lisbon"; });
  await expect(count).toHaveText("1");
  await page.locator("#kazakhstan-only-ipap").getByRole("button", { name: "Keep" }).click();
  await expect(count).toHaveText("2");
  await expect(page).toHaveURL(/trail=event-lisbon(~\w\w)?,kazakhstan-only-ipap(~\w\w)?$/);
  await page.locator("#kazakhstan-only-ipap").getByRole("link", { name: "Show in the text" }).click();
  await expect(page).toHaveURL(/#interview-q4-2&country=kazakhstan&trail=event-lisbon/);
  await page.reload();
  await page.waitForSelector("html[data-ready]");
  await page.goBack();
  await expect(page).toHaveURL(/#kazakhstan-only-ipap&.*trail=event-lisbon(~\w\w)?,kazakhstan-only-ipap(~\w\w)?$/);
  await page.goBack();
  await expect(page).toHaveURL(/#interview-q4-2&trail=editorial-1(~\w\w)?,editorial-2(~\w\w)?$/);
  await expect(count).toHaveText("2");
  await page.goForward();
  await expect(page).toHaveURL(/trail=event-lisbon(~\w\w)?,kazakhstan-only-ipap(~\w\w)?$/);
});

test("goes on along a trail from where it was left, when a state has been chosen meanwhile", async ({ page }) => {
  await visit(page, "#editorial-2&trail=editorial-1,editorial-2,event-lisbon,editorial-3");
  const steps = page.getByRole("region", { name: "Step through the text" });
  await expect(steps).toContainText("Trail2 of 4");
  await page.getByRole("navigation", { name: "The five states" }).getByRole("link", { name: "Uzbekistan" }).click();
  await expect(steps).toContainText("Trail4 kept");
  await page.getByRole("button", { name: "Next on the trail" }).click();
  await expect(steps).toContainText("Trail3 of 4");
  await expect(page).toHaveURL(/#event-lisbon&/);
});

test("offers no reading of a trail of which nothing is there any more", async ({ page }) => {
  await visit(page, "#overview&trail=gone-1,gone-2");
  await page.getByRole("button", { name: /^Your trail/ }).click();
  await expect(trail(page).getByRole("listitem")).toHaveCount(2);
  await expect(trail(page).getByRole("button", { name: "Empty it" })).toBeVisible();
  for (const name of ["Read in order", "Print a handout"]) await expect(trail(page).getByRole("button", { name })).toBeHidden();
});

test("shows in a term's preview whether it is kept, as often as it opens", async ({ page }) => {
  await visit(page, "#editorial-1");
  const preview = page.getByRole("dialog", { name: "About this name" });
  const keep = preview.getByRole("button", { name: "Keep" });
  await page.locator("#editorial-1 a.o[href='#pfp']").press("Enter");
  await expect(keep).toHaveAttribute("aria-pressed", "false");
  await keep.click();
  await expect(keep).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("Escape");
  await expect(preview).toBeHidden();
  await page.locator("#editorial-1 a.o[href='#pfp']").press("Enter");
  await expect(keep).toHaveAttribute("aria-pressed", "true");
});

test("raises a step twice by the same key, and shows what is kept", async ({ page }) => {
  await visit(page, "#overview&trail=editorial-1,editorial-2,event-lisbon");
  await page.getByRole("button", { name: /^Your trail/ }).click();
  const items = trail(page).getByRole("listitem");
  await items.nth(2).getByRole("button", { name: /^Move up/ }).focus();
  await page.keyboard.press("Enter");
  await expect(items.nth(1)).toContainText("Lisbon");
  await expect(items.nth(1).getByRole("button", { name: /^Move up/ })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(items.first()).toContainText("Lisbon");
  await expect(items).toHaveCount(3);
  // What is kept is shown wherever it is unfolded.
  for (const [event, kept] of [["lisbon", "true"], ["gates", "false"]]) {
    await page.locator(`#event-${event} summary`).press("Enter");
    await expect(page.locator(`#event-${event}`).getByRole("button", { name: "Keep" })).toHaveAttribute("aria-pressed", kept);
  }
});

test("ends the reading of a trail when a search begins or nothing is left of it", async ({ page }) => {
  await visit(page, "#editorial-1&trail=editorial-1,editorial-2");
  const steps = page.getByRole("region", { name: "Step through the text" });
  await expect(steps).toContainText("Trail1 of 2");
  await page.keyboard.press("/");
  await page.getByRole("searchbox").fill("termez");
  await page.keyboard.press("Enter");
  await expect(steps).toContainText("“termez”1 of 1");
  await page.goto("about:blank");
  await visit(page, "#editorial-2&trail=editorial-2");
  await expect(steps).toContainText("Trail1 of 1");
  await page.getByRole("button", { name: /^Your trail/ }).click();
  await trail(page).getByRole("button", { name: "Empty it" }).click();
  await expect(steps).toBeHidden();
  await expect(page).not.toHaveURL(/trail=/);
});

test("cites of a selection only what its first passage says", async ({ page }) => {
  await visit(page, "#interview-q4");
  await page.evaluate(() => {
    const range = document.createRange();
    range.setStart(document.querySelector("#interview-q4").firstChild, 0);
    range.setEnd(document.querySelector("#interview-q4-2").lastChild, 0);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  });
  await page.getByRole("button", { name: "Cite these words" }).click();
  await expect(words(page)).toHaveValue(/^“4\. Kazakhstan seems .* cooperation and reform\?” The interviewer, /);
});

test("says which items of an old trail are gone or changed", async ({ page }) => {
  await visit(page, "#overview&trail=interview-q4-2~zz,paragraph-that-was~ab,uzbekistan~00");
  await page.getByRole("button", { name: /^Your trail/ }).click();
  const items = trail(page).getByRole("listitem");
  await expect(items).toHaveCount(3);
  await expect(items.nth(0)).toContainText("This has been changed since it was collected.");
  await expect(items.nth(1)).toContainText("paragraph-that-was");
  await expect(items.nth(1)).toContainText("This is no longer in the edition.");
  await expect(items.nth(1).getByRole("link")).toHaveCount(0);
  await expect(items.nth(2)).not.toContainText("changed");
});

fresh("prints the trail as a handout, four items a page", async ({ page }) => {
  await page.addInitScript(() => { window.print = () => { dispatchEvent(new Event("beforeprint")); window.printed = [document.querySelector("#edition").hasAttribute("data-handout"), document.querySelectorAll("#handout section").length, document.querySelectorAll("#handout article").length, document.querySelector("#handout").innerText || document.querySelector("#handout").textContent]; }; });
  await visit(page, "#overview&trail=editorial-1,editorial-2,kazakhstan-only-ipap,event-lisbon,uzbekistan-csto,gone-1");
  await page.getByRole("button", { name: /^Your trail/ }).click();
  await trail(page).getByRole("button", { name: "Print a handout" }).click();
  const [marked, pages, items, text] = await page.evaluate(() => window.printed);
  expect([marked, pages, items]).toEqual([true, 2, 5]);
  for (const part of ["At the Lisbon summit last year", "James Appathurai", "As stated in this issue, early 2012", "#uzbekistan-csto"]) expect(text).toContain(part);
  await page.evaluate(() => document.querySelector("#edition").setAttribute("data-handout", ""));
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("#handout")).toBeVisible();
  await expect(page.locator(".edition")).toBeHidden();
  const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(2);
});

fresh("takes the map away as it stands, as drawing and as picture", async ({ page }) => {
  await visit(page, "#uzbekistan&layers=nato,csto,ndn&frame=five");
  const save = async (kind) => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.evaluate((kind) => document.querySelector(`[data-act=save-${kind}]`).click(), kind)]);
    expect(download.suggestedFilename()).toBe(`nato-and-central-asia-map.${kind}`);
    return readFile(await download.path());
  };
  const svg = (await save("svg")).toString();
  // The page's own policy would forbid what a drawing of its own may hold.
  const reader = await page.context().newPage();
  const seen = await reader.evaluate((svg) => {
    const read = new DOMParser().parseFromString(svg, "image/svg+xml");
    return {
      broken: !!read.querySelector("parsererror"),
      words: [...read.querySelectorAll("text")].map((t) => t.textContent),
      routes: read.querySelectorAll("path[stroke-dasharray]").length,
      hatched: [...read.querySelectorAll("path")].filter((p) => /csto/.test(p.getAttribute("fill"))).length,
      asks: [...read.querySelectorAll("image")].map((i) => i.getAttribute("xlink:href").slice(0, 15)),
    };
  }, svg);
  expect(seen.broken).toBe(false);
  for (const word of ["Who works with whom, early 2012", "KAZAKHSTAN", "UZBEKISTAN", "Partnership with NATO", "CSTO implied", "NDN rail"]) expect(seen.words).toContain(word);
  expect(seen.words).not.toContain("SCO implied");
  expect(seen.words).not.toContain("TAPI, proposed");
  expect(seen.words.join(" ")).toMatch(/Uzbekistan chosen\. View: five\. As stated in this issue, early 2012/);
  expect(seen.words.join(" ")).toContain("Made with Natural Earth");
  expect(seen.hatched).toBeGreaterThan(0);
  expect(seen.asks).toEqual(["data:image/webp"]);
  const png = await save("png");
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  expect(png.readUInt32BE(16)).toBeGreaterThan(600);
});

test("gets every file of the data", async ({ page, request }) => {
  await visit(page, "#take");
  const links = page.locator("#take .files a");
  for (const href of await links.evaluateAll((all) => all.map((a) => a.href))) {
    const answer = await request.get(href);
    expect(answer.status(), href).toBe(200);
    expect((await answer.body()).length, href).toBeGreaterThan(1000);
  }
  expect(await links.count()).toBe(11);
});

test("prints no notices, and two cards side by side in full", async ({ page }) => {
  await visit(page, "#kazakhstan&with=uzbekistan");
  const notices = page.locator("#late, #update, #trouble");
  await notices.evaluateAll((all) => all.forEach((notice) => { notice.hidden = false; }));
  for (const notice of await notices.all()) await expect(notice).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(notices).toHaveCount(3);
  for (const notice of await notices.all()) await expect(notice).toBeHidden();
  const cut = await page.locator(".pair").evaluate((pair) => [pair.scrollHeight - pair.clientHeight, getComputedStyle(pair).position]);
  expect(cut, "px cut").toEqual([0, "static"]);
});

test("prints each paragraph with its address", async ({ page }) => {
  await visit(page);
  await page.emulateMedia({ media: "print" });
  const after = await page.locator("#editorial-1 .permalink").evaluate((a) => getComputedStyle(a, "::after").content);
  expect(after).toBe('"#editorial-1"');
  expect(await page.locator("#editorial-1 .permalink").evaluate((a) => a.getBoundingClientRect().width)).toBeGreaterThan(20);
  await expect(page.locator(".bar")).toBeHidden();
});
