// The Chromium of this machine: the one that CHROMIUM names, or the first on PATH.
import { execSync } from "node:child_process";

export const executablePath =
  process.env.CHROMIUM ?? execSync("command -v chromium || command -v chromium-browser || command -v google-chrome").toString().trim();

export const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
