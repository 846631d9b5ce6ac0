const { default: Sequencer } = require('@jest/test-sequencer');

/**
 * Begins with the properties. Each suite that runs n8n's engine slows the promises down that are made in its worker from
 * then on, and properties are made of promises: behind the other suites they took up to twenty times as long.
 */
module.exports = class PropertiesFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const isProperty = ({ path }) => /[\\/]test[\\/]property[\\/]/.test(path);
    return [...sorted.filter(isProperty), ...sorted.filter((test) => !isProperty(test))];
  }
};
