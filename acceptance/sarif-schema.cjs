// Holds SARIF files to the JSON schema: sarif-schema.cjs SCHEMA FILE...
const { readFileSync } = require("node:fs");
const Ajv = require("ajv/dist/2020").default;
const addFormats = require("ajv-formats").default;

const [schema, ...files] = process.argv.slice(2);
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
const follows = ajv.compile(JSON.parse(readFileSync(schema, "utf8")));
let wrong = 0;
for (const file of files) {
  if (!follows(JSON.parse(readFileSync(file, "utf8")))) {
    wrong++;
    for (const error of follows.errors.slice(0, 20)) {
      console.error(`${file}${error.instancePath}: ${error.message}`);
    }
  }
}
process.exit(wrong || files.length === 0 ? 1 : 0);
