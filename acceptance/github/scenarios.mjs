// The action as a pull request meets it, run from action.yml itself. Takes the folder of the project, a scratch folder with
// releases and the node modules, and perhaps a part of the name of the scenarios to run; writes a line for each that holds.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { run } from './runner.mjs';
import { Server } from './server.mjs';

const [root, scratch, only = ''] = process.argv.slice(2);
const require = createRequire(join(scratch, 'here.js'));
const yaml = require('yaml');
const Markdown = require('markdown-it');
const action = yaml.parse(readFileSync(join(root, 'action.yml'), 'utf8'));
const server = new Server(join(scratch, 'releases'));
const version = action.inputs.version.default;
const MARKER = '<!-- migralint -->';

const SAFE = 'CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint NOT NULL);\n';
const OLD = 'CREATE INDEX orders_old_idx ON orders (id, customer_id);\n';
const DANGEROUS = 'CREATE INDEX orders_customer_idx ON orders (customer_id);\n';
const MENDED = '-- nothing to do\n';

function git(folder, ...words) {
  const settings = ['-c', 'user.name=test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgSign=false'];
  return execFileSync('git', ['-C', folder, ...settings, ...words], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

function write(folder, files) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

/** A repository with a branch main that has a finding of its own, and a branch that adds what is given. */
function origin(files) {
  const folder = mkdtempSync(join(scratch, 'origin-'));
  git(folder, 'init', '--quiet', '--initial-branch=main', '.');
  git(folder, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
  write(folder, { 'db/migration/V1__orders.sql': SAFE, 'db/migration/V2__old.sql': OLD });
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message=main');
  git(folder, 'checkout', '--quiet', '-b', 'change');
  for (let i = 0; i < 5; i++) git(folder, 'commit', '--quiet', '--allow-empty', `--message=step ${i}`);
  write(folder, files);
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--allow-empty', '--message=change');
  git(folder, 'checkout', '--quiet', 'main');
  write(folder, { 'db/migration/V3__others.sql': 'CREATE INDEX orders_others_idx ON orders (customer_id, id);\n' });
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message=others');
  git(folder, 'checkout', '--quiet', '-b', 'merged');
  git(folder, 'merge', '--quiet', '--no-ff', '--message=merge', 'change');
  return folder;
}

/** The workspace as actions/checkout leaves it: one commit of a branch and nothing else. */
function checkedOut(from, branch) {
  const folder = mkdtempSync(join(scratch, 'work-'));
  git(folder, 'clone', '--quiet', '--depth=1', `--branch=${branch}`, '--single-branch', `file://${from}`, '.');
  git(folder, 'update-ref', '-d', `refs/remotes/origin/${branch}`);
  return folder;
}

function event(folder, content) {
  const file = join(folder, 'event.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

/** Runs the action: {inputs, workspace, env, pullRequest, cache, refuse}. */
async function act(options) {
  const temp = mkdtempSync(join(scratch, 'temp-'));
  const payload = options.pullRequest ? { pull_request: { number: 7, base: { ref: 'main' } } } : {};
  const env = {
    PATH: process.env.PATH,
    HOME: temp,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_REPOSITORY: 'shop/shop',
    GITHUB_API_URL: server.url,
    GITHUB_EVENT_NAME: options.pullRequest ? 'pull_request' : 'push',
    GITHUB_BASE_REF: options.pullRequest ? 'main' : '',
    GITHUB_EVENT_PATH: event(temp, payload),
    RUNNER_OS: 'Linux',
    RUNNER_ARCH: 'X64',
    RUNNER_TEMP: temp,
    RUNNER_TOOL_CACHE: options.cache ?? cache,
    MIGRALINT_RELEASES: `${server.url}/releases`,
    ...options.env,
  };
  const inputs = options.inputs ?? {};
  const job = { ...options, action, actionPath: root, temp, env, inputs, token: 'the-token' };
  const result = await run(job);
  if (process.env.VERBOSE) console.log(result.log);
  return { ...result, temp };
}

const step = (result, name) => result.steps.find((one) => one.name === name);
const annotations = (result) => result.commands.filter((one) => ['error', 'warning', 'notice'].includes(one.name));
/** What a page shows of Markdown apart from code, where nothing means anything. */
function shown(markdown) {
  const html = new Markdown({ html: true, linkify: true }).render(markdown);
  return html.replace(/<(pre|code)\b[^>]*>.*?<\/\1>/gs, '');
}

const tables = (result) => annotations(result).map((one) => one.properties.file).filter(Boolean);
const cache = mkdtempSync(join(scratch, 'tools-'));

const scenarios = {
  async 'a push checks everything, and fails last'() {
    const result = await act({ workspace: checkedOut(origin({}), 'main'), inputs: { paths: 'db/migration' } });
    assert.equal(result.conclusion, 'failure', result.log);
    assert.equal(result.outputs['exit-code'], '1');
    assert.equal(result.outputs['highest-risk'], 'high');
    assert.ok(Number(result.outputs.findings) >= 2);
    assert.equal(step(result, 'Check migrations').outcome, 'success');
    assert.equal(step(result, 'Upload to code scanning').outcome, 'skipped');
    assert.equal(step(result, 'Comment on the pull request').outcome, 'skipped');
    assert.equal(step(result, 'Result').outcome, 'failure');
    assert.ok(result.summary.startsWith(`${MARKER}\n### Migralint: ${result.outputs.findings} findings`), result.summary);
    assert.ok(tables(result).includes('db/migration/V2__old.sql'));
    assert.match(result.log, /blocking-index-creation +db\/migration\/V2__old\.sql:1:1/);
    const sarif = JSON.parse(readFileSync(result.outputs['sarif-file'], 'utf8'));
    assert.equal(String(sarif.runs[0].results.length), result.outputs.findings);
    assert.doesNotMatch(result.log, /unknown environment variable/);
  },

  async 'a pull request is told of what it changes itself, from a clone of one commit'() {
    const from = origin({ 'db/migration/V4__index.sql': DANGEROUS });
    const inputs = { paths: 'db/migration', 'upload-sarif': 'true', category: 'shop' };
    for (const branch of ['merged', 'change']) {
      const result = await act({ workspace: checkedOut(from, branch), inputs, pullRequest: true });
      assert.equal(result.outputs['exit-code'], '1', result.log);
      assert.deepEqual([...new Set(tables(result))], ['db/migration/V4__index.sql']);
      const upload = step(result, 'Upload to code scanning');
      assert.equal(upload.outcome, 'success');
      assert.deepEqual(upload.with, { sarif_file: result.outputs['sarif-file'], category: 'shop' });
      assert.ok(result.steps.indexOf(upload) < result.steps.indexOf(step(result, 'Result')));
      assert.match(result.log, /changed since origin\/main/);
    }
    const all = await act({ workspace: checkedOut(from, 'merged'), inputs: { since: 'none' }, pullRequest: true });
    assert.ok(tables(all).includes('db/migration/V2__old.sql'));
  },

  async 'a failing upload does not hide the result, nor the result the upload'() {
    const uses = action.runs.steps.find((one) => one.uses).uses;
    const workspace = checkedOut(origin({}), 'main');
    const result = await act({ workspace, refuse: uses, inputs: { 'upload-sarif': 'true', 'fail-on': 'never' } });
    assert.equal(result.conclusion, 'failure');
    assert.equal(result.outputs['exit-code'], '0');
    assert.equal(step(result, 'Result').outcome, 'success');
  },

  async 'the comment is written once and then brought up to date'() {
    server.comments.length = 0;
    for (let i = 0; i < 120; i++) server.add({ login: 'somebody', type: 'User' }, 'hello');
    const stranger = server.add({ login: 'somebody', type: 'User' }, `${MARKER}\nnot ours`);
    const inputs = { paths: 'db/migration', comment: 'true' };
    const bad = checkedOut(origin({ 'db/migration/V4__index.sql': DANGEROUS }), 'merged');
    const good = checkedOut(origin({ 'db/migration/V4__index.sql': MENDED }), 'merged');
    const before = server.comments.length;
    let result = await act({ workspace: good, inputs, pullRequest: true });
    assert.equal(server.comments.length, before, 'a clean pull request is left in peace');
    result = await act({ workspace: bad, inputs, pullRequest: true });
    assert.equal(result.outputs['exit-code'], '1', result.log);
    assert.equal(server.comments.length, before + 1, result.log);
    const comment = server.comments.at(-1);
    assert.ok(comment.body.startsWith(`${MARKER}\n### Migralint: `));
    assert.ok(comment.body.includes('CREATE INDEX CONCURRENTLY orders_customer_idx'));
    result = await act({ workspace: good, inputs, pullRequest: true });
    assert.equal(result.conclusion, 'success', result.log);
    assert.equal(server.comments.length, before + 1);
    assert.match(comment.body, /^<!-- migralint -->\nMigralint: no findings · .*\n$/);
    assert.equal(stranger.body, `${MARKER}\nnot ours`);
    await act({ workspace: bad, inputs: { ...inputs, category: 'other/one' }, pullRequest: true });
    assert.equal(server.comments.length, before + 2);
    assert.ok(server.comments.at(-1).body.startsWith('<!-- migralint other/one -->\n### Migralint: '));
    assert.ok(server.requests.every((request) => request.token === 'Bearer the-token'));
  },

  async 'a pull request from a fork has the page of the run instead of a comment'() {
    server.comments.length = 0;
    server.readOnly = true;
    const workspace = checkedOut(origin({ 'db/migration/V4__index.sql': DANGEROUS }), 'merged');
    const result = await act({ workspace, inputs: { comment: 'true' }, pullRequest: true });
    server.readOnly = false;
    assert.equal(step(result, 'Comment on the pull request').outcome, 'success');
    assert.ok(annotations(result).some((one) => one.name === 'notice' && /No comment was written/.test(one.data)));
    assert.ok(result.summary.includes('blocking-index-creation'));
    assert.equal(result.outputs['exit-code'], '1');
    assert.equal(server.comments.length, 0);
  },

  async 'after wrong usage nothing is uploaded, and the log says why'() {
    const workspace = checkedOut(origin({}), 'main');
    for (const wrong of [{ args: '--nonsense' }, { paths: 'nowhere' }, { since: 'v9.9', paths: 'db' }]) {
      const inputs = { 'upload-sarif': 'true', comment: 'true', ...wrong };
      const result = await act({ workspace, inputs, pullRequest: true });
      assert.equal(result.outputs['exit-code'], '2', result.log);
      assert.equal(result.conclusion, 'failure');
      assert.equal(step(result, 'Upload to code scanning').outcome, 'skipped');
      assert.equal(step(result, 'Comment on the pull request').outcome, 'skipped');
      assert.ok(annotations(result).some((one) => one.name === 'error' && one.data.startsWith('migralint: ')), result.log);
    }
  },

  async 'inputs and names of files are never commands'() {
    const evil = {
      'db/$(touch pwned).sql': DANGEROUS,
      'db/--output-file=pwned.sql': DANGEROUS,
      'db/::set-output name=a::b.sql': `${DANGEROUS}-- ::add-mask::a\n::add-path::/tmp;\n/* ##[add-path]/tmp */ DROP TABLE orders;\n`,
      'db/[x](https://evil.example) @all #1.sql': 'CREATE INDEX "@all #2 www.evil.example <img src=x>" ON orders (id);\n',
    };
    const workspace = checkedOut(origin(evil), 'merged');
    const inputs = {
      'working-directory': 'db',
      paths: '$(touch pwned).sql\n--output-file=pwned.sql\n`touch pwned`\n@pwned\n::set-output name=a::b.sql\n',
      args: '--ignore "naming" \'$(touch pwned)\' `touch pwned` ; touch pwned',
      since: 'none',
      'sarif-file': 'a b/$(touch pwned).sarif',
    };
    mkdirSync(join(workspace, 'db/a b'));
    const result = await act({ workspace, inputs });
    assert.ok(!existsSync(join(workspace, 'pwned')) && !existsSync(join(workspace, 'db/pwned')));
    assert.equal(result.outputs['exit-code'], '2');
    const readable = await act({ workspace, inputs: { ...inputs, args: '', paths: '' } });
    assert.equal(readable.outputs['exit-code'], '1', readable.log);
    assert.equal(readable.outputs['sarif-file'], join(workspace, 'db/a b/$(touch pwned).sarif'));
    const page = shown(readable.summary);
    const links = [...page.matchAll(/href="([^"]*)"/g)].map((match) => match[1]);
    assert.ok(links.length > 0 && links.every((link) => link.startsWith('https://migralint.github.io/rules/')), page);
    assert.doesNotMatch(page, /@|#\d|<img|<script|evil/);
    for (const format of ['full', 'concise', 'json', 'sarif', 'markdown']) {
      const told = await act({ workspace, inputs: { ...inputs, args: '--verbose', paths: '', format } });
      assert.deepEqual(told.commands, annotations(told), format);
      assert.ok(told.commands.length > 0);
    }
    for (const since of ['--upload-pack=touch pwned', '$(touch pwned)']) {
      const refused = await act({ workspace, inputs: { since } });
      assert.equal(refused.conclusion, 'failure');
    }
    assert.ok(!readdirSync(workspace).includes('pwned'));
  },

  async 'a distribution with another checksum is not installed'() {
    const tools = mkdtempSync(join(scratch, 'tools-'));
    const env = { MIGRALINT_RELEASES: `${server.url}/releases/tampered` };
    const result = await act({ workspace: checkedOut(origin({}), 'main'), cache: tools, env });
    assert.equal(result.conclusion, 'failure');
    assert.deepEqual(result.steps.map((one) => one.outcome), ['failure', 'skipped', 'skipped', 'skipped', 'skipped']);
    assert.match(annotations(result)[0].data, /has the checksum [0-9a-f]{64}, but SHA256SUMS/);
    assert.ok(!existsSync(join(tools, 'migralint')));
  },

  async 'what cannot be installed is told plainly'() {
    const workspace = checkedOut(origin({}), 'main');
    const tools = mkdtempSync(join(scratch, 'tools-'));
    const say = async (options, words) => {
      const result = await act({ workspace, cache: tools, ...options });
      assert.equal(result.conclusion, 'failure');
      assert.match(annotations(result)[0]?.data ?? result.log, words);
    };
    await say({ inputs: { version: 'latest' } }, /'latest' is not a version/);
    await say({ inputs: { version: '99.0.0' } }, /Cannot fetch SHA256SUMS of Migralint 99\.0\.0/);
    await say({ env: { RUNNER_OS: 'Plan9' } }, /no distribution for Plan9/);
    const path = `${join(scratch, 'old-java/bin')}:${process.env.PATH}`;
    await say({ env: { RUNNER_OS: 'macOS', RUNNER_ARCH: 'ARM64', PATH: path } }, /needs Java 21 or later. Add a step with actions\/setup-java/);
  },

  async 'elsewhere the plain distribution runs on the Java of the job'() {
    const workspace = checkedOut(origin({}), 'main');
    const path = `${join(scratch, 'old-java/bin')}:${process.env.PATH}`;
    const env = { RUNNER_OS: 'macOS', RUNNER_ARCH: 'ARM64', PATH: path, JAVA_HOME_25_arm64: process.env.JAVA_HOME };
    const result = await act({ workspace, env, inputs: { version: `v${version}` } });
    assert.equal(result.outputs['exit-code'], '1', result.log);
  },

  async 'a distribution that is there is not fetched again'() {
    const fetched = server.downloads.length;
    await act({ workspace: checkedOut(origin({}), 'main') });
    assert.equal(server.downloads.length, fetched);
  },
};

await server.start();
let failures = 0;
for (const [name, scenario] of Object.entries(scenarios)) {
  if (!name.includes(only)) continue;
  const start = Date.now();
  try {
    await scenario();
    console.log(`ok      ${name} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
  } catch (failure) {
    failures++;
    console.log(`FAILED  ${name}\n${failure.stack}`);
  }
}
server.stop();
process.exitCode = failures > 0 ? 1 : 0;
