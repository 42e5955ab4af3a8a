// Opens pages that `migralint check --report html=…` wrote in a real browser, holds them to what a page must keep, and
// takes pictures of them. Arguments: the folder with playwright-core and axe-core, the folder for pictures, and the pages.
import { createRequire } from "node:module";
import { basename, join, resolve } from "node:path";
import { readFileSync, statSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [modules, pictures, ...pages] = process.argv.slice(2);
const require = createRequire(join(resolve(modules), "package.json"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];
const WAYS = [
  { name: "wide", viewport: { width: 1200, height: 900 }, colorScheme: "light" },
  { name: "dark", viewport: { width: 1200, height: 900 }, colorScheme: "dark" },
  { name: "narrow", viewport: { width: 360, height: 740 }, colorScheme: "light" },
  { name: "without-script", viewport: { width: 1200, height: 900 }, colorScheme: "light", javaScriptEnabled: false },
];
/** A page may be longer than a picture should be. */
const TALLEST = 5000;
/**
 * The accessibility of a page that has hundreds of sections takes minutes to check and shows nothing that its first ones do
 * not; nor does Chromium print so many sheets.
 */
const WHOLE_UP_TO = 1_500_000;

const problems = [];
function hold(condition, page, what) {
  if (!condition) {
    problems.push(`${page}: ${what}`);
  }
}

async function opened(browser, file, way, watch) {
  const context = await browser.newContext({ ...way, permissions: ["clipboard-read", "clipboard-write"] });
  const page = await context.newPage();
  page.on("console", message => {
    if (message.type() === "error" || message.type() === "warning") {
      watch.said.push(message.text());
    }
  });
  page.on("pageerror", error => watch.said.push(String(error)));
  page.on("request", request => watch.asked.push(request.url()));
  const started = Date.now();
  await page.goto(pathToFileURL(resolve(file)).href, { waitUntil: "load" });
  watch.millis = Date.now() - started;
  return page;
}

async function picture(page, name) {
  const viewport = page.viewportSize();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: viewport.width, height: Math.min(height, TALLEST) });
  await page.screenshot({ path: join(pictures, `${name}.png`), timeout: 120_000 });
  await page.setViewportSize(viewport);
}

/** Text against the ground that it stands on, for all elements with text of their own. */
function paleTexts() {
  const channel = value => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const parts = colour => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = ([r, g, b]) => 0.2126 * channel(r / 255) + 0.7152 * channel(g / 255) + 0.0722 * channel(b / 255);
  const ground = element => {
    for (let one = element; one; one = one.parentElement) {
      const colour = parts(getComputedStyle(one).backgroundColor);
      if (colour.length === 3 || colour[3] > 0) {
        return colour;
      }
    }
    return [255, 255, 255];
  };
  const pale = new Set();
  for (const element of document.querySelectorAll("body *")) {
    const hasText = [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (!hasText || element.closest("script, defs") || !element.getClientRects().length) {
      continue;
    }
    const style = getComputedStyle(element);
    const ink = parts(element instanceof SVGElement ? style.fill : style.color);
    const [one, other] = [luminance(ink), luminance(ground(element))].sort((a, b) => b - a);
    const contrast = (one + 0.05) / (other + 0.05);
    if (contrast < 4.5) {
      pale.add(`${element.tagName}.${element.getAttribute("class")} ${contrast.toFixed(2)}`);
    }
  }
  return [...pale];
}

async function filterAndCopy(page, name) {
  const findings = await page.locator(".finding").count();
  if (findings === 0) {
    return;
  }
  const box = page.locator("#filter input").first();
  const risk = await box.getAttribute("value");
  await box.uncheck();
  hold(await page.locator(`.finding.${risk}:visible`).count() === 0, name, `the filter leaves findings of ${risk}`);
  const others = await page.locator(`.finding:not(.${risk})`).count();
  hold(await page.locator(".finding:visible").count() === others, name, "the filter hides more than it should");
  const said = await page.locator("#shown").textContent();
  hold(said === `${others} of ${findings} shown`, name, `the filter says "${said}"`);
  await box.check();
  const rule = await page.locator("#rule option").nth(1).getAttribute("value");
  await page.locator("#rule").selectOption(rule);
  const ofRule = await page.locator(`.finding[data-rule="${rule}"]`).count();
  hold(await page.locator(".finding:visible").count() === ofRule, name, `the filter does not show just ${rule}`);
  await page.locator("#rule").selectOption("");
  const safe = page.locator(".finding .safe:visible").first();
  if (await safe.count() > 0) {
    await safe.locator("button").click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    hold(copied === await safe.locator("code").textContent(), name, "the button does not copy the SQL");
  }
}

async function tabOrder(page, name) {
  await page.evaluate(() => { document.activeElement?.blur(); window.scrollTo(0, 0); });
  const stops = [];
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press("Tab");
    stops.push(await page.evaluate(() => {
      const now = document.activeElement;
      return [now.tagName, Math.round(now.getBoundingClientRect().top + scrollY), now.matches(":focus-visible")];
    }));
  }
  hold(stops[0][0] === "A", name, "Tab does not begin at the link to the findings");
  hold(stops.every(stop => stop[0] === "BODY" || stop[2]), name, "a focus cannot be seen");
  const tops = stops.slice(1).filter(stop => stop[0] !== "BODY").map(stop => stop[1]);
  hold(tops.every((top, i) => i === 0 || top >= tops[i - 1] - 30), name, `Tab jumps: ${tops}`);
}

