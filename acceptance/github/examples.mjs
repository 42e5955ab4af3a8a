// Runs what the examples for CI systems run. Takes the folder of the project, a scratch folder with releases and the node
// modules, and the version of the release.

import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { obeyed } from './log.mjs';
import { Server } from './server.mjs';

const [root, scratch, version] = process.argv.slice(2);
const yaml = createRequire(join(scratch, 'here.js'))('yaml');
const RELEASES = 'https://github.com/migralint/migralint/releases/download';
const folder = join(root, 'examples/ci');
const text = (name) => readFileSync(join(folder, name), 'utf8');
const parsed = (name) => yaml.parse(text(name));
const server = new Server(join(scratch, 'releases'));

/** A clone of a repository whose branch adds a dangerous migration. */
function clone() {
  const origin = mkdtempSync(join(scratch, 'origin-'));
  const work = mkdtempSync(join(scratch, 'work-'));
  const git = (where, ...words) =>
    execFileSync('git', ['-C', where, '-c', 'user.name=test', '-c', 'user.email=test@example.com', ...words]);
  const migration = (name, sql) => writeFileSync(join(origin, 'db/migration', name), sql);
  git(origin, 'init', '--quiet', '--initial-branch=main', '.');
  mkdirSync(join(origin, 'db/migration'), { recursive: true });
  migration('V1__orders.sql', 'CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint NOT NULL);\n');
  git(origin, 'add', '--all');
  git(origin, 'commit', '--quiet', '--message=main');
  const base = git(origin, 'rev-parse', 'HEAD').toString().trim();
  git(origin, 'checkout', '--quiet', '-b', 'change');
  migration('V2__index.sql', 'CREATE INDEX orders_customer_idx ON orders (customer_id);\n');
  git(origin, 'add', '--all');
  git(origin, 'commit', '--quiet', '--message=change');
  git(work, 'clone', '--quiet', '--branch=change', `file://${origin}`, '.');
  return { work, base };
}

/** Runs the lines of an example as the one script that they are there. */
function execute(script, work, variables) {
  assert.ok(script.includes(RELEASES), 'the example fetches a release');
  const env = { PATH: process.env.PATH, HOME: work, CI: 'true', ...variables };
  const local = script.replaceAll(RELEASES, `${server.url}/releases`);
  return new Promise((resolve) => {
    const child = spawn('bash', ['-e', '-o', 'pipefail', '-c', local], { cwd: work, env });
    const parts = [];
    child.stdout.on('data', (part) => parts.push(part));
    child.stderr.on('data', (part) => parts.push(part));
    child.on('close', (code) => resolve({ code, log: Buffer.concat(parts).toString('utf8') }));
  });
}

async function finds(script, variables, reports) {
  const { work, base } = clone();
  const result = await execute(script, work, variables(work, base));
  assert.equal(result.code, 1, result.log);
  assert.match(result.log, /blocking-index-creation/);
  assert.match(result.log, /changed since/);
  for (const report of reports) {
    assert.ok(readFileSync(join(work, report), 'utf8').includes('blocking-index-creation'), report);
  }
  return { ...result, work };
}

const groovyScripts = (source) =>
  [...source.matchAll(/sh '''(.*?)'''/gs)].map((match) => match[1].replaceAll('\\\\', '\\')).join('\n');

