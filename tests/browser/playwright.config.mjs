// Journeys of a visitor through the release build, in Chromium and one of 2023, and the main ones in three engines.
import { defineConfig } from "@playwright/test";
import { args, executablePath } from "./chromium.mjs";
import { older } from "./older.mjs";

const chromium = { browserName: "chromium", launchOptions: { executablePath, args } };

export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results",
  fullyParallel: true,
  workers: 2,
  // On a busy machine an engine may be late: what fails once and then holds is named as flaky at the end, and no failure.
  retries: 1,
  reporter: [["list"], ["./faults-report.mjs"]],
  snapshotPathTemplate: "{testDir}/blessed/{arg}{ext}",
  // A machine that is busy with other work may take three times as long as one that is not.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: { baseURL: "http://127.0.0.1:4181/", ...chromium },
  webServer: [
    { command: "node tests/browser/server.mjs dist 4181", cwd: "../..", url: "http://127.0.0.1:4181/", reuseExistingServer: false },
    { command: "node tests/browser/hosts.mjs 4184 http://127.0.0.1:4181/", cwd: "../..", url: "http://127.0.0.1:4184/plain.html", reuseExistingServer: false },
    { command: "node tests/engines/faulty.mjs dist 4185", cwd: "../..", url: "http://127.0.0.1:4185/fine/", reuseExistingServer: false },
    { command: "node tests/browser/server.mjs dist 4182 /papers/2012", cwd: "../..", url: "http://127.0.0.1:4182/papers/2012/", reuseExistingServer: false },
  ],
  projects: [
    { name: "desktop", grepInvert: /@phone/, use: { viewport: { width: 1280, height: 800 } } },
    // Not what starts a browser of its own; and where no script comes, this one scrolls the text when a link names a card.
    { name: "older", testMatch: /(journeys|map|without)\.spec/, grepInvert: /@phone|letters of up to twice|stays at the page's top/, use: { viewport: { width: 1280, height: 800 }, launchOptions: await older() } },
    { name: "phone", grepInvert: /@desktop/, use: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } },
    ...["chromium", "firefox", "webkit"].map((engine) => ({ name: engine, testDir: "../engines", use: { engine } })),
  ],
});