async function look(browser, file) {
  const name = basename(file, ".html");
  for (const way of WAYS) {
    const watch = { said: [], asked: [], millis: 0 };
    const page = await opened(browser, file, way, watch);
    const here = `${name} (${way.name})`;
    const widths = await page.evaluate(() => [document.scrollingElement.scrollWidth, innerWidth]).catch(() => [0, 0]);
    hold(widths[0] <= widths[1], here, `scrolls sideways: ${widths[0]} of ${widths[1]} pixels`);
    if (way.javaScriptEnabled !== false) {
      const pale = await page.evaluate(paleTexts);
      hold(pale.length === 0, here, `texts with too little contrast: ${pale.slice(0, 5).join("; ")}`);
    }
    await picture(page, `${name}-${way.name}`);
    if (way.name === "wide") {
      await tabOrder(page, here);
      await filterAndCopy(page, here);
    }
    if (way.name === "wide" && statSync(file).size < WHOLE_UP_TO) {
      await page.pdf({ path: join(pictures, `${name}.pdf`), format: "A4" });
    }
    if (["wide", "dark"].includes(way.name) && statSync(file).size < WHOLE_UP_TO) {
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => window.axe.run());
      for (const one of violations) {
        problems.push(`${here}: axe ${one.id}: ${one.help}: ${one.nodes[0].target} (${one.nodes.length})`);
      }
    }
    hold(watch.said.length === 0, here, `the console says: ${watch.said[0]}`);
    hold(watch.asked.length === 1, here, `asks for ${watch.asked[1]}`);
    const executed = await page.evaluate(() => window.hostile).catch(() => undefined);
    hold(executed === undefined, here, "SQL of the history was executed as a script");
    if (way.name === "wide") {
      console.log(`${name}: ${statSync(file).size} bytes, loaded in ${watch.millis} ms, `
        + `${await page.locator(".finding").count()} findings, ${await page.locator("svg[role=img]").count()} timelines`);
    }
    await page.context().close();
  }
}

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: FLAGS });
try {
  for (const file of pages) {
    await look(browser, file);
  }
} finally {
  await browser.close();
}
if (problems.length > 0) {
  console.error(problems.join("\n"));
  process.exit(1);
}
console.log(`${pages.length} pages seen wide, dark, narrow, printed and without their script: nothing to object`);
