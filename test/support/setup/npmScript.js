const { existsSync } = require('node:fs');
const { basename, dirname, join } = require('node:path');

/**
 * npm's own script, to be run by a Node of our choice: the npm that started us, else the one that came with this Node.
 * (The commands `npm` and `npm.cmd` cannot be started alike on every system.)
 */
function npmScript() {
  const folder = dirname(process.execPath);
  const candidates = [
    process.env.npm_execpath ?? '',
    join(folder, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(folder, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  const found = candidates.find((path) => basename(path) === 'npm-cli.js' && existsSync(path));
  if (found === undefined) throw new Error('npm was not found beside Node.js: start this with "npm run"');
  return found;
}

module.exports = { npmScript };
