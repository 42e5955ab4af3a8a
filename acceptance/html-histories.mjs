// Writes two histories into folders of the one given: one whose SQL would like to be markup, and one of 5,000 statements.
import { writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2];
const write = (name, text) => writeFileSync(join(folder, name), text);

const nasty = [
  "</script><script>window.hostile = 1</script>", "<img src=x onerror=\"window.hostile = 1\">",
  "\" onmouseover=\"window.hostile = 1", "</style></title><!--", "]]>&lt;", "\u202egnp.exe\u2066", "\u0007\u001b[31m",
  "\ufeff\u200b\u2028", "𝒳 é 漢字", "a".repeat(300),
];
const quoted = name => `"${name.replaceAll('"', '""')}"`;
write("hostile/V1__made.sql",
  nasty.map((name, i) => `CREATE TABLE ${quoted(name + i)} (id bigint PRIMARY KEY, ${quoted(name)} text);\n`).join("")
  + "CREATE ROLE app PASSWORD 'tiger-in-the-tank';\n");
write("hostile/V2__<img src=x onerror=alert(1)>.sql",
  nasty.map((name, i) => `CREATE INDEX ON ${quoted(name + i)} (${quoted(name)}); -- ${name}\n`).join("")
  + `ALTER TABLE ${quoted(nasty[0] + 0)} ALTER ${quoted(nasty[0])} TYPE bigint USING 'postgres://app:tiger-in-the-tank@h/d';\n`
  + `SELECT '${"x".repeat(1_000_000)}'; ALTER TABLE ${quoted(nasty[1] + 1)} DROP ${quoted(nasty[1])};\n`);

write("long/V1__made.sql", "CREATE TABLE orders (id bigint);\nCREATE TABLE customers (id bigint);\n");
let many = "BEGIN;\nLOCK TABLE customers IN SHARE MODE;\n";
for (let i = 0; i < 5000; i++) {
  many += i % 10 === 9 ? `CREATE INDEX ON orders (c${i - 1});\n` : `ALTER TABLE orders ADD c${i} int;\n`;
}
write("long/V2__many.sql", `${many}COMMIT;\n`);
