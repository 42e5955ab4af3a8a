// Runs a composite action as a runner of GitHub does: what it runs, when, and with which variables comes from action.yml alone.

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { condition, interpolated } from './expressions.mjs';
import { obeyed } from './log.mjs';

function inputsOf(action, given) {
  const inputs = {};
  for (const [name, input] of Object.entries(action.inputs)) inputs[name] = String(input.default ?? '');
  for (const [name, value] of Object.entries(given)) {
    if (!(name in inputs)) throw new Error(`action.yml has no input ${name}`);
    inputs[name] = value;
  }
  return inputs;
}

/** The lines NAME=VALUE of a file, and those in between NAME<<END and END. */
function outputsIn(file) {
  const outputs = {};
  const lines = readFileSync(file, 'utf8').split('\n');
  while (lines.length > 0) {
    const line = lines.shift();
    const block = /^([\w-]+)<<(.+)$/.exec(line);
    if (block) {
      const end = lines.indexOf(block[2]);
      outputs[block[1]] = lines.splice(0, end + 1).slice(0, -1).join('\n');
    } else if (line !== '') {
      const [name, ...value] = line.split('=');
      outputs[name] = value.join('=');
    }
  }
  return outputs;
}

function execute(script, cwd, env) {
  return new Promise((resolve, reject) => {
    const child = spawn('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', script], { cwd, env });
    const parts = [];
    child.stdout.on('data', (data) => parts.push(data));
    child.stderr.on('data', (data) => parts.push(data));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, log: Buffer.concat(parts).toString('utf8') }));
  });
}

/**
 * Runs the action in a workspace.
 *
 * @param job {action, actionPath, workspace, temp, inputs, env, token, refuse}: refuse names what `uses` is to fail
 * @returns {conclusion, outputs, steps, commands, summary}
 */
export async function run(job) {
  const context = {
    inputs: inputsOf(job.action, job.inputs ?? {}),
    steps: {},
    github: { token: job.token ?? 'token', action_path: job.actionPath },
  };
  let failed = false;
  const functions = { always: () => true, success: () => !failed, failure: () => failed };
  const result = { steps: [], commands: [], summary: '', log: '' };
  const folder = mkdtempSync(join(job.temp, 'runner-'));
  for (const [index, step] of job.action.runs.steps.entries()) {
    const told = { name: step.name, outcome: 'skipped' };
    result.steps.push(told);
    if (!condition(step.if, context, functions)) continue;
    if (step.uses) {
      told.uses = step.uses;
      told.with = Object.fromEntries(
        Object.entries(step.with ?? {}).map(([key, value]) => [key, interpolated(value, context)]),
      );
      told.outcome = job.refuse === step.uses ? 'failure' : 'success';
    } else {
      await runScript(step, index, told);
    }
    failed ||= told.outcome === 'failure';
  }

  async function runScript(step, index, told) {
    if (step.shell !== 'bash' || step.run.includes('${{')) throw new Error(`unsafe or unknown: ${step.name}`);
    const script = join(folder, `${index}.sh`);
    const files = { GITHUB_OUTPUT: join(folder, `${index}.output`), GITHUB_STEP_SUMMARY: join(folder, `${index}.md`) };
    writeFileSync(script, step.run);
    Object.values(files).forEach((file) => writeFileSync(file, ''));
    const own = Object.entries(step.env ?? {}).map(([key, value]) => [key, interpolated(value, context)]);
    const env = { ...job.env, ...Object.fromEntries(own), ...files, GITHUB_ACTION_PATH: job.actionPath };
    const { code, log } = await execute(script, job.workspace, env);
    const outputs = outputsIn(files.GITHUB_OUTPUT);
    if (step.id) context.steps[step.id] = { outputs };
    Object.assign(told, { outcome: code === 0 ? 'success' : 'failure', code, log, outputs });
    result.log += log;
    result.summary += readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8');
    result.commands.push(...obeyed(log));
  }

  result.conclusion = failed ? 'failure' : 'success';
  result.outputs = Object.fromEntries(
    Object.entries(job.action.outputs).map(([name, output]) => [name, interpolated(output.value, context)]),
  );
  return result;
}