const scenarios = {
  async 'GitHub with the action'() {
    const inputs = Object.keys(yaml.parse(readFileSync(join(root, 'action.yml'), 'utf8')).inputs);
    for (const name of readdirSync(folder).filter((one) => one.startsWith('github-'))) {
      const steps = Object.values(parsed(name).jobs).flatMap((job) => job.steps);
      for (const step of steps.filter((one) => one.uses?.startsWith('migralint/'))) {
        assert.equal(step.uses, `migralint/migralint@v${version}`);
        for (const input of Object.keys(step.with)) assert.ok(inputs.includes(input), `${name}: ${input}`);
      }
    }
  },

  async 'GitHub without the action'() {
    const workflow = parsed('github-without-action.yml');
    const script = workflow.jobs.migralint.steps.map((step) => step.run ?? '').join('\n');
    assert.equal(workflow.env.MIGRALINT_VERSION, version);
    const variables = (work) => ({
      ...workflow.env,
      GITHUB_ACTIONS: 'true',
      GITHUB_BASE_REF: 'main',
      GITHUB_STEP_SUMMARY: join(work, 'summary.md'),
    });
    const result = await finds(script, variables, ['summary.md']);
    const annotations = obeyed(result.log);
    assert.equal(annotations[0].name, 'error');
    assert.equal(annotations[0].properties.file, 'db/migration/V2__index.sql');
  },

  async GitLab() {
    const job = parsed('gitlab-ci.yml').migralint;
    assert.equal(job.variables.MIGRALINT_VERSION, version);
    const { codequality, junit } = job.artifacts.reports;
    const script = [...job.before_script, ...job.script].join('\n');
    const variables = (work, base) => ({ ...job.variables, CI_MERGE_REQUEST_DIFF_BASE_SHA: base });
    const { work } = await finds(script, variables, [codequality, junit]);
    const [issue] = JSON.parse(readFileSync(join(work, codequality), 'utf8'));
    assert.equal(issue.location.path, 'db/migration/V2__index.sql');
  },

  async 'Azure Pipelines'() {
    const pipeline = parsed('azure-pipelines.yml');
    assert.equal(pipeline.variables.MIGRALINT_VERSION, version);
    const script = pipeline.steps.map((step) => step.bash ?? '').join('\n');
    const tests = pipeline.steps.find((step) => step.task).inputs.testResultsFiles;
    const logs = pipeline.steps.find((step) => step.publish).publish;
    const variables = () => ({ ...pipeline.variables, SYSTEM_PULLREQUEST_TARGETBRANCH: 'refs/heads/main' });
    await finds(script, variables, [tests, join(logs, 'migralint.sarif')]);
  },

  async Jenkins() {
    const source = text('Jenkinsfile');
    const bare = source.replaceAll(/'''.*?'''|'[^'\n]*'|\/\/.*/gs, '');
    for (const [open, close] of ['{}', '()']) assert.equal(bare.split(open).length, bare.split(close).length);
    assert.ok(source.includes(`MIGRALINT_VERSION = '${version}'`));
    const variables = () => ({ MIGRALINT_VERSION: version, CHANGE_TARGET: 'main' });
    await finds(groovyScripts(source), variables, ['migralint-checkstyle.xml', 'migralint-junit.xml']);
  },

  async Bitbucket() {
    const script = parsed('bitbucket-pipelines.yml').pipelines['pull-requests']['**'][0].step.script.join('\n');
    assert.ok(script.includes(`MIGRALINT_VERSION=${version}`));
    await finds(script, () => ({ BITBUCKET_PR_DESTINATION_BRANCH: 'main' }), ['test-results/migralint.xml']);
  },

  async 'the problem matcher'() {
    const { work } = clone();
    const archive = join(scratch, 'releases', `v${version}`, `migralint-${version}-linux-x64.tar.gz`);
    execFileSync('tar', ['-xzf', archive, '-C', work, '--strip-components=1']);
    const args = ['check', 'db/migration', '--format', 'concise', '--fail-on', 'never', '--quiet'];
    const lines = execFileSync(join(work, 'bin/migralint'), args, { cwd: work, encoding: 'utf8' }).trimEnd().split('\n');
    const matchers = JSON.parse(text('problem-matcher.json')).problemMatcher;
    const found = lines.map((line) =>
      matchers.map(({ severity, pattern: [pattern] }) => ({ severity, pattern, match: new RegExp(pattern.regexp).exec(line) }))
        .filter(({ match }) => match),
    );
    assert.ok(lines.length > 0 && found.every((one) => one.length === 1), lines.join('\n'));
    const [{ severity, pattern, match }] = found.find(([{ match: one }]) => one[5] === 'blocking-index-creation');
    assert.equal(severity, 'error');
    assert.deepEqual([match[pattern.file], match[pattern.line], match[pattern.column]], ['db/migration/V2__index.sql', '1', '1']);
    assert.match(match[pattern.message], /^HIGH blocking-index-creation: SHARE lock/);
  },
};

await server.start();
let failures = 0;
for (const [name, scenario] of Object.entries(scenarios)) {
  try {
    await scenario();
    console.log(`ok      ${name}`);
  } catch (failure) {
    failures++;
    console.log(`FAILED  ${name}\n${failure.stack}`);
  }
}
server.stop();
process.exitCode = failures > 0 ? 1 : 0;
