/** What is wrong with the Node.js that runs this, in words; undefined where it is as new as `engines` asks (`>=20.19`). */
function nodeProblem(version, engines) {
  const [major, minor] = numbersOf(version);
  const [neededMajor, neededMinor] = numbersOf(engines);
  if (major > neededMajor || (major === neededMajor && minor >= neededMinor)) return undefined;
  const needed = `${neededMajor}.${neededMinor}`;
  return `Node.js ${version} is too old: install ${needed} or newer (https://nodejs.org) and start again with it.`;
}

const numbersOf = (text) => text.match(/\d+/g).map(Number);

module.exports = { nodeProblem };
