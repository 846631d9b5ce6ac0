// Loaded by every Node.js process of a run (NODE_OPTIONS): the process that runs n8n notes how large its heap may grow.
const { writeFileSync } = require('node:fs');
const v8 = require('node:v8');

const [, script = '', command] = process.argv;
if (script.endsWith('n8n') && command === 'start')
  writeFileSync(`${process.env.BENCH_USAGE_FOLDER}-heap`, String(v8.getHeapStatistics().heap_size_limit));
