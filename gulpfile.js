const { execFile } = require('node:child_process');
const { mkdir, rm, writeFile } = require('node:fs/promises');
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

/** What each operation puts out, as JSON Schema, where n8n looks for it. */
const writeSchemas = async () => {
  const folder = './dist/nodes/VolcengineRtc';
  const { VolcengineRtc } = require(`${folder}/VolcengineRtc.node`);
  const { operations } = require(`${folder}/operations`);
  const { outputSchemaOf } = require(`${folder}/outputSchema`);
  for (const operation of operations) {
    const { version } = new VolcengineRtc().description;
    const resource = `${folder}/__schema__/v${version}.0.0/${operation.resource.name}`;
    await mkdir(resource, { recursive: true });
    const schema = JSON.stringify(outputSchemaOf(operation), undefined, 2);
    await writeFile(`${resource}/${operation.name}.json`, `${schema}\n`);
  }
};

exports.clean = clean;
exports.build = series(clean, parallel(compile, copyIcons, copyCodex), writeSchemas);
exports.default = exports.build;
