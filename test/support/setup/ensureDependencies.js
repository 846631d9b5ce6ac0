// Plain JavaScript without dependencies: it runs on a fresh clone, before anything is installed.
const { spawn } = require('node:child_process');
const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { nodeProblem } = require('./nodeProblem.js');
const { npmFailure } = require('./npmFailure.js');
const { npmScript } = require('./npmScript.js');
const { withProgress } = require('./progress.js');
const { withoutKeys } = require('./withoutKeys.js');

const root = join(__dirname, '..', '..', '..');
const jsonIn = (file) => JSON.parse(readFileSync(join(root, file), 'utf8'));
const packagesOf = (lockFile) => jsonIn(lockFile).packages;

/** Whether node_modules holds what package-lock.json asks for. npm leaves its own account of what it installed there. */
function isInstalled() {
  if (!existsSync(join(root, 'node_modules', '.package-lock.json'))) return false;
  const installed = packagesOf('node_modules/.package-lock.json');
  const isPresent = ([path, { version, optional }]) =>
    path === '' || optional === true || installed[path]?.version === version;
  return Object.entries(packagesOf('package-lock.json')).every(isPresent);
}

/** Runs `npm ci`; what it says is shown only when it fails. */
function install() {
  return new Promise((resolve, reject) => {
    const npm = spawn(process.execPath, [npmScript(), 'ci', '--no-audit', '--no-fund'], {
      cwd: root,
      env: withoutKeys(process.env),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [npm.stdout, npm.stderr]) stream.on('data', (text) => (output += text));
    npm.on('error', reject);
    npm.on('close', (exitCode) =>
      exitCode === 0 ? resolve() : reject(new Error(npmFailure(exitCode, output))),
    );
  });
}

async function ensureDependencies() {
  const problem = nodeProblem(process.versions.node, jsonIn('package.json').engines.node);
  if (problem !== undefined) throw new Error(problem);
  if (isInstalled()) return;
  await withProgress('Installing the development dependencies (once, about a minute)', install());
}

ensureDependencies().catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
