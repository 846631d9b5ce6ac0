const { execFile } = require('node:child_process');
const { rm } = require('node:fs/promises');
const { promisify } = require('node:util');
const { dest, parallel, series, src } = require('gulp');

const clean = async () => await rm('dist', { recursive: true, force: true });

const compile = async () => {
  const tsc = require.resolve('typescript/bin/tsc');
  await promisify(execFile)(process.execPath, [tsc, '--project', 'tsconfig.build.json']).catch(
    ({ stdout }) => {
      throw new Error(stdout);
    },
  );
};

/** Icons and codex files lie in dist/ as they do in the sources, where n8n looks for them. */
const copyIcons = () => src('icons/*.svg', { encoding: false }).pipe(dest('dist/icons'));
const copyCodex = () => src('nodes/**/*.node.json').pipe(dest('dist/nodes'));

exports.clean = clean;
exports.build = series(clean, parallel(compile, copyIcons, copyCodex));
exports.default = exports.build;
