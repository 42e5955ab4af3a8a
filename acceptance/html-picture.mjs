// Takes the picture of the documentation: the head of a page and, below it, a finding with the timeline of its file.
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, file, picture] = process.argv.slice(2);
const require = createRequire(join(resolve(modules), "package.json"));
const { chromium } = require("playwright-core");
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
});
try {
  const page = await browser.newPage({ viewport: { width: 900, height: 900 } });
  await page.goto(pathToFileURL(resolve(file)).href);
  const height = await page.evaluate(() => {
    const shown = [...document.querySelectorAll(".file")].find(one => one.id && one.textContent.includes("V15__coupons"));
    document.querySelectorAll(".file").forEach(one => { one.hidden = one !== shown; });
    document.querySelectorAll(".index tbody tr").forEach((row, i) => { row.hidden = i > 2; });
    shown.querySelectorAll(".finding:not(.high)").forEach(one => { one.hidden = true; });
    return shown.querySelector(".waits").getBoundingClientRect().bottom + scrollY + 16;
  });
  await page.screenshot({ path: picture, fullPage: true, clip: { x: 0, y: 0, width: 900, height } });
} finally {
  await browser.close();
}
